import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DrivenBrowser, DrivenPage } from '../drive/driver';
import { capturesCode } from '../fill/captures-code';
import { savedBy } from '../saved-file';
import { pageNamed } from '../shop/demo-pages';
import { changedApi, goTo, pageAt, type Screens } from './screen';

const made = [
  { page: 'us-product', taken: '2026-11-21T03:00:00.000Z' },
  { page: 'video-conflicting', taken: '2026-11-22T03:00:00.000Z', w: 390, h: 844 },
  { page: 'video-basket', taken: '2026-11-23T03:00:00.000Z' },
];

/** The capture while it shoots, refused and under review. */
export async function* captureScreens(browser: DrivenBrowser): Screens {
  const held = await browser.newPage();
  // Held at its first step: the browser's word on the tab, for which it waits, never comes.
  await held.addInitScript(changedApi('api.tabs.get = () => new Promise(() => {})'));
  await goTo(browser, held, 'capture.html?tab=1&window=1&extent=full', '.shooting');
  yield { name: 'capture-shooting', page: held };
  await held.close();
  const page = await pageAt(browser, 'capture.html?refused=private', '.refused');
  yield { name: 'capture-refused-private', page };
  await page.close();
  const shop = await browser.newPage();
  await shop.goto(pageNamed('shop-id-product').address);
  const popup = await browser.openPopup(shop);
  await popup.waitFor(`document.querySelector('.to-capture') !== null`, 10_000);
  await popup.evaluate(`document.querySelector('.to-capture').click()`);
  await popup.waitFor(`document.querySelector('.capture-choice') !== null`, 5000);
  const opened = browser.nextPage();
  // The popup closes as the new tab comes to the front, before it can answer.
  await popup.evaluate(`document.querySelector('.capture-choice .visible').click()`).catch(() => undefined);
  const review = await opened;
  await review.waitForSelector('.stage .tile');
  yield { name: 'capture-review', page: review };
  await review.click('.foot .quiet');
  yield { name: 'capture-discard-sure', page: review };
  await review.click('.sure .danger');
  await review.waitForSelector('.discarded');
  yield { name: 'capture-discarded', page: review };
  await review.close();
  await shop.close();
}

/** The gallery without and with captures, one of them opened and noted on; two bundles compared; the verifier. */
export async function* proofScreens(browser: DrivenBrowser): Screens {
  const folder = mkdtempSync(join(tmpdir(), 'screens-'));
  const page = await pageAt(browser, 'gallery.html', '.empty');
  yield { name: 'gallery-empty', page };
  await page.evaluate(await capturesCode());
  for (const capture of made)
    await page.evaluate(`madeCaptures.keep(${JSON.stringify({ ...capture, language: 'id' })})`);
  await page.reload();
  await page.waitForSelector('.capture');
  yield { name: 'gallery-list', page };
  await page.fill('[name=search]', 'xyz');
  await page.waitForSelector('.capture', { state: 'detached' });
  yield { name: 'gallery-no-match', page };
  const bundles: string[] = [];
  for (const n of [2, 0]) {
    await goTo(browser, page, 'gallery.html', '.capture');
    await page.click(`.capture:nth-child(${n + 1}) a`);
    await page.waitForSelector('.detail .result');
    bundles.push(await savedBy(page, '.export', folder));
  }
  yield { name: 'gallery-capture', page };
  await page.click('.edit-notes');
  for (const tool of ['arrow', 'text']) await page.click(`.tool-${tool}`).then(() => drawOn(page, tool));
  yield { name: 'gallery-notes', page };
  const changed = join(folder, 'changed.zip');
  const bytes = readFileSync(bundles[0] as string);
  bytes[20_000] = (bytes[20_000] as number) ^ 1;
  writeFileSync(changed, bytes);
  yield* comparison(browser, page, bundles);
  await goTo(browser, page, 'verifier.html', 'main');
  yield { name: 'verifier-start', page };
  for (const [name, file] of [
    ['holds', bundles[0]],
    ['fails', changed],
  ] as const) {
    await page.setInputFiles('#bundle', file as string);
    await page.waitForSelector(`.result.${name}`);
    yield { name: `verifier-${name}`, page };
  }
  await page.close();
  rmSync(folder, { recursive: true });
}

async function* comparison(browser: DrivenBrowser, page: DrivenPage, bundles: readonly string[]): Screens {
  await goTo(browser, page, 'compare.html', 'main');
  yield { name: 'compare-start', page };
  for (const [n, file] of bundles.entries()) await page.setInputFiles(`#bundle-${n}`, file);
  await page.waitForSelector('.compared');
  yield { name: 'compare-differs', page };
}

/** One mark of the tool that is pressed, in the middle of the picture. */
async function drawOn(page: DrivenPage, tool: string): Promise<void> {
  await page.evaluate(`document.querySelector('.canvas').scrollIntoView()`);
  const { x, y, width, height } = (await page.locator('.canvas svg').boundingBox()) ?? {
    x: 0,
    y: 0,
    width: 0,
    height: 0,
  };
  const from = [x + width * 0.66, y + Math.min(height * 0.3, 150)] as const;
  const drop = tool === 'arrow' ? 60 : 0;
  await page.mouse.move(...from);
  await page.mouse.down();
  await page.mouse.move(from[0] - drop, from[1] + drop, { steps: 3 });
  await page.mouse.up();
}
