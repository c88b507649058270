import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type DemoBrowser, launchDemoBrowser } from '../../demo/browser';
import { type DemoServer, startDemoServer } from '../../demo/server';
import { bars, placeOf, stripe, stripedAddress, stripedPages } from '../builders/striped-page';
import { endOf, readPicture, startCapture } from '../builders/take-capture';

const extensionPath = join(import.meta.dirname, '../../.output/chrome-mv3');
let server: DemoServer;
beforeAll(async () => {
  server = await startDemoServer([stripedPages]);
});
afterAll(() => server?.close());

const launch = (more: Partial<Parameters<typeof launchDemoBrowser>[0]> = {}) =>
  launchDemoBrowser({ extensionPath, ...server, language: 'en', ...more });

async function openStriped(browser: DemoBrowser, query: string): Promise<Page> {
  const page = await browser.context.newPage();
  await page.goto(stripedAddress(query));
  return page;
}

/** Rows of the picture that show another place of the document than their own; a bar may hide it at the ends only. */
function faultsIn(rows: readonly number[][], scale: number, first = 0): string[] {
  const faults: string[] = [];
  for (const [row, colour] of rows.entries()) {
    const place = placeOf(colour);
    const wanted = Math.floor(Math.round(first * scale + row) / (stripe * scale));
    const mayBeTop = row < bars.top * scale;
    const mayBeBottom = row >= rows.length - bars.bottom * scale;
    const isRight = place === wanted || (place === 'top' && mayBeTop) || (place === 'bottom' && mayBeBottom);
    if (!isRight) faults.push(`row ${row} shows ${place}, not ${wanted}`);
  }
  return faults.slice(0, 12);
}

describe.each([1, 1.5, 2, 3])('on a screen of %f pixels a CSS pixel', (pixelRatio) => {
  let browser: DemoBrowser;
  beforeAll(async () => {
    browser = await launch({ pixelRatio, viewport: null });
  });
  afterAll(() => browser?.close());

  test('a full page is one picture with each row once, the head above and the foot below only', async () => {
    const page = await openStriped(browser, 'height=3000');
    expect(await page.evaluate('devicePixelRatio')).toBe(pixelRatio);
    const capture = await startCapture(browser, page, 'full');
    expect(await endOf(capture)).toBeNull();
    const { rows, height } = await readPicture(capture);
    expect(height).toBe(3000 * pixelRatio);
    expect(faultsIn(rows, pixelRatio)).toEqual([]);
    expect(rows.filter((colour) => placeOf(colour) === 'top').length).toBe(bars.top * pixelRatio);
    expect(rows.filter((colour) => placeOf(colour) === 'bottom').length).toBe(bars.bottom * pixelRatio);
    await capture.close();
    await page.close();
  });
});
