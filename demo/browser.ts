import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type BrowserContext, type CDPSession, chromium, type Page, type Worker } from 'playwright-core';
import { findChromium } from '../scripts/find-browser';
import { type ColorScheme, openPopup, type Popup } from './popup';

interface LaunchOptions {
  /** Folder of the built, unpacked extension. */
  extensionPath: string;
  /** Port of the demo server on 127.0.0.1. */
  port: number;
  /** Hosts to lead there; every other host fails to resolve. */
  hosts: readonly string[];
  /** Loaded by switch, as an extension that stays from one start to the next; not in branded Chrome. */
  staysLoaded?: boolean;
  /** Default true. Without a window there is still a real popup. */
  headless?: boolean;
  /** Language of the browser and of the extension's messages; default 'id'. Not on macOS: the system decides. */
  language?: 'id' | 'en';
  colorScheme?: ColorScheme;
  /** A profile to keep, e.g. to start again with the same log; default: a temporary one. */
  userDataDir?: string;
  /** Device pixels a CSS pixel, as on a screen of that kind; default: the screen's own. */
  pixelRatio?: number;
  /** In CSS pixels, default 1280 by 800; null follows the window. */
  viewport?: { width: number; height: number } | null;
}

export interface DemoBrowser {
  readonly context: BrowserContext;
  readonly extensionId: string;
  readonly serviceWorker: Worker;
  /** Opens the real popup on the page's tab, as a click on the toolbar button would: activeTab is granted. */
  openPopup(page: Page): Promise<Popup>;
  /** The badge on the page's tab; '' when there is none. */
  badgeOf(page: Page): Promise<string>;
  /** The toolbar button's title on the page's tab. */
  titleOf(page: Page): Promise<string>;
  /** Closes the browser and removes the profile, unless the caller gave it. */
  close(): Promise<void>;
}

const WORKER_TIMEOUT_MS = 15_000;

/**
 * Starts Chromium with the extension loaded and no way to any host but the demo server.
 * @throws {BrowserNotFound} when there is no Chromium; an Error when the extension does not load.
 */
export async function launchDemoBrowser(options: LaunchOptions): Promise<DemoBrowser> {
  const executablePath = await findChromium();
  const profile = options.userDataDir ?? mkdtempSync(join(tmpdir(), 'demo-browser-'));
  const extensionPath = resolve(options.extensionPath);
  const removeProfile = (): void => {
    if (!options.userDataDir)
      rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  };
  try {
    writePreferences(profile);
    const started = await start(executablePath, profile, extensionPath, options);
    return asDemoBrowser(started, options.colorScheme ?? 'light', removeProfile);
  } catch (error) {
    removeProfile();
    throw error;
  }
}

interface Started {
  context: BrowserContext;
  browserSession: CDPSession;
  serviceWorker: Worker;
}

