import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { zipSync } from 'fflate';
import puppeteer, { type Browser } from 'puppeteer-core';
import { TooLate, within } from '../../services/browser/within';
import { findFirefox } from '../machine/find-firefox';
import { bidiOf, evaluateIn } from './bidi';
import type { Calls } from './calls';
import type { DrivenBrowser, DrivenPage, LaunchOptions } from './driver';
import { callsNoted, noteCalls } from './firefox-calls';
import { type FirefoxHar, harOf } from './firefox-har';
import { initScript } from './firefox-init-script';
import { addressInFirefox, FirefoxPage } from './firefox-page';
import { openFirefoxPopup } from './firefox-popup';
import { startProxy } from './firefox-proxy';
import { addOnId, FirefoxWindow, uuid } from './firefox-window';
import { heardInFirefox } from './heard-in-firefox';
import { waitFor } from './wait-for';

/** Longest wait for a Firefox to end by itself, in ms: half a second is usual. */
const closingPatience = 10_000;

/** Firefox as every browser is driven, and by what its developer tools have. */
export interface FirefoxBrowser extends DrivenBrowser {
  readonly har: FirefoxHar;
}

/**
 * Starts Firefox with the extension in it and no way to any host but the demo server.
 * @throws {BrowserNotFound}
 */
export async function launchFirefox(options: LaunchOptions): Promise<FirefoxBrowser> {
  const executablePath = findFirefox();
  const extensionPath = resolve(options.extensionPath ?? '');
  const isKnown = options.userDataDir !== undefined && hasOurData(options.userDataDir);
  const downloads = mkdtempSync(join(tmpdir(), 'demo-firefox-'));
  const proxy = await startProxy(options.port, options.hosts);
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: options.headless ?? true,
    acceptInsecureCerts: true,
    defaultViewport: null,
    ...(options.userDataDir && { userDataDir: options.userDataDir }),
    // Only a browser that can reach nothing but this machine takes a policy file from elsewhere.
    env: { ...process.env, ...(options.policyFile && { MOZ_DISABLE_NONLOCAL_CONNECTIONS: '1' }) },
    args: ['--remote-allow-system-access', '--width=1280', '--height=900'],
    extraPrefsFirefox: {
      ...proxied(proxy.port),
      // Installed to stay, an extension needs its maker's signature; this one is not signed yet.
      'xpinstall.signatures.required': false,
      'browser.download.folderList': 2,
      'browser.download.dir': downloads,
      'browser.download.useDownloadDir': true,
      'extensions.webextensions.uuids': JSON.stringify({ [addOnId]: uuid }),
      // Tabs behind the one in front are driven too: their clocks shall run as those of a page in view.
      'dom.min_background_timeout_value': 4,
      'dom.timeout.enable_budget_timer_throttling': false,
      ...(options.withoutNavigationApi && { 'dom.navigation.webidl.enabled': false }),
      ...(options.policyFile && obeyed(options.policyFile)),
      ...(options.pixelRatio && { 'layout.css.devPixelsPerPx': String(options.pixelRatio) }),
    },
  });
  const window = await FirefoxWindow.of(bidiOf(browser).bidi);
  await speak(window, options.language ?? 'id');
  if (options.viewport !== null) await sizeWindow(window, options.viewport ?? { width: 1280, height: 800 });
  await noteCalls(window);
  const isNew = !isKnown && !(await window.run('extension !== undefined'));
  if (options.staysLoaded) await installToStay(window, extensionPath);
  else await browser.installExtension(extensionPath);
  await waitFor(async () => ((await window.run('extension?.backgroundState ?? null')) ? true : undefined), {
    told: () => 'the extension did not start',
  });
  if (isNew && !options.keepsWelcome) await closeWelcome(window);
  return asDriven(browser, window, async () => {
    // Now and then a Firefox does not end when it is told to.
    await within(closingPatience, browser.close()).catch((cause) => {
      if (!(cause instanceof TooLate)) throw cause;
      browser.process()?.kill('SIGKILL');
    });
    await proxy.close();
    rmSync(downloads, { recursive: true, force: true });
  });
}

/** Whether a profile holds data of the extension: of one that was killed they stay, and it was welcomed already. */
function hasOurData(profile: string): boolean {
  const folder = join(profile, 'storage/default');
  return existsSync(folder) && readdirSync(folder).some((name) => name.startsWith(`moz-extension+++${uuid}`));
}

/** The page of the first run would come into the way of whatever is opened next. */
async function closeWelcome(window: FirefoxWindow): Promise<void> {
  const { context } = await waitFor(
    async () => (await window.tabs()).find(({ url }) => url.endsWith('/welcome.html')),
    { told: () => 'the page of the first run did not open' },
  );
  await window.bidi('browsingContext.close', { context });
}

/** Packed, and kept by the profile; a profile that has it already keeps what it was granted. */
async function installToStay(window: FirefoxWindow, folder: string): Promise<void> {
  if (await window.run('extension !== undefined')) return;
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(join(folder, name)).isFile(),
  );
  const zip = zipSync(Object.fromEntries(files.map((name) => [name, readFileSync(join(folder, name))])));
  const value = Buffer.from(zip).toString('base64');
  await window.bidi('webExtension.install', {
    extensionData: { type: 'base64', value },
    'moz:permanent': true,
  });
}

