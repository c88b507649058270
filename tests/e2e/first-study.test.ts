import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { pageNamed } from '../../demo/shop/demo-pages';
import { stageHere } from '../builders/stage-here';

test('a researcher has a package after five presses from the installation, and reloads nothing', async () => {
  const { browser } = await stageHere({ language: 'en' });
  const folder = mkdtempSync(join(tmpdir(), 'first-study-'));
  let presses = 0;
  const press = async <Result>(pressed: Promise<Result>): Promise<Result> => {
    presses += 1;
    return pressed;
  };

  const shop = await browser.newPage();
  await shop.goto(pageNamed('video-plain').address);
  const popup = await press(browser.openPopup(shop));
  await popup.waitFor(`document.querySelector('a[href*="logbook"]') !== null`, 10_000);
  const opened = browser.nextPage();
  // It may close as the page opens in front of it, before it has answered.
  await press(popup.evaluate(`document.querySelector('a[href*="logbook"]').click()`).catch(() => undefined));
  const logbook = await opened;
  await logbook.waitForSelector('.consent');
  await logbook.evaluate('globalThis.isFirstLoad = true');
  await press(logbook.check('[name=agree]'));
  await press(logbook.click('.consent .primary'));
  await logbook.waitForSelector('.recording');
  expect(await logbook.textContent('.empty')).toContain('Open TikTok in another tab');

  await shop.bringToFront();
  await shop.goto(pageNamed('video-basket').address);
  await expect.poll(() => browser.titleOf(shop), { timeout: 10_000 }).toContain('PT Tokopedia');
  await shop.goto(pageNamed('shop-id-product').address);
  await expect.poll(() => browser.titleOf(shop), { timeout: 10_000 }).toContain('this page');
  await logbook.bringToFront();
  await logbook.waitForSelector('.flow-row', { timeout: 10_000 });
  const download = logbook.waitForEvent('download');
  await press(logbook.click('.export-package'));
  const zip = join(folder, 'package.zip');
  await (await download).saveAs(zip);

  expect(statSync(zip).size).toBeGreaterThan(10_000);
  expect(presses).toBeLessThanOrEqual(5);
  expect(await logbook.evaluate('globalThis.isFirstLoad'), 'the logbook was not loaded anew').toBe(true);
  rmSync(folder, { recursive: true });
});
