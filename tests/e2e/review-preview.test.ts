import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PersonalPlace } from '../../core/personal/personal-place';
import type { DrivenBrowser, DrivenPage } from '../../demo/drive/driver';
import { launchHere, serveHere } from '../builders/browser-here';
import { serveReview } from '../builders/review/serve';
import { ofMatrix } from '../run/whole-run';

const places: readonly PersonalPlace[] = [
  { kind: 'handle', x: 40, y: 40.3, w: 90, h: 14.5 },
  { kind: 'phone', x: 40, y: 60, w: 120.6, h: 14.5 },
  { kind: 'mail', x: 260, y: 120, w: 190, h: 22 },
  { kind: 'avatar', x: 560, y: 60, w: 9, h: 9 },
  { kind: 'frame', x: 300, y: 200, w: 340, h: 120 },
];

/**
 * What the screen shows of the stage beside what is stored: pixels of the screenshot whose place in the stored picture is
 * wholly covered, or wholly free, and how many of them look otherwise. Runs in the page.
 */
const compare = `async (shot) => {
  const { picture, filled } = window.result;
  const bytes = Uint8Array.from(atob(shot), (sign) => sign.charCodeAt(0));
  const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
  const screen = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
  screen.drawImage(bitmap, 0, 0);
  const seen = screen.getImageData(0, 0, bitmap.width, bitmap.height);
  const stored = filled.getContext('2d').getImageData(0, 0, filled.width, filled.height);
  const before = picture.getContext('2d').getImageData(0, 0, picture.width, picture.height);
  const same = (a, at, b, to, by) => [0, 1, 2].every((n) => Math.abs(a[at + n] - b[to + n]) <= by);
  const covered = new Uint8Array(stored.width * stored.height).map((_, n) => (same(stored.data, n * 4, before.data, n * 4, 0) ? 0 : 1));
  const density = bitmap.width / innerWidth;
  const stage = document.querySelector('.stage');
  const frame = stage.getBoundingClientRect();
  const sheet = document.querySelector('.sheet').getBoundingClientRect();
  const zoom = sheet.width / picture.width;
  const left = Math.ceil((Math.max(frame.left + 14, sheet.left) + 1) * density);
  const top = Math.ceil((Math.max(frame.top + 14, sheet.top) + 1) * density);
  const right = Math.floor((Math.min(frame.left + stage.clientWidth - 14, sheet.right) - 1) * density);
  const bottom = Math.floor((Math.min(frame.top + stage.clientHeight - 14, sheet.bottom) - 1) * density);
  const answer = { covered: 0, free: 0, wrong: [] };
  for (let y = top; y < bottom; y += 1)
    for (let x = left; x < right; x += 1) {
      const at = (v, from) => (v / density - from) / zoom;
      const [x0, x1] = [Math.floor(at(x, sheet.left)) - 1, Math.ceil(at(x + 1, sheet.left)) + 1];
      const [y0, y1] = [Math.floor(at(y, sheet.top)) - 1, Math.ceil(at(y + 1, sheet.top)) + 1];
      let some = 0, all = 0, alike = 0;
      const middle = (Math.floor((y0 + y1) / 2) * stored.width + Math.floor((x0 + x1) / 2)) * 4;
      for (let row = Math.max(0, y0); row < Math.min(stored.height, y1); row += 1)
        for (let column = Math.max(0, x0); column < Math.min(stored.width, x1); column += 1) {
          all += 1;
          some += covered[row * stored.width + column];
          alike += same(stored.data, (row * stored.width + column) * 4, stored.data, middle, 4) ? 1 : 0;
        }
      // Only where the stored picture has one colour all around: elsewhere making smaller mixes colours.
      if (alike !== all || (some !== 0 && some !== all)) continue;
      answer[some === 0 ? 'free' : 'covered'] += 1;
      const pixel = (y * seen.width + x) * 4;
      if (!same(seen.data, pixel, stored.data, middle, 6) && answer.wrong.length < 9)
        answer.wrong.push([x, y, some === 0 ? 'free' : 'covered', [...seen.data.slice(pixel, pixel + 3)].join(), [...stored.data.slice(middle, middle + 3)].join()].join(' '));
    }
  return answer;
}`;

describe.each(ofMatrix([1, 2], [1]))('on a screen of %f pixels a CSS pixel', (pixelRatio) => {
  let review: Awaited<ReturnType<typeof serveReview>>;
  let browser: DrivenBrowser;
  let page: DrivenPage;
  beforeAll(async () => {
    review = await serveReview();
    browser = await launchHere({ ...(await serveHere()), language: 'en', pixelRatio, viewport: null });
    page = await browser.newPage();
    await page.goto(review.address);
    const size = { w: 1000 * pixelRatio, h: 700 * pixelRatio, part: { x: 0, y: 0, w: 1000, h: 700 } };
    await page.evaluate(`start(${JSON.stringify({ ...size, scale: pixelRatio, places, language: 'en' })})`);
    await page.waitForSelector('.stage canvas');
  });
  afterAll(() => review?.close());

  test.each([-2, -1, 0, 1, 2])(
    'the review shows %i steps from the fitted width what is stored, pixel for pixel: no cover is larger than it will be',
    async (steps) => {
      await page.click('text="Fit width"');
      for (let n = 0; n < Math.abs(steps); n += 1)
        await page.click(`[aria-label="Zoom ${steps < 0 ? 'out' : 'in'}"]`);
      // Two frames, in which the tiles are drawn anew.
      await page.evaluate(
        'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 50))))',
      );
      const boxes = (await page.evaluate(`[...document.querySelectorAll('.cover')].map((cover) => {
        const { width, height } = cover.getBoundingClientRect();
        return [width - parseFloat(cover.style.width), height - parseFloat(cover.style.height)];
      })`)) as number[][];
      for (const off of boxes.flat()) expect(Math.abs(off)).toBeLessThan(0.05);
      await page.evaluate('fill()');
      const shot = (await page.screenshot()).toString('base64');
      const answer = (await page.evaluate(`(${compare})(${JSON.stringify(shot)})`)) as {
        covered: number;
        free: number;
        wrong: string[];
      };
      expect(answer.covered).toBeGreaterThan(1000);
      expect(answer.free).toBeGreaterThan(10_000);
      expect(answer.wrong).toEqual([]);
    },
  );
});
