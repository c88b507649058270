import { describe, expect, test } from 'vitest';
import { findSurface } from '../../core/address/find-surface';
import { readPage } from '../../core/page/read-page';
import { builtInRulebook as rulebook } from '../../core/rulebook/built-in';
import { judge, judgeReading } from '../../core/verdict/judge';
import { judgeAddress } from '../../core/verdict/judge-address';
import { ROUTER_STATE_ID } from '../../demo/shop/shop-state';
import { basketItem, SHOP_ID_PRODUCT, shopChild } from '../../demo/shop/video-state';
import { addressPage, judgeToday, today, videoAddress, videoId, videoPageOf } from '../builders/pages';

const usProduct = 'https://www.tiktok.com/shop/pdp/x/1730000000000000001';
const shopPage = (address: string, state: Record<string, string>) =>
  judgeToday({ ...addressPage(address), states: { [ROUTER_STATE_ID]: JSON.stringify(state) } });
const says = (signal: string, value: string, weight = 'supporting') => ({
  signal,
  weight,
  where: 'page state',
  value,
});
const decides = (signal: string, value: string) => ({ signal, weight: 'deciding', where: 'address', value });

describe('beside its address a shop’s page names its region and its route', () => {
  test.each([
    ['another region supports the shop of other regions', 'US', 'tiktok-shop', 'supporting'],
    ['Indonesia speaks against it', 'ID', 'conflicting', 'against'],
    ['Indonesia in small letters speaks against it', 'id', 'conflicting', 'against'],
  ])('%s', (_what, region, processor, weight) => {
    expect(shopPage(usProduct, { real_region: region })).toMatchObject({
      basket: 'yes',
      processor,
      evidence: [
        decides('tiktok-shop-product', 'www.tiktok.com/shop/…'),
        says('shop-region', region, weight),
      ],
      unread: [],
      drift: [],
    });
  });

  test('a route that happens to be called "id" is no region', () => {
    const verdict = shopPage(usProduct, { route_page_name: 'id' });
    expect(verdict.processor).toBe('tiktok-shop');
    expect(verdict.evidence[1]).toEqual(says('shop-route', 'id'));
  });

  test('and they support no answer where the address gives none', () => {
    expect(
      shopPage('https://shop-id.tokopedia.com/view/x', { real_region: 'ID', route_page_name: 'x' }),
    ).toMatchObject({
      kind: 'other',
      basket: 'unknown',
      processor: 'unknown',
      evidence: [says('shop-region', 'ID'), says('shop-route', 'x')],
      unread: [{ what: 'basket', why: 'never-captured' }],
      drift: [],
    });
  });
});

describe('a step of buying that the page’s own route names', () => {
  test.each([
    ['https://shop-id.tokopedia.com/view/x', 'cart', 'cart'],
    ['https://shop-id.tokopedia.com/view/x', 'order_submit', 'checkout'],
    ['https://shop-id.tokopedia.com/view/x', 'order_list', 'order'],
    ['https://shop-id.tokopedia.com/view/x', 'order_detail', 'order'],
    ['https://pay.tokopediax.com/pipo_fe/ecom/pay', 'order_submit', 'checkout'],
  ])('on %s, %s, is %s', (address, route, kind) => {
    expect(shopPage(address, { route_page_name: route })).toMatchObject({
      kind,
      basket: 'yes',
      processor: 'tokopedia',
    });
  });

  test('is decided by the host, supported by the route and said to be unproven', () => {
    expect(shopPage('https://shop-id.tokopedia.com/view/x', { route_page_name: 'cart' })).toMatchObject({
      evidence: [decides('shop-id-unlisted', 'shop-id.tokopedia.com/view/…'), says('shop-route', 'cart')],
      unread: [{ what: 'basket', why: 'never-captured' }],
      drift: [],
    });
  });

  test.each([
    [
      'a name of the language’s own',
      'https://shop-id.tokopedia.com/view/x',
      'constructor',
      'other',
      'unknown',
    ],
    ['a page whose address tells its kind', usProduct, 'order_detail', 'product', 'yes'],
    ['a page of the Indonesian shop whose address tells its kind', SHOP_ID_PRODUCT, 'cart', 'product', 'yes'],
    ['a host that is on no list', 'https://brand-new.tokopedia.com/', 'cart', 'other', 'unknown'],
  ])('is none on %s', (_what, address, route, kind, basket) => {
    expect(shopPage(address, { route_page_name: route })).toMatchObject({ kind, basket });
  });
});

describe('an address that leaves its page unknown says why, and no evidence', () => {
  test.each([
    ['https://www.tiktok.com/@demo/live', 'live-page-does-not-say'],
    ['https://www.tiktok.com/@demo', 'items-not-read'],
    ['https://www.tiktok.com/t/ZSabc123/', 'short-link'],
    ['https://shop.tiktok.com/id/pdp/1730000000000000001', 'region-never-seen'],
    ['https://oec-api.tiktokv.com/view/product/1730000000000000001', 'region-undecided'],
  ])('%s: %s', (address, why) => {
    expect(judgeToday(addressPage(address))).toMatchObject({
      basket: 'unknown',
      processor: 'unknown',
      evidence: [],
      unread: [{ what: 'basket', why }],
      drift: [],
    });
  });
});

