import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type BrowserContext, type CDPSession, chromium, type Page, type Worker } from 'playwright-core';
import { switches } from './chromium-switches';
import type { Calls } from './drive/calls';
import { callsOf, ScriptCalls } from './drive/chromium-calls';
import type { DrivenBrowser, DrivenPage, LaunchOptions } from './drive/driver';
import { heardInChromium } from './drive/heard-in-chromium';
import { waitFor } from './drive/wait-for';
import { findChromium } from './machine/find-browser';
import { type ColorScheme, openPopup } from './popup';

interface ChromiumOptions extends LaunchOptions {
  /** Folder of the built, unpacked extension. */
  extensionPath: string;
  colorScheme?: ColorScheme;
}

/** Chromium as every browser is driven, and by what only Playwright has. */
export interface DemoBrowser extends DrivenBrowser {
  readonly context: BrowserContext;
  readonly extensionId: string;
  readonly serviceWorker: Worker;
  newPage(): Promise<Page & DrivenPage>;
}

const WORKER_TIMEOUT_MS = 15_000;

/**
 * Starts Chromium with the extension loaded and no way to any host but the demo server.
 * @throws {BrowserNotFound} when there is no Chromium; an Error when the extension does not load.
 */
export async function launchDemoBrowser(options: ChromiumOptions): Promise<DemoBrowser> {
  const executablePath = await findChromium();
  const profile = options.userDataDir ?? mkdtempSync(join(tmpdir(), 'demo-browser-'));
  const extensionPath = resolve(options.extensionPath);
  const removeProfile = (): void => {
    if (!options.userDataDir)
      rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  };
  try {
    const isNew = writePreferences(profile);
    const started = await start(executablePath, profile, extensionPath, options);
    // It would come into the way of whatever is opened next.
    if (isNew) {
      const welcome = await welcomeOf(started.context);
      if (!options.keepsWelcome) await welcome.close();
    }
    return asDemoBrowser(started, options.colorScheme ?? 'light', profile, removeProfile);
  } catch (error) {
    removeProfile();
    throw error;
  }
}

/** Where a browser writes down every request of its processes. */
const networkLog = (profile: string): string => join(profile, 'network-log.json');

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
  options: ChromiumOptions,
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
      args: [...switches(options), `--log-net-log=${networkLog(profile)}`, ...more],
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

/** The page of the first run, once it is there. */
const welcomeOf = (context: BrowserContext): Promise<Page> =>
  waitFor(async () => context.pages().find((page) => page.url().endsWith('/welcome.html')), {
    timeout: WORKER_TIMEOUT_MS,
    told: () => 'The page of the first run did not open',
  });

function asDemoBrowser(
  { context, browserSession, serviceWorker }: Started,
  scheme: ColorScheme,
  profile: string,
  removeProfile: () => void,
): DemoBrowser {
  const extensionId = new URL(serviceWorker.url()).host;
  const ofAction = async (method: ActionMethod, page: DrivenPage): Promise<string> => {
    const found: string | null = await serviceWorker.evaluate(
      actionExpression(method, 'atAddress', String(page.url())),
    );
    if (found !== null) return found;
    await page.bringToFront();
    return serviceWorker.evaluate(actionExpression(method, 'active', String(page.url())));
  };
  let stopper: CDPSession | undefined;
  const scripts = new ScriptCalls(context);
  let calls: Calls | null = null;
  return {
    name: 'Chromium',
    context,
    extensionId,
    serviceWorker,
    address: (path) => `chrome-extension://${extensionId}/${path}`,
    newPage: async () => scripts.heard(await context.newPage()),
    nextPage: () => context.waitForEvent('page'),
    background: { evaluate: (expression) => serviceWorker.evaluate(expression) },
    stopBackground: async () => {
      // The session's page may have been closed since.
      await stopper?.send('ServiceWorker.enable').catch(() => (stopper = undefined));
      if (!stopper) {
        const [page = await context.newPage()] = context.pages();
        stopper = await context.newCDPSession(page);
        await stopper.send('ServiceWorker.enable');
      }
      await stopper.send('ServiceWorker.stopAllWorkers');
    },
    openPopup: (page) => openPopup(browserSession, extensionId, page as Page, scheme),
    pages: async () => context.pages(),
    heard: (page) => heardInChromium(page as Page),
    swipe: async (page, points) => {
      const session = await context.newCDPSession(page as Page);
      await session.send('Emulation.setTouchEmulationEnabled', { enabled: true });
      const touch = (
        type: 'touchStart' | 'touchMove' | 'touchEnd',
        touchPoints: { x: number; y: number }[],
      ) => session.send('Input.dispatchTouchEvent', { type, touchPoints });
      for (const [at, point] of points.entries()) await touch(at === 0 ? 'touchStart' : 'touchMove', [point]);
      await touch('touchEnd', []);
      await session.detach();
    },
    // Deny has the focus, Allow is next.
    answerQuestion: async (isAllowed, press) => press(...(isAllowed ? ['Tab', 'Return'] : ['Return'])),
    clipboardText: async (page) => {
      await context.grantPermissions(['clipboard-read', 'clipboard-write']);
      return String(await page.evaluate('navigator.clipboard.readText()'));
    },
    addInitScript: (code) => context.addInitScript(code).then(() => undefined),
    kill: async () => {
      spawnSync('pkill', ['-9', '-f', profile]);
    },
    badgeOf: (page) => ofAction('getBadgeText', page),
    titleOf: (page) => ofAction('getTitle', page),
    calls: () => calls,
    close: async () => {
      await context.close();
      calls = callsOf(networkLog(profile), scripts);
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

/**
 * Developer mode, or the extension stays disabled after a reload; a profile in use keeps its own file.
 * @returns whether the profile is new
 */
function writePreferences(profile: string): boolean {
  const file = join(profile, 'Default', 'Preferences');
  if (existsSync(file)) return false;
  mkdirSync(join(profile, 'Default'), { recursive: true });
  const preferences = {
    extensions: { ui: { developer_mode: true } },
    translate: { enabled: false },
    safebrowsing: { enabled: false },
    search: { suggest_enabled: false },
  };
  writeFileSync(file, JSON.stringify(preferences));
  return true;
}
