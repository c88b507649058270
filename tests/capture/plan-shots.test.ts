import { describe, expect, test } from 'vitest';
import type { PageLayout } from '../../core/capture/shots/frozen-page';
import { planShots, rowInShot, type ShotPlan, sideLimit } from '../../core/capture/shots/plan-shots';

interface Case {
  /** Viewport and document height, CSS pixels. */
  view: number;
  doc: number;
  dpr: number;
  top?: number;
  bottom?: number;
  scroll?: number;
  width?: number;
}

const layoutOf = ({ view, doc, dpr, top = 0, bottom = 0, scroll = 0, width = 1000 }: Case): PageLayout => ({
  viewport: { w: width, h: view },
  document: { w: width, h: doc },
  scroll: { x: 0, y: scroll },
  dpr,
  stuck: { top, bottom },
  fingerprint: 'x',
});

const planOf = (wanted: Case, extent: 'full' | 'visible' = 'full'): ShotPlan => {
  const plan = planShots(layoutOf(wanted), extent);
  if (plan === null) throw new Error('no plan');
  return plan;
};

/** The browser's way of scrolling: to a whole device pixel, no further than the document goes. */
const scrolledTo = (asked: number, { doc, view, dpr }: Case): number =>
  Math.min(Math.round(asked * dpr) / dpr, doc - view);

/** For each row of the stitched picture the row of the document in it, or what sticks over it. */
function stitch(wanted: Case, askedToReal = scrolledTo): (number | 'top' | 'bottom')[] {
  const plan = planOf(wanted);
  const { dpr, view, top = 0, bottom = 0 } = wanted;
  const picture: (number | 'top' | 'bottom')[] = [];
  for (const shot of plan.shots) {
    const scrolled = askedToReal(shot.scroll, wanted);
    const row = rowInShot(shot, scrolled, dpr);
    if (row === null) throw new Error(`shot at ${shot.scroll} cannot be used`);
    for (let n = 0; n < shot.rows; n += 1) {
      const inShot = row + n;
      const isTop = inShot < top * dpr;
      const isBottom = inShot >= (view - bottom) * dpr;
      picture.push(isTop ? 'top' : isBottom ? 'bottom' : Math.round(scrolled * dpr) + inShot);
    }
  }
  expect(picture.length).toBe(plan.height);
  return picture;
}

/** Names of dimensions × their values, each with each. */
const pages: [string, Case][] = [0.5, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 2, 2.625, 3, 6].flatMap((dpr) =>
  [
    { view: 800, doc: 800 },
    { view: 800, doc: 801 },
    { view: 800, doc: 2500 },
    { view: 533, doc: 4321 },
    { view: 800 / dpr, doc: 2400 + 800 / dpr },
    { view: 267, doc: 2000, top: 60 },
    { view: 800, doc: 3000, top: 64, bottom: 48.5 },
    { view: 800, doc: 3000, top: 300, bottom: 300 },
    { view: 801, doc: 1602, bottom: 80 },
    { view: 800, doc: 2333.3, top: 33.33 },
    { view: 800, doc: 40_000, top: 64, bottom: 48 },
  ].map((page): [string, Case] => [
    `${page.doc} px seen through ${page.view}, ${page.top ?? 0} above and ${page.bottom ?? 0} below stuck, ${dpr} pixels a CSS pixel`,
    { ...page, dpr },
  ]),
);

