import { writeFileSync } from 'node:fs';
import { type Popup, readText } from '../popup';
import { evaluateIn } from './bidi';
import type { FirefoxWindow } from './firefox-window';
import { waitFor } from './wait-for';

/** Opens the real popup on the tab in front, as a press on the toolbar's button does. */
export async function openFirefoxPopup(window: FirefoxWindow): Promise<Popup> {
  await window.run(closePopup);
  await waitFor(async () => ((await window.viewNow('popup')) === null ? true : undefined), {
    told: () => 'the last popup stays open',
  });
  await window.run(
    `parent.apiManager.global.browserActionFor(extension).openPopup(window, false).then(() => true)`,
  );
  const context = await window.view('popup');
  const evaluate = (code: string): Promise<unknown> => evaluateIn(window.bidi, { context }, code);
  const text = async (): Promise<string> => String(await evaluate(readText));
  const popup: Popup = {
    evaluate,
    text,
    screenshot: async (path) => {
      const { data } = await window.bidi('browsingContext.captureScreenshot', { context });
      writeFileSync(path, Buffer.from(String(data), 'base64'));
    },
    waitFor: async (expression, timeout) => {
      const settled = `(async () => { try { return Boolean(await (${expression})); } catch { return false; } })()`;
      try {
        const isTrue = async () => ((await evaluate(settled).catch(() => false)) === true ? true : undefined);
        await waitFor(isTrue, { timeout, told: () => `Not true in the popup: ${expression}` });
      } catch (cause) {
        throw new Error(`${String(cause)}. It shows: ${await text().catch(String)}`, { cause });
      }
    },
    close: async () => {
      await window.run(closePopup);
    },
  };
  await popup.waitFor(`document.readyState === 'complete' && location.href !== 'about:blank'`, 10_000);
  return popup;
}

const closePopup = `[...extension.views].filter(({ viewType }) => viewType === 'popup')
  .forEach(({ xulBrowser }) => xulBrowser.closest('panel')?.hidePopup())`;
