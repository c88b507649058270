import { beforeAll, describe, expect, test } from 'vitest';
import type { Rect } from '../../core/personal/personal-place';
import type { DrivenBrowser } from '../../demo/drive/driver';
import { fieldHost, fieldPages, kindsOfPages } from '../builders/field-pages';
import { findInPage } from '../builders/find-in-page';
import { stageHere } from '../builders/stage-here';

interface Marked extends Rect {
  readonly text: string;
  readonly isPersonal: boolean;
}

/** What is marked in the page as personal, or as nobody's, as it is drawn. Runs in the page. */
const marked = `[...document.querySelectorAll('[data-p], [data-free]')].flatMap((one) => {
  const range = document.createRange();
  range.selectNodeContents(one);
  const isText = one.textContent.trim() !== '' && !one.matches('input, select');
  const { x, y, width: w, height: h } = (isText ? range : one).getBoundingClientRect();
  return w > 0 && h > 0 ? [{ text: one.textContent || one.placeholder || one.value || one.localName, isPersonal: one.hasAttribute('data-p'), x: x + scrollX, y: y + scrollY, w, h }] : [];
})`;
const holds = (place: Rect, { x, y, w, h }: Rect): boolean =>
  place.x <= x + 0.5 &&
  place.y <= y + 0.5 &&
  place.x + place.w >= x + w - 0.5 &&
  place.y + place.h >= y + h - 0.5;
const touches = (a: Rect, b: Rect): boolean =>
  a.x < b.x + b.w - 1 && b.x < a.x + a.w - 1 && a.y < b.y + b.h - 1 && b.y < a.y + a.h - 1;

/** `npm run finder` prints what this measures. */
describe('the finder on pages after the field guide', { timeout: 300_000 }, () => {
  let browser: DrivenBrowser;
  beforeAll(async () => {
    ({ browser } = await stageHere({ language: 'id', pages: [fieldHost] }));
  });

  test(`finds at least 98 %% of what a person can read on ${fieldPages.length} made pages, and marks little else`, async () => {
    const page = await browser.newPage();
    const found = Object.fromEntries(
      Object.keys(kindsOfPages).map((kind) => [
        kind,
        { all: 0, hit: 0, free: 0, wrong: 0, missed: new Set<string>(), marks: new Set<string>() },
      ]),
    );
    for (const { kind, path } of fieldPages) {
      const address = `https://www.tiktok.com${path}`;
      await page.goto(address);
      const { personal: places } = await findInPage(browser, address);
      const counts = found[kind] as NonNullable<(typeof found)[string]>;
      for (const one of (await page.evaluate(marked)) as Marked[]) {
        if (one.isPersonal) {
          counts.all += 1;
          if (places.some((place) => holds(place, one))) counts.hit += 1;
          else counts.missed.add(one.text);
        } else {
          counts.free += 1;
          if (!places.some((place) => touches(place, one))) continue;
          counts.wrong += 1;
          counts.marks.add(one.text);
        }
      }
    }
    const all = Object.values(found);
    const sum = (name: 'all' | 'hit' | 'free' | 'wrong') => all.reduce((total, one) => total + one[name], 0);
    for (const [kind, one] of Object.entries(found))
      console.log(
        `${kind}: ${one.hit} of ${one.all} found, ${one.wrong} of ${one.free} marked wrongly${one.missed.size ? `; missed: ${[...one.missed].slice(0, 5).join(' | ')}` : ''}${one.marks.size ? `; wrongly: ${[...one.marks].slice(0, 5).join(' | ')}` : ''}`,
      );
    const [recall, wrong] = [sum('hit') / sum('all'), sum('wrong') / sum('free')];
    console.log(
      `${fieldPages.length} pages: recall ${(recall * 100).toFixed(1)} % of ${sum('all')}, false marks ${(wrong * 100).toFixed(1)} % of ${sum('free')}`,
    );
    expect(fieldPages.length).toBeGreaterThanOrEqual(60);
    expect(recall).toBeGreaterThanOrEqual(0.98);
    expect(wrong).toBeLessThanOrEqual(0.03);
  });
});