describe('the full page', () => {
  test.each(pages)('shows each row once and in order: %s', (_name, page) => {
    const picture = stitch(page);
    const wrong = picture.findIndex((row, place) => typeof row === 'number' && row !== place);
    expect(wrong, 'no row at another place than in the document').toBe(-1);
    const scrollable = Math.round((page.doc - page.view) * page.dpr);
    expect(picture.length).toBe(Math.min(scrollable + Math.floor(page.view * page.dpr), sideLimit));
  });

  test.each(pages)('keeps what sticks above at its top only, below at its bottom only: %s', (_name, page) => {
    const picture = stitch(page);
    const lastTop = picture.lastIndexOf('top');
    const firstBottom = picture.indexOf('bottom');
    expect(lastTop).toBeLessThan(Math.max(1, Math.ceil((page.top ?? 0) * page.dpr)));
    if (firstBottom >= 0)
      expect(picture.length - firstBottom).toBeLessThanOrEqual(Math.ceil((page.bottom ?? 0) * page.dpr));
    expect(picture.includes('bottom'), 'also where the page is cut').toBe((page.bottom ?? 0) > 0);
  });

  test.each([-1, 1])('holds when the page scrolls %i device pixel off', (off) => {
    for (const [, page] of pages) {
      const last = (page.doc - page.view) * page.dpr;
      const picture = stitch(page, (asked, { dpr }) => {
        const rows = Math.round(asked * dpr);
        return rows === 0 || rows >= Math.round(last) ? rows / dpr : (rows + off) / dpr;
      });
      expect(picture.findIndex((row, place) => typeof row === 'number' && row !== place)).toBe(-1);
    }
  });

  test.each([-40, -5, 5, 40, 700])('refuses a shot that is %i px from where it should be', (off) => {
    const page = { view: 800, doc: 5000, dpr: 1, top: 64, bottom: 48 };
    const [, second] = planOf(page).shots;
    if (!second) throw new Error('no second shot');
    expect(rowInShot(second, second.scroll, 1)).not.toBeNull();
    expect(rowInShot(second, second.scroll + off, 1)).toBeNull();
  });

  test.each([
    { doc: 16_384, dpr: 1, wasCut: false, height: 16_384 },
    { doc: 16_385, dpr: 1, wasCut: true, height: 16_384 },
    { doc: 40_000, dpr: 1, wasCut: true, height: 16_384 },
    { doc: 8_192, dpr: 2, wasCut: false, height: 16_384 },
    { doc: 8_193, dpr: 2, wasCut: true, height: 16_384 },
    { doc: 30_000, dpr: 0.5, wasCut: false, height: 15_000 },
  ])('of $doc px at $dpr is $height pixels high, cut: $wasCut', ({ doc, dpr, wasCut, height }) => {
    const plan = planOf({ view: 800, doc, dpr });
    expect([plan.wasCut, plan.height]).toEqual([wasCut, height]);
    expect(plan.part).toEqual({ x: 0, y: 0, w: 1000, h: height / dpr });
  });

  test('takes no more shots than the free rows need', () => {
    expect(planOf({ view: 800, doc: 16_000, dpr: 1 }).shots.length).toBeLessThanOrEqual(21);
    expect(planOf({ view: 800, doc: 800, dpr: 3, top: 64 }).shots.length).toBe(1);
  });

  test('takes stuck parts for content where they leave nothing to see, rather than never end', () => {
    const plan = planOf({ view: 400, doc: 3000, dpr: 1, top: 200, bottom: 195 });
    expect(plan.shots.length).toBeLessThan(10);
  });
});

describe('the visible part', () => {
  test.each([0.5, 1, 1.5, 3])('is one shot from where the page stands, at %f pixels a CSS pixel', (dpr) => {
    const plan = planOf({ view: 800, doc: 5000, dpr, top: 60, bottom: 60, scroll: 1200 }, 'visible');
    expect(plan.shots.length).toBe(1);
    expect(plan.height).toBe(800 * dpr);
    expect(plan.part).toEqual({ x: 0, y: 1200, w: 1000, h: 800 });
    expect(plan.wasCut, 'nothing was meant to be below').toBe(false);
    expect(rowInShot(plan.shots[0] as never, 1200, dpr)).toBe(0);
  });
});

test('a page wider than a picture can be, or without a size, gives no plan', () => {
  expect(planShots(layoutOf({ view: 800, doc: 800, dpr: 3, width: 6000 }), 'full')).toBeNull();
  expect(planShots(layoutOf({ view: 0, doc: 0, dpr: 1 }), 'full')).toBeNull();
});
