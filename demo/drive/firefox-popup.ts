import { asPopup, type Popup } from '../popup';
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
  const popup = asPopup(
    evaluate,
    async () => (await window.bidi('browsingContext.captureScreenshot', { context })).data,
    async () => void (await window.run(closePopup)),
    // While it loads, its window is another one for a moment.
    (code) => evaluate(code).catch(() => false),
  );
  await popup.waitFor(`document.readyState === 'complete' && location.href !== 'about:blank'`, 10_000);
  return popup;
}

const closePopup = `[...extension.views].filter(({ viewType }) => viewType === 'popup')
  .forEach(({ xulBrowser }) => xulBrowser.closest('panel')?.hidePopup())`;
