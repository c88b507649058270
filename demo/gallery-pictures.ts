import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { DemoBrowser } from './browser';
import { capturesCode } from './fill/captures-code';
import type { ColorScheme } from './popup';
import { takeWholePicture } from './states';

interface Drawing {
  readonly folder: string;
  readonly language: 'id' | 'en';
  readonly colorScheme: ColorScheme;
}

const made = [
  { page: 'us-product', taken: '2026-11-21T03:00:00.000Z' },
  { page: 'video-conflicting', taken: '2026-11-22T03:00:00.000Z', w: 390, h: 844 },
  { page: 'video-basket', taken: '2026-11-23T03:00:00.000Z' },
];

/** The gallery, a stamped picture, the pictures to share, the notes editor and the comparison, wide and narrow. */
export async function drawGallery(browser: DemoBrowser, drawing: Drawing): Promise<number> {
  const { folder, language, colorScheme } = drawing;
  const page = await browser.context.newPage();
  await page.emulateMedia({ colorScheme });
  let drawn = 0;
  const take = async (part: string, width = 1000) => {
    await page.setViewportSize({ width, height: 2000 });
    await takeWholePicture(page, join(folder, `${part}-${language}-${colorScheme}.png`));
    await page.setViewportSize({ width: 1000, height: 2000 });
    drawn += 1;
  };
  await page.setViewportSize({ width: 1000, height: 2000 });
  await page.goto(`chrome-extension://${browser.extensionId}/gallery.html`);
  await page.waitForSelector('.empty');
  await take('gallery-empty');
  await page.evaluate(await capturesCode());
  for (const capture of made)
    await page.evaluate(`madeCaptures.keep(${JSON.stringify({ ...capture, language })})`);
  await page.reload();
  await page.waitForSelector('.capture');
  await take('gallery-list');
  await take('gallery-list-narrow', 360);
  const files = mkdtempSync(join(tmpdir(), 'gallery-'));
  const bundles: string[] = [];
  for (const n of [2, 0]) {
    await page.goto(`chrome-extension://${browser.extensionId}/gallery.html`);
    await page.click(`.capture:nth-child(${n + 1}) a`);
    await page.waitForSelector('.detail .result');
    bundles.push(await saved(page, '.export', files));
  }
  for (const shape of ['landscape', 'portrait']) {
    const path = join(folder, `share-${shape}-${language}-${colorScheme}.png`);
    copyFileSync(await saved(page, `.share-${shape}`, files), path);
    drawn += 1;
  }
  await page.click('.edit-notes');
  await drawNotes(page);
  await take('notes-editor');
  await page.click('.save-notes');
  await page.waitForSelector('.result .notes');
  await take('gallery-capture');
  await take('gallery-capture-narrow', 360);
  await page.goto(`chrome-extension://${browser.extensionId}/compare.html`);
  for (const [n, file] of bundles.entries()) await page.setInputFiles(`#bundle-${n}`, file);
  await page.waitForSelector('.compared');
  await take('compare');
  await take('compare-narrow', 360);
  await page.close();
  rmSync(files, { recursive: true });
  return drawn;
}

async function saved(page: Page, press: string, folder: string): Promise<string> {
  const [file] = await Promise.all([page.waitForEvent('download'), page.click(press)]);
  const path = join(folder, file.suggestedFilename());
  await file.saveAs(path);
  return path;
}

/** An arrow, a box and a text, as a journalist would put them. */
async function drawNotes(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector<HTMLImageElement>('.canvas img')?.naturalWidth);
  const { x, y, width } = (await page.locator('.canvas svg').boundingBox()) ?? { x: 0, y: 0, width: 0 };
  const drag = async (tool: string, from: readonly number[], to: readonly number[]) => {
    const at = ([right = 0, down = 0]: readonly number[]) => [x + right * width, y + down * width] as const;
    await page.click(`.tool-${tool}`);
    await page.mouse.move(...at(from));
    await page.mouse.down();
    await page.mouse.move(...at(to), { steps: 3 });
    await page.mouse.up();
  };
  await drag('arrow', [0.66, 0.3], [0.51, 0.47]);
  await drag('box', [0.31, 0.48], [0.63, 0.54]);
  await drag('text', [0.64, 0.28], [0.64, 0.28]);
  await page.fill('[name=mark-2]', 'Keranjang kuning');
}