/** Loads over CDP, as branded Chrome has no --load-extension any more; older browsers know only that. */
async function start(
  executablePath: string,
  profile: string,
  extensionPath: string,
  options: LaunchOptions,
): Promise<Started> {
  const launch = async (more: string[]): Promise<[BrowserContext, CDPSession]> => {
    const context = await chromium.launchPersistentContext(profile, {
      executablePath,
      headless: options.headless ?? true,
      colorScheme: options.colorScheme ?? 'light',
      locale: (options.language ?? 'id') === 'id' ? 'id-ID' : 'en-US',
      viewport: options.viewport === undefined ? { width: 1280, height: 800 } : options.viewport,
      ignoreDefaultArgs: ['--disable-extensions'],
      // --lang alone chooses the extension's messages; chrome.i18n.getUILanguage() follows LANGUAGE.
      env: { ...process.env, LANGUAGE: options.language ?? 'id' } as Record<string, string>,
      args: [...switches(options), ...more],
    });
    const browser = context.browser();
    if (!browser) throw new Error('The browser closed as soon as it was started.');
    return [context, await browser.newBrowserCDPSession()];
  };

  const bySwitch = [`--disable-extensions-except=${extensionPath}`, `--load-extension=${extensionPath}`];
  let [context, browserSession] = await launch(options.staysLoaded ? bySwitch : []);
  try {
    try {
      if (!options.staysLoaded) await browserSession.send('Extensions.loadUnpacked', { path: extensionPath });
    } catch (error) {
      if (!/wasn't found|not available|not allowed/i.test(String(error))) throw error;
      await context.close();
      [context, browserSession] = await launch(bySwitch);
    }
    return { context, browserSession, serviceWorker: await workerOf(context) };
  } catch (error) {
    await context.close();
    throw error;
  }
}

/** The event may be past already, so look before waiting. */
async function workerOf(context: BrowserContext): Promise<Worker> {
  const ours = (worker: Worker): boolean => worker.url().startsWith('chrome-extension://');
  return (
    context.serviceWorkers().find(ours) ??
    context.waitForEvent('serviceworker', { predicate: ours, timeout: WORKER_TIMEOUT_MS })
  );
}

function asDemoBrowser(
  { context, browserSession, serviceWorker }: Started,
  scheme: ColorScheme,
  removeProfile: () => void,
): DemoBrowser {
  const extensionId = new URL(serviceWorker.url()).host;
  const ofAction = async (method: ActionMethod, page: Page): Promise<string> => {
    const found: string | null = await serviceWorker.evaluate(
      actionExpression(method, 'atAddress', page.url()),
    );
    if (found !== null) return found;
    await page.bringToFront();
    return serviceWorker.evaluate(actionExpression(method, 'active', page.url()));
  };
  return {
    context,
    extensionId,
    serviceWorker,
    openPopup: (page) => openPopup(browserSession, extensionId, page, scheme),
    badgeOf: (page) => ofAction('getBadgeText', page),
    titleOf: (page) => ofAction('getTitle', page),
    close: async () => {
      await context.close();
      removeProfile();
    },
  };
}

type ActionMethod = 'getBadgeText' | 'getTitle';

/**
 * Asks chrome.action about the one tab at an address, or about the active tab: the extension may not see
 * every page's address. The first way leaves an open popup open. Null when no single tab fits.
 * Text, not a function: tsx puts its own helper names into functions, which the worker lacks.
 */
function actionExpression(method: ActionMethod, which: 'atAddress' | 'active', url: string): string {
  const fits = which === 'active' ? 'tab.active' : `tab.url === ${JSON.stringify(url)}`;
  return `(async () => {
    const [tab, ...more] = (await chrome.tabs.query({})).filter((tab) => ${fits});
    return tab && more.length === 0 ? chrome.action.${method}({ tabId: tab.id }) : null;
  })()`;
}

/** What every start of Chromium here needs: the demo’s hosts, and no way to any other. */
export function switches({
  hosts,
  port,
  language = 'id',
  pixelRatio,
}: Omit<LaunchOptions, 'extensionPath'>): string[] {
  // First match wins: the demo's hosts, then nobody else.
  const rules = [
    ...hosts.map((host) => `MAP ${host} 127.0.0.1:${port}`),
    'MAP * ~NOTFOUND',
    'EXCLUDE 127.0.0.1',
  ];
  return [
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    `--host-resolver-rules=${rules.join(', ')}`,
    '--ignore-certificate-errors',
    '--enable-unsafe-extension-debugging',
    `--lang=${language}`,
    ...(pixelRatio === undefined
      ? []
      : [`--force-device-scale-factor=${pixelRatio}`, '--window-size=1280,900']),
    '--disable-sync',
    '--disable-domain-reliability',
    '--no-pings',
  ];
}

/** Developer mode, or the extension stays disabled after a reload; a profile in use keeps its own file. */
function writePreferences(profile: string): void {
  const file = join(profile, 'Default', 'Preferences');
  if (existsSync(file)) return;
  mkdirSync(join(profile, 'Default'), { recursive: true });
  const preferences = {
    extensions: { ui: { developer_mode: true } },
    translate: { enabled: false },
    safebrowsing: { enabled: false },
    search: { suggest_enabled: false },
  };
  writeFileSync(file, JSON.stringify(preferences));
}
