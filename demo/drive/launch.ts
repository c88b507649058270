import { join } from 'node:path';
import { launchDemoBrowser } from '../browser';
import type { BrowserName, DrivenBrowser, LaunchOptions } from './driver';
import { launchFirefox } from './firefox';
import { FreeBrowser } from './free-browser';
import { launchFreeChromium } from './free-chromium';
import { waitFor } from './wait-for';

const folders: Record<BrowserName, string> = { Chromium: 'chrome-mv3', Firefox: 'firefox-mv3' };

/** Folder of the extension as it is built for a browser. */
export const builtFor = (name: BrowserName): string =>
  join(import.meta.dirname, '../../.output', folders[name]);

/** Starts a browser with the extension in it. @throws {BrowserNotFound} */
export const launchBrowser = (name: BrowserName, options: LaunchOptions): Promise<DrivenBrowser> =>
  (name === 'Chromium' ? launchDemoBrowser : launchFirefox)({ extensionPath: builtFor(name), ...options });

/** Starts a browser as people have it: nothing is attached to its pages. @throws {BrowserNotFound} */
export async function launchFree(name: BrowserName, options: LaunchOptions): Promise<FreeBrowser> {
  const all = { extensionPath: builtFor(name), ...options };
  if (name === 'Chromium') return launchFreeChromium(all);
  const driven = await launchFirefox(all);
  const ownPage = async (path: string) => {
    const page = await driven.newPage();
    await page.goto(driven.address(path));
    return { evaluate: (expression: string) => page.evaluate(expression) };
  };
  let hands = await ownPage('examples.html');
  return new FreeBrowser({
    name,
    hands: { evaluate: (expression) => hands.evaluate(expression) },
    ownPage,
    renew: async () => {
      await hands.evaluate('void setTimeout(() => chrome.runtime.reload())');
      // The pages that are open go with the extension that was; one of the new one tells that it is back.
      const isGone = () =>
        hands.evaluate('1').then(
          () => undefined,
          () => true,
        );
      const told = () => 'the extension did not come back';
      await waitFor(isGone, { timeout: 15_000, told });
      const newPage = () => ownPage('examples.html').catch(() => undefined);
      hands = await waitFor(newPage, { timeout: 15_000, told });
    },
    inBackground: (expression) => driven.background.evaluate(expression),
    stopBackground: () => driven.stopBackground(),
    close: () => driven.close(),
  });
}