const proxied = (port: number) => ({
  'network.proxy.type': 1,
  'network.proxy.failover_direct': false,
  'network.proxy.ssl': '127.0.0.1',
  'network.proxy.ssl_port': port,
  'network.proxy.http': '127.0.0.1',
  'network.proxy.http_port': port,
  'services.settings.server': 'data:,',
  'app.normandy.enabled': false,
});

const obeyed = (policyFile: string) => ({
  'browser.policies.alternatePath': policyFile,
  'security.turn_off_all_security_so_that_viruses_can_take_over_this_computer': true,
});

/** The browser's own words need a language package; what the extension asks of it does not. */
const speak = (window: FirefoxWindow, language: 'id' | 'en'): Promise<unknown> =>
  window.run(`void (Services.locale.availableLocales = ['id', 'en-US'],
    Services.locale.requestedLocales = ['${language === 'en' ? 'en-US' : 'id'}'])`);

/** Makes the window so large that a page has a size. */
const sizeWindow = (
  window: FirefoxWindow,
  { width, height }: { width: number; height: number },
): Promise<unknown> =>
  window.run(`(async () => {
    const { selectedBrowser } = gBrowser;
    for (let tries = 0; tries < 20; tries += 1) {
      const { clientWidth, clientHeight } = selectedBrowser;
      if (clientWidth === ${width} && clientHeight === ${height}) return true;
      resizeBy(${width} - clientWidth, ${height} - clientHeight);
      await new Promise((done) => setTimeout(done, 50));
    }
    return false;
  })()`);

function asDriven(browser: Browser, window: FirefoxWindow, close: () => Promise<void>): FirefoxBrowser {
  let calls: Calls | null = null;
  let isKilled = false;
  const { bidi, on } = bidiOf(browser);
  const pageAt = (context: string): DrivenPage => new FirefoxPage(window, on, context);
  const ofButton = async (what: 'badgeText' | 'title', page: DrivenPage): Promise<string> =>
    String(
      await window.run(`(() => {
        const { action } = parent.apiManager.global.browserActionFor(extension);
        const tab = gBrowser.getTabForBrowser(navigables.getBrowserById('${contextOf(page)}'));
        return action.getProperty(tab, '${what}') ?? '';
      })()`),
    );
  return {
    name: 'Firefox',
    har: harOf(window),
    address: addressInFirefox,
    newPage: async () => pageAt(String((await bidi('browsingContext.create', { type: 'tab' })).context)),
    nextPage: async () => {
      const before = new Set((await window.tabs()).map(({ context }) => context));
      const isNew = ({ context, url }: { context: string; url: string }) =>
        !before.has(context) && url !== 'about:blank';
      const opened = await waitFor(async () => (await window.tabs()).find(isNew), {
        told: () => 'no page opened',
      });
      return pageAt(opened.context);
    },
    pages: async () => (await window.tabs()).map(({ context }) => pageAt(context)),
    heard: (page) => heardInFirefox(window, contextOf(page)),
    background: {
      evaluate: async (expression) => {
        await window.run(`extension.wakeupBackground?.().then(() => true) ?? true`);
        return evaluateIn(bidi, { context: await window.view('background') }, expression);
      },
    },
    stopBackground: async () => {
      await window.run(`extension.terminateBackground().then(() => true)`);
    },
    openPopup: async (page) => {
      await page.bringToFront();
      return openFirefoxPopup(window);
    },
    badgeOf: (page) => ofButton('badgeText', page),
    titleOf: (page) => ofButton('title', page),
    swipe: async (page, [first, ...more]) => {
      await page.bringToFront();
      const moves = more.map((point) => ({ type: 'pointerMove', duration: 20, ...point }));
      const actions = [
        { type: 'pointerMove', ...first },
        { type: 'pointerDown', button: 0 },
        ...moves,
        { type: 'pointerUp', button: 0 },
      ];
      const finger = { type: 'pointer', id: 'finger', parameters: { pointerType: 'touch' }, actions };
      await bidi('input.performActions', { context: contextOf(page), actions: [finger] });
    },
    answerQuestion: async (isAllowed) => {
      // Pressed too early, the buttons take no notice: nobody is to answer by accident.
      const answer = isAllowed ? 'button' : 'secondaryButton';
      await window.run(`(async () => {
        for (let tries = 0; tries < 100 && PopupNotifications.isPanelOpen; tries += 1) {
          PopupNotifications.panel.firstElementChild?.${answer}.click();
          await new Promise((done) => setTimeout(done, 100));
        }
      })()`);
    },
    clipboardText: async (page) => String(await page.evaluate('navigator.clipboard.readText()')),
    addInitScript: async (code) => {
      await window.run(initScript(code));
    },
    kill: async () => {
      isKilled = true;
      browser.process()?.kill('SIGKILL');
    },
    calls: () => calls,
    close: async () => {
      // A browser that was killed tells nothing any more.
      calls = isKilled ? null : await callsNoted(window).catch(() => null);
      await close();
    },
  };
}

const contextOf = (page: DrivenPage): string => (page as FirefoxPage).context;
