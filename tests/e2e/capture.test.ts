import { beforeAll, describe, expect, test } from 'vitest';
import type { DrivenBrowser, DrivenPage, LaunchOptions } from '../../demo/drive/driver';
import type { DemoServer } from '../../demo/server';
import { browserHere, launchHere, serveHere } from '../builders/browser-here';
import { bars, placeOf, stripe, stripedAddress, stripedPages } from '../builders/striped-page';
import { endOf, frozenWidth, readPicture, startCapture } from '../builders/take-capture';
import { isWholeRun, ofMatrix } from '../run/whole-run';

let server: DemoServer;
beforeAll(async () => {
  server = await serveHere([stripedPages]);
});

const launch = (more: Partial<LaunchOptions> = {}) => launchHere({ ...server, language: 'en', ...more });

async function openStriped(browser: DrivenBrowser, query: string): Promise<DrivenPage> {
  const page = await browser.newPage();
  await page.goto(stripedAddress(query));
  return page;
}

/** Of a zoomed page: what is off by a little at each step is off by more the longer it goes on. */
const pageHeight = isWholeRun ? 6000 : 2400;

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

describe.each(ofMatrix([1, 1.5, 2, 3], [1.5]))('on a screen of %f pixels a CSS pixel', (pixelRatio) => {
  let browser: DrivenBrowser;
  beforeAll(async () => {
    browser = await launch({ pixelRatio, viewport: null });
  });

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

describe('the page and its picture', { timeout: 300_000 }, () => {
  let browser: DrivenBrowser;
  beforeAll(async () => {
    browser = await launch();
  });

  test.each(['visible', 'full'] as const)(
    'scroll and focus are as they were, and the page saw nothing: %s',
    async (extent) => {
      const page = await openStriped(browser, 'height=3000');
      await page.focus('#focus');
      await page.evaluate(`scrollTo({ top: 700, behavior: 'instant' })`);
      await page.evaluate('window.seen.length = 0');
      const globals = await page.evaluate('Object.getOwnPropertyNames(window).length');
      const capture = await startCapture(browser, page, extent);
      expect(await endOf(capture)).toBeNull();
      expect(await page.evaluate('[scrollX, scrollY, document.activeElement.id]')).toEqual([0, 700, 'focus']);
      expect(await page.evaluate('window.seen')).toEqual([]);
      expect(await page.evaluate('Object.getOwnPropertyNames(window).length')).toBe(globals);
      const { rows, height } = await readPicture(capture);
      expect(height).toBe(extent === 'full' ? 3000 : 800);
      expect(faultsIn(rows, 1, extent === 'full' ? 0 : 700)).toEqual([]);
      await capture.close();
      await page.close();
    },
  );

  test('nothing of the picture is stored or comes out of it, and discarding empties it', async () => {
    const page = await openStriped(browser, 'height=1200');
    const capture = await startCapture(browser, page, 'full');
    expect(await endOf(capture)).toBeNull();
    // What was last said of each tab's page lies in the session, in words of ours.
    const kept = `Promise.all([indexedDB.databases(), caches.keys(), chrome.storage.local.get(), chrome.storage.session.get(),
      navigator.storage.getDirectory().then(async (folder) => { const all = []; for await (const name of folder.keys()) all.push(name); return all; })])
      .then(([bases, caches, local, session, files]) => [bases.length, caches.length, JSON.stringify([local, Object.entries(session).filter(([key]) => !/^answer-\\d+$/.test(key))]).length < 400, files.length])`;
    expect(await capture.evaluate(kept)).toEqual([0, 0, true, 0]);
    await capture.click('.foot .quiet');
    await capture.click('.sure .danger');
    await capture.waitForSelector('.discarded');
    expect(await frozenWidth(capture)).toBe(0);
    await capture.close();
    await page.close();
  });

  test.each(ofMatrix([0.5, 0.9, 1.1, 3], [1.1]))(
    'holds each row once when the page is zoomed to %f',
    async (zoom) => {
      const page = await openStriped(browser, `height=${pageHeight}`);
      await browser.background.evaluate(
        `chrome.tabs.query({ active: true }).then(([tab]) => chrome.tabs.setZoom(tab.id, ${zoom}))`,
      );
      // Firefox lays out by whole parts of 60 (0.9 becomes 60/67), and pictures by what was asked for.
      await expect.poll(() => page.evaluate('devicePixelRatio')).toBeCloseTo(zoom, 1);
      // The browser keeps lengths in 64ths of a pixel: at such a zoom a stripe is a little less high.
      const ratio = browserHere === 'Firefox' ? zoom : await page.evaluate('devicePixelRatio');
      const drawn = Number(
        await page.evaluate(`document.querySelector('.row').getBoundingClientRect().height * ${ratio}`),
      );
      const capture = await startCapture(browser, page, 'full');
      expect(await endOf(capture)).toBeNull();
      const { rows, height } = await readPicture(capture);
      expect(Math.abs(height - Math.min((pageHeight / stripe) * drawn, 16_384))).toBeLessThan(1.01);
      const places = rows.map(placeOf).filter((place) => typeof place === 'number');
      expect(
        places.every((place, row) => row === 0 || place >= (places[row - 1] ?? 0)),
        'in order',
      ).toBe(true);
      // A stripe's edge is drawn on a whole pixel: its rows lie at most one row beside where they are reckoned.
      const off = rows.map((colour, row) => {
        const place = placeOf(colour);
        return typeof place === 'number' ? Math.abs(place + 0.5 - (row + 0.5) / drawn) : 0;
      });
      expect(Math.max(...off)).toBeLessThanOrEqual(0.5 + 1 / drawn);
      await browser.background.evaluate(
        `chrome.tabs.query({}).then((tabs) => Promise.all(tabs.map((tab) => chrome.tabs.setZoom(tab.id, 1).catch(() => 0))))`,
      );
      await capture.close();
      await page.close();
    },
  );

  test.runIf(isWholeRun)('a page of 40,000 px is cut at what a picture holds, and says so', async () => {
    const page = await openStriped(browser, 'height=40000');
    const capture = await startCapture(browser, page, 'full');
    expect(await endOf(capture)).toBeNull();
    const { rows, height } = await readPicture(capture);
    expect(height).toBe(16_384);
    expect(faultsIn(rows, 1)).toEqual([]);
    expect(await capture.textContent('.reviewing .note')).toContain('upper 16,384 pixels');
    await capture.close();
    await page.close();
  });

  test.runIf(isWholeRun)(
    'a page that goes on growing below is taken as far as it went, and said to go on',
    async () => {
      const page = await openStriped(browser, 'height=3000&grows=below');
      const capture = await startCapture(browser, page, 'full');
      expect(await endOf(capture)).toBeNull();
      const { rows, height } = await readPicture(capture);
      expect(height).toBeGreaterThan(3000);
      expect(faultsIn(rows, 1)).toEqual([]);
      expect(await capture.textContent('.reviewing .note')).toContain('goes on below');
      await capture.close();
      await page.close();
    },
  );
});
