import { beforeAll, describe, expect, test } from 'vitest';
import type { DrivenBrowser } from '../../demo/drive/driver';
import { type Motion, motions, movingAddress, movingPages } from '../builders/moving-page';
import { stageHere } from '../builders/stage-here';
import { endOf, startCapture } from '../builders/take-capture';
import { isWholeRun, ofMatrix } from '../run/whole-run';

/** At each change some of each; in the whole run 100 captures a browser. */
const times = isWholeRun ? [20, 40, 60, 120, 300] : [60];
const moving = ofMatrix<Motion>(
  motions.filter((motion) => motion !== 'still'),
  ['recycled', 'glides', 'faces', 'hinted', 'window'],
);
const repeats = isWholeRun ? Math.ceil(100 / (moving.length * times.length)) : 1;

/** Red pixels that the stored picture would show: of a telephone number that is not covered. Runs in the review's page. */
const redOf = `(() => {
  const canvas = madeCanvases.toSorted((a, b) => b.width * b.height - a.width * a.height)[0];
  const covered = [...document.querySelectorAll('.cover')].map(({ style }) => {
    const zoom = parseFloat(document.querySelector('.sheet').style.width) / canvas.width;
    return ['left', 'top', 'width', 'height'].map((name) => parseFloat(style[name]) / zoom);
  });
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  let open = 0, all = 0;
  for (let at = 0; at < data.length; at += 4) {
    if (data[at] < 150 || data[at + 1] > 90 || data[at + 2] > 90) continue;
    all += 1;
    const [x, y] = [(at / 4) % canvas.width, Math.floor(at / 4 / canvas.width)];
    if (!covered.some(([left, top, w, h]) => x >= left - 1 && x < left + w + 1 && y >= top - 1 && y < top + h + 1)) open += 1;
  }
  return { all, open };
})()`;

describe('a page that changes while it is captured', { timeout: 600_000 }, () => {
  let browser: DrivenBrowser;
  beforeAll(async () => {
    ({ browser } = await stageHere({ language: 'en', pages: [movingPages] }));
  });

  const captured = async (
    motion: Motion,
    ms: number,
  ): Promise<{ end: string | null; all: number; open: number }> => {
    const page = await browser.newPage();
    await page.goto(movingAddress(motion, ms));
    const capture = await startCapture(browser, page, 'visible');
    const end = await endOf(capture);
    const seen =
      end === null ? ((await capture.evaluate(redOf)) as { all: number; open: number }) : { all: 0, open: 0 };
    await capture.close();
    await page.close();
    return { end, ...seen };
  };

  test('one that stands still is covered where its numbers are, and nowhere as changed', async () => {
    const { end, all, open } = await captured('still', 1000);
    expect(end).toBeNull();
    expect(all).toBeGreaterThan(100);
    expect(open).toBe(0);
  });

  test.each(moving)('no number can be read in any picture: %s', async (motion) => {
    const ends: Record<string, number> = {};
    for (const ms of times)
      for (let n = 0; n < repeats; n += 1) {
        const { end, open } = await captured(motion, ms);
        const key = end ?? 'a picture';
        ends[key] = (ends[key] ?? 0) + 1;
        expect(open, `${motion}, every ${ms} ms`).toBe(0);
      }
    console.log(motion, ends);
    expect(ends['a picture'] ?? 0, 'some are taken').toBeGreaterThan(0);
  });
});
