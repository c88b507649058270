import { beforeAll, describe, expect, test } from 'vitest';
import type { DrivenBrowser, DrivenPage } from '../../demo/drive/driver';
import type { OtherHost } from '../../demo/server';
import { stageHere } from '../builders/stage-here';
import { endOf, startCapture } from '../builders/take-capture';
import { isWholeRun, ofMatrix } from '../run/whole-run';

/** A long page with parts of one colour each that keep their place while it scrolls. */
const fixedPages: OtherHost = {
  host: 'www.tiktok.com',
  answer: (path) => {
    const url = new URL(path, 'https://www.tiktok.com');
    if (url.pathname !== '/tetap') return null;
    const height = Number(url.searchParams.get('height'));
    const open = url.searchParams.get('open') ?? '';
    return {
      status: 200,
      headers: { 'content-type': 'text/html; charset=utf-8' },
      body: `<!doctype html><meta charset="utf-8"><title>Tetap</title><style>body { margin: 0; height: ${height}px; background: #fff }
#side { position: fixed; left: 0; top: 200px; width: 120px; height: 300px; background: #00c000 }
#buy { position: fixed; left: 300px; right: 0; bottom: 0; height: 56px; background: #0000ff }
#frame { position: fixed; inset: 0; pointer-events: none }
#ground { position: fixed; inset: 0; background: #ffff00 }
#kept { position: absolute; left: 600px; top: 150px; width: 300px; height: 200px; background: #c000c0 }
dialog { border: 0; background: #ff0000; width: 300px; height: 200px }</style>
<div id="frame"></div><div id="side"></div><div id="buy"></div><dialog>Bayar</dialog>
${open === 'ground' ? '<div id="ground"></div>' : ''}
${open === 'kept' ? '<div id="kept"></div>' : ''}
<script>${open === 'dialog' ? "document.querySelector('dialog').showModal()" : open === 'kept' ? "addEventListener('scroll', () => { document.getElementById('kept').style.top = scrollY + 150 + 'px'; })" : ''}</script>`,
    };
  },
};

/** Rows of the picture in which a colour stands at a column. Runs in the review. */
const rowsOf = (capture: DrivenPage, column: number, colour: string): Promise<number[]> =>
  capture.evaluate(`(() => {
    const canvas = madeCanvases.toSorted((a, b) => b.width * b.height - a.width * a.height)[0];
    const { data } = canvas.getContext('2d').getImageData(${column}, 0, 1, canvas.height);
    return Array.from({ length: canvas.height }, (_, n) => n).filter((n) => [data[n * 4], data[n * 4 + 1], data[n * 4 + 2]].join() === '${colour}');
  })()`) as Promise<number[]>;

describe('parts that keep their place while a page scrolls', { timeout: 240_000 }, () => {
  let browser: DrivenBrowser;
  beforeAll(async () => {
    ({ browser } = await stageHere({ language: 'en', pages: [fixedPages] }));
  });
  const capture = async (query: string, extent: 'visible' | 'full') => {
    const page = await browser.newPage();
    await page.goto(`https://www.tiktok.com/tetap?${query}`);
    return startCapture(browser, page, extent);
  };

  test('are in the picture of a whole page once; where they would come again a grey field stands', async () => {
    const shown = await capture('height=3000', 'full');
    expect(await endOf(shown)).toBeNull();
    const green = await rowsOf(shown, 60, '0,192,0');
    expect([green[0], green.length]).toEqual([200, 300]);
    expect((await rowsOf(shown, 60, '154,154,154')).length).toBeGreaterThan(300);
    await shown.close();
  });

  test('are so too where a script keeps them in view', async () => {
    const shown = await capture('height=3000&open=kept', 'full');
    expect(await endOf(shown)).toBeNull();
    const purple = await rowsOf(shown, 700, '192,0,192');
    expect([purple[0], purple.length]).toEqual([150, 200]);
    await shown.close();
  });

  test.runIf(isWholeRun)(
    'at the lower edge are there where a page is cut, too: the bar with the basket is what is looked for',
    async () => {
      const shown = await capture('height=17500', 'full');
      expect(await endOf(shown)).toBeNull();
      const blue = await rowsOf(shown, 500, '0,0,255');
      expect(blue.length).toBeGreaterThanOrEqual(53);
      expect(blue[0]).toBeGreaterThan(16_384 - 60);
      await shown.close();
    },
  );

  test.each(ofMatrix(['dialog', 'ground'], ['ground']))(
    'over all of it (%s): the whole page is refused, the visible part is taken',
    async (open) => {
      const refused = await capture(`height=3000&open=${open}`, 'full');
      expect(await endOf(refused)).toBe('A window lies over the page');
      await refused.close();
      const shown = await capture(`height=3000&open=${open}`, 'visible');
      expect(await endOf(shown)).toBeNull();
      await shown.close();
    },
  );
});
