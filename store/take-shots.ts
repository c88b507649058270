import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { type DemoBrowser, launchDemoBrowser } from '../demo/browser';
import { capturesCode } from '../demo/fill/captures-code';
import type { DemoServer } from '../demo/server';
import { demoStates, openPopupPage, openState, takeWholePicture } from '../demo/states';

const colorScheme = 'light';
const extensionPath = join(import.meta.dirname, '../.output/chrome-mv3');

/**
 * Takes the pictures of the real product on the demo shop that the stores' pictures are laid out from, into a folder:
 * `page`, `popup`, `who`, `rule`, `fake-page`, `fake-popup`, `history`, `evidence`, each `.png`.
 */
export async function takeShots(folder: string, language: 'id' | 'en', server: DemoServer): Promise<void> {
  const browser = await launchDemoBrowser({ extensionPath, ...server, language, colorScheme });
  const toFile = (name: string): string => join(folder, `${name}.png`);
  try {
    await takePopup(browser, 'tokopedia-video', toFile('page'), toFile('popup'), {
      who: toFile('who'),
      rule: toFile('rule'),
    });
    await takePopup(browser, 'look-alike', toFile('fake-page'), toFile('fake-popup'));
    const own = await browser.context.newPage();
    await own.setViewportSize({ width: 750, height: 900 });
    await own.goto(`chrome-extension://${browser.extensionId}/history.html?date=2024-02-21`);
    await own.waitForSelector('.timeline svg');
    await takeWholePicture(own, toFile('history'));
    await takeEvidence(own, browser, language, toFile('evidence'));
  } finally {
    await browser.close();
  }
}

/** A page and its popup; then, each in a picture of its own, the popup with one of its rows open. */
async function takePopup(
  browser: DemoBrowser,
  state: string,
  pagePicture: string,
  popupPicture: string,
  rows: Readonly<Record<string, string>> = {},
): Promise<void> {
  const wanted = demoStates.find(({ name }) => name === state);
  if (!wanted) throw new Error(`The demo has no state "${state}".`);
  const { page, popup } = await openState(browser, wanted);
  await page.setViewportSize({ width: 750, height: 640 });
  await page.screenshot({ path: pagePicture });
  const screen = await openPopupPage(browser, popup, { colorScheme });
  await takeWholePicture(screen, popupPicture, 100);
  for (const [row, picture] of Object.entries(rows)) {
    await screen.evaluate(
      `for (const fold of document.querySelectorAll('details')) fold.open = fold.classList.contains('fold-${row}')`,
    );
    await takeWholePicture(screen, picture);
  }
  await screen.close();
  await page.close();
}

/** A made-up capture of the demo shop, opened in the gallery. */
async function takeEvidence(
  page: Page,
  browser: DemoBrowser,
  language: 'id' | 'en',
  picture: string,
): Promise<void> {
  await page.goto(`chrome-extension://${browser.extensionId}/gallery.html`);
  await page.waitForSelector('.empty');
  await page.evaluate(await capturesCode());
  const capture = { page: 'video-basket', taken: '2026-11-23T03:00:00.000Z', language };
  await page.evaluate(`madeCaptures.keep(${JSON.stringify(capture)})`);
  await page.reload();
  await page.click('.capture a');
  await page.waitForSelector('.detail .result');
  await takeWholePicture(page, picture);
}
