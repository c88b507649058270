import { describe, expect, test } from 'vitest';
import type { PageLayout } from '../../core/capture/shots/frozen-page';
import { changeOf } from '../../core/capture/shots/page-change';
import type { PageLook } from '../../core/capture/shots/page-command';
import { placesInStrip } from '../../core/capture/shots/places-in-strip';
import { planShots, type ShotPlan } from '../../core/capture/shots/plan-shots';

const known: PageLayout = {
  viewport: { w: 1000, h: 800 },
  document: { w: 1000, h: 3000 },
  scroll: { x: 0, y: 0 },
  dpr: 1.5,
  stuck: { top: 60, bottom: 0 },
  fingerprint: 'x',
};
const lookOf = (layout: Partial<PageLayout> = {}, more: Partial<PageLook> = {}): PageLook => ({
  layout: { ...known, scroll: { x: 0, y: 700 }, ...layout },
  stoodAt: 0,
  hasMoved: false,
  changed: [],
  partChanged: 0,
  repeated: [],
  isOverlaid: false,
  hasOtherData: false,
  scrollsInside: false,
  address: 'https://contoh.test/',
  ...more,
});

describe('a page while it is captured', () => {
  test.each<[string, PageLook, string | null]>([
    ['stays as it was', lookOf(), null],
    ['differs by rounding only', lookOf({ document: { w: 1000, h: 3000.4 } }, { stoodAt: 0.6 }), null],
    ['has content elsewhere', lookOf({}, { hasMoved: true }), 'moved'],
    ['was scrolled by somebody', lookOf({}, { stoodAt: 90 }), 'moved'],
    ['was scrolled sideways', lookOf({ scroll: { x: 40, y: 700 } }), 'moved'],
    ['became shorter', lookOf({ document: { w: 1000, h: 2900 } }), 'moved'],
    ['was zoomed', lookOf({ dpr: 1.65 }), 'moved'],
    ['got another window', lookOf({ viewport: { w: 1000, h: 700 } }), 'moved'],
    ['goes on further below', lookOf({ document: { w: 1000, h: 3500 } }), 'grown'],
    ['shows a bar that was not known', lookOf({ stuck: { top: 60, bottom: 50 } }), 'stuck'],
    ['hides its bar', lookOf({ stuck: { top: 0, bottom: 0 } }), null],
  ])('%s', (_name, look, what) => {
    expect(changeOf(known, look, 0)?.what ?? null).toBe(what);
  });

  test('has not been scrolled by somebody before it was scrolled by us', () => {
    expect(changeOf(known, lookOf({}, { stoodAt: 500 }), null)).toBeNull();
  });
});

describe('personal places', () => {
  const plan = planShots(known, 'full') as ShotPlan;
  const placeAt = (y: number, h: number) => ({ kind: 'phone', x: 10, y, w: 100, h }) as const;

  test('come from the shot that shows them, cut where a seam runs through them, and none is lost', () => {
    const [first] = plan.shots;
    if (!first) throw new Error('no shot');
    const seam = (first.inDocument + first.rows) / plan.scale;
    const across = placeAt(seam - 10, 30);
    const parts = plan.shots.flatMap((shot) => placesInStrip([across], shot, plan));
    expect(parts.length).toBe(2);
    expect(parts.map(({ y }) => y)).toEqual([seam - 10, seam]);
    expect(parts.reduce((sum, { h }) => sum + h, 0)).toBeCloseTo(30, 9);
  });

  test('in a bar above count in the first shot only, though every shot finds them', () => {
    const found = plan.shots.map((shot) => placesInStrip([placeAt(shot.scroll + 20, 16)], shot, plan).length);
    expect(found).toEqual([1, ...plan.shots.slice(1).map(() => 0)]);
  });
});