describe('a page of nobody we know', () => {
  test('leaves nothing unread, and no law is named', () => {
    expect(judgeToday({ ...addressPage('https://example.org/x?token=1'), states: {} })).toEqual({
      address: expect.stringMatching(/^https:\/\/example\.org/),
      date: today,
      surface: 'elsewhere',
      kind: 'other',
      basket: 'no',
      processor: 'unknown',
      phase: null,
      lookalike: null,
      owner: null,
      evidence: [decides('host-not-genuine', 'example.org')],
      unread: [],
      drift: [],
      law: [],
      rulebook: { version: rulebook.about.version, reviewed: rulebook.about.reviewed },
    });
  });

  test('that has no host is named by its scheme, shortly', () => {
    const scheme = `${'x'.repeat(100)}:`;
    expect(judgeToday(addressPage(`${scheme}y`)).evidence).toEqual([
      decides('host-not-genuine', scheme.slice(0, 80)),
    ]);
  });

  test('is an imitation only of a genuine domain', () => {
    const lookalike = (address: string) => judgeToday(addressPage(address)).lookalike;
    expect(lookalike('https://www.tiktok.com.example.net/')).toMatchObject({ of: 'www.tiktok.com' });
    expect(lookalike('https://example.net/')).toBeNull();
    expect(lookalike('ftp://www.tiktok.com/')).toBeNull();
  });
});

describe('the Indonesian law of the day', () => {
  const law = (address: string, date = today) =>
    judge(addressPage(address), rulebook, date).law.map(({ regulation }) => regulation);

  test.each([
    ['a video of which only the address is known', videoAddress, today, ['permendag-19-2026']],
    ['a page of the Indonesian shop', SHOP_ID_PRODUCT, today, ['permendag-19-2026']],
    [
      'a page of the Indonesian shop that is unknown',
      'https://shop-id.tokopedia.com/x',
      today,
      ['permendag-19-2026'],
    ],
    ['the own shop, before it closed', SHOP_ID_PRODUCT, '2023-09-01', ['permendag-50-2020']],
    ['a shop of another region', usProduct, today, []],
    ['Tokopedia’s own cart', 'https://www.tokopedia.com/cart', today, []],
    ['a seller’s page', 'https://seller-id.tokopedia.com/', today, []],
  ])('goes with %s', (_what, address, date, regulations) => {
    expect(law(address, date)).toEqual(regulations);
  });

  test('goes with a video’s basket, but not with one of another region’s shop', () => {
    const withBasket = (address: string) =>
      judgeToday(videoPageOf(basketItem(videoId, 'contoh', [shopChild(address)])));
    expect(withBasket(SHOP_ID_PRODUCT).law).toHaveLength(1);
    expect(withBasket(usProduct)).toMatchObject({ processor: 'tiktok-shop', law: [] });
  });
});

test('a phase that has not begun is not the phase of today', () => {
  const later = rulebook.phases.filter(({ from }) => from !== null && from > '2023');
  const verdict = judge(addressPage(SHOP_ID_PRODUCT), { ...rulebook, phases: later }, '2023-10-01');
  expect(verdict).toMatchObject({ basket: 'yes', phase: null });
});

test('a date that is none is named, shortly', () => {
  expect(() => judgeToday(addressPage(videoAddress), 'tomorrow')).toThrow(
    /^not a day or date-time: tomorrow$/,
  );
  expect(() => judgeToday(addressPage(videoAddress), 'x'.repeat(100))).toThrow(/: x{40}$/);
});

describe('an address whose page must decide', () => {
  const url = new URL(videoAddress);
  const nobodyRead = readPage(addressPage(videoAddress), rulebook);
  const found = findSurface(url, rulebook.hosts);

  test('decides nothing by itself', () => {
    expect(judgeAddress(found, url, nobodyRead, rulebook)).toEqual({
      basket: 'unknown',
      processor: 'unknown',
      evidence: [],
      unread: [],
      drift: [],
    });
  });

  test('may decide that there is a basket, and leave to the page who handles it', () => {
    const rule = found.rule && { ...found.rule, basket: 'yes' as const };
    const { basket, processor } = judgeAddress({ ...found, rule }, url, nobodyRead, rulebook);
    expect([basket, processor]).toEqual(['yes', 'unknown']);
  });
});

test('a page of the shop that names no route is judged without one', () => {
  const unlisted = 'https://shop-id.tokopedia.com/view/x';
  const reading = readPage({ ...addressPage(unlisted), states: {} }, rulebook);
  expect(judgeReading({ ...reading, texts: [] }, rulebook, today)).toMatchObject({
    kind: 'other',
    basket: 'unknown',
    evidence: [],
  });
});
