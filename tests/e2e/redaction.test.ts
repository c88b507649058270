import { beforeAll, describe, expect, test } from 'vitest';
import type { PersonalPlace, Rect } from '../../core/personal/personal-place';
import type { DrivenBrowser, DrivenPage } from '../../demo/drive/driver';
import { canaries, canaryPages } from '../builders/canary-page';
import { findInPage } from '../builders/find-in-page';
import { stageHere } from '../builders/stage-here';

type Found = Awaited<ReturnType<typeof findInPage>>;
interface Drawn extends Rect {
  readonly what: string;
}

/** Every drawn piece of the marked elements, in CSS pixels of the document. Runs in the page. */
const drawnScript = (mark: string) => `(() => {
  const all = [];
  const visit = (root) => {
    for (const element of root.querySelectorAll('*')) {
      if (element.hasAttribute('${mark}')) {
        const range = document.createRange();
        range.selectNodeContents(element);
        const hasText = element.textContent.trim() !== '' && !element.matches('input,textarea,select,iframe');
        const list = [...(hasText ? range : element).getClientRects()];
        for (const { x, y, width: w, height: h } of list)
          if (w > 0 && h > 0)
            all.push({ what: element.outerHTML.slice(0, 90), x: x + scrollX, y: y + scrollY, w, h });
      }
      if (element.shadowRoot) visit(element.shadowRoot);
    }
  };
  visit(document);
  return all;
})()`;

/** In half a pixel, as boxes of text are fractions. */
const isInside = (inner: Rect, outer: Rect): boolean =>
  inner.x >= outer.x - 0.5 &&
  inner.y >= outer.y - 0.5 &&
  inner.x + inner.w <= outer.x + outer.w + 0.5 &&
  inner.y + inner.h <= outer.y + outer.h + 0.5;
const touches = (a: Rect, b: Rect): boolean =>
  a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;

describe('personal data in a page', { timeout: 120_000 }, () => {
  let browser: DrivenBrowser;
  let page: DrivenPage;
  let found: Found;

  beforeAll(async () => {
    ({ browser } = await stageHere({ language: 'id', pages: [canaryPages] }));
    page = await browser.newPage();
    await page.goto(`https://www.tiktok.com/canary/${canaries.handle}?token=${canaries.token}`);
    found = await find();
  });

  const find = async (): Promise<Found> => findInPage(browser, await page.url());
  const drawn = (mark: string): Promise<Drawn[]> => page.evaluate(drawnScript(mark)) as Promise<Drawn[]>;
  const boxOf = (selector: string) =>
    page.evaluate(
      `document.querySelector('${selector}').getBoundingClientRect().toJSON()`,
    ) as Promise<DOMRect>;
  const uncovered = (all: readonly Drawn[], places: readonly PersonalPlace[]) =>
    all.filter((piece) => !places.some((place) => isInside(piece, place))).map(({ what }) => what);

  test('every drawn canary lies inside a suggested place', async () => {
    const all = await drawn('data-canary');
    expect(all.length).toBeGreaterThan(35);
    const scroll = await boxOf('.scroll');
    const seen = all.map((piece) => {
      if (!piece.what.includes('id="scrolled"')) return piece;
      const bottom = Math.min(piece.y + piece.h, scroll.y + scroll.height);
      return { ...piece, h: bottom - piece.y };
    });
    expect(uncovered(seen, found.personal)).toEqual([]);
  });

  test('also one in a closed shadow root, which only an extension can see', async () => {
    const {
      x,
      y,
      width: w,
      height: h,
    } = await page.evaluate(() => (window as unknown as { closedCanary(): DOMRect }).closedCanary());
    expect(uncovered([{ what: 'closed', x, y, w, h }], found.personal)).toEqual([]);
  });

  test('what is nobody’s is suggested nowhere, nor what is scrolled away or hidden', async () => {
    const free = await drawn('data-free');
    expect(free.length).toBeGreaterThan(5);
    const covered = free.filter((piece) => found.personal.some((place) => touches(piece, place)));
    expect(covered.map(({ what }) => what)).toEqual([]);
    const scroll = await boxOf('.scroll');
    const hidden = await boxOf('#hidden');
    for (const place of found.personal) {
      const inScroll = touches(place, { x: scroll.x, y: scroll.y, w: scroll.width, h: scroll.height + 1 });
      if (inScroll) expect(place.y + place.h).toBeLessThanOrEqual(scroll.y + scroll.height + 0.5);
      expect(touches(place, { x: hidden.x, y: hidden.y, w: hidden.width, h: hidden.height })).toBe(false);
    }
  });

  test('none is in the snapshot, the title, or anything else that leaves the page', () => {
    const secrets = [
      ...Object.values(canaries),
      ...Object.values(canaries).flatMap((secret) => secret.split(/[ .@]/).filter((part) => part.length > 3)),
      'Cempaka',
      'Kosasih',
      'toko.canary',
      'Wijaya',
      'CANARYORDER',
      '9876',
      'CAN-4471',
      'canary',
    ];
    const text = JSON.stringify(found);
    for (const secret of secrets) expect(text.toLowerCase(), secret).not.toContain(secret.toLowerCase());
    expect(found.title).toBe('████ TikTok Shop');
    expect(found.snapshot).toContain('<h1>Keranjang kuning</h1>');
    expect(found.snapshot).toContain('<a href="https://shop-id.tokopedia.com/pdp/_/_">Beli sekarang</a>');
    expect(found.snapshot.match(/<template shadowrootmode="open">/g)).toHaveLength(3);
  });

  test('kinds are told', () => {
    const kinds = new Set(found.personal.map(({ kind }) => kind));
    expect([...kinds].toSorted()).toEqual([
      'account-name',
      'address',
      'avatar',
      'canvas',
      'form-value',
      'frame',
      'handle',
      'mail',
      'number',
      'phone',
    ]);
  });

  test('what is fixed is suggested where it is, and where it stands in a picture of the whole page', async () => {
    await page.evaluate(() => window.scrollTo(0, 700));
    const { personal } = await find();
    expect(
      uncovered(await drawn('data-canary'), personal).filter((what) => !what.includes('scrolled')),
    ).toEqual([]);
    const tops = personal
      .filter(({ kind, x, y }) => kind === 'avatar' && x < 60 && y % 700 < 60)
      .map(({ y }) => y);
    expect(tops).toHaveLength(2);
    expect((tops[1] as number) - (tops[0] as number)).toBe(700);
    await page.evaluate(() => window.scrollTo(0, 0));
  });

  test('the page is left as it was: no element, attribute, global, selection, focus or scroll', async () => {
    await page.evaluate(() => {
      const seen: string[] = [];
      const observer = new MutationObserver((list) => seen.push(...list.map(({ type }) => type)));
      observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
      document.querySelector<HTMLElement>('input')?.focus();
      Object.assign(window, { seen, observer });
    });
    const look = () =>
      page.evaluate(() => [
        Object.getOwnPropertyNames(window).toSorted().join(),
        document.documentElement.outerHTML,
        String(document.getSelection()),
        document.activeElement?.outerHTML,
        `${scrollX} ${scrollY} ${document.querySelector('.scroll')?.scrollTop}`,
        String(document.styleSheets.length + document.adoptedStyleSheets.length),
      ]);
    const before = await look();
    const again = await find();
    expect(await look()).toEqual(before);
    expect(await page.evaluate(() => (window as unknown as { seen: string[] }).seen)).toEqual([]);
    expect(again.snapshot).toBe(found.snapshot);
  });
});
