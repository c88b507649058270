import { describe, expect, test } from 'vitest';
import { builtInRulebook as rulebook } from '../../core/rulebook/built-in';
import { shortAddress, shownHost } from '../../core/verdict/judge-address';
import { judgeRoom } from '../../core/verdict/judge-room';
import { judgeShopAddress } from '../../core/verdict/judge-shop-address';
import { shownValue } from '../../core/verdict/shown-value';
import { basketItem, capcutAnchor, SHOP_ID_PRODUCT, shopChild, videoItem } from '../../demo/shop/video-state';
import { addressPage, judgeToday, videoAddress, videoId, videoPageOf } from '../builders/pages';

describe('what a live room says is shown as it was read', () => {
  const shown = (hasGoods: boolean | null, productCount: number | null) =>
    judgeRoom({ hasGoods, productCount });
  const goods = (value: string) => ({
    signal: 'room-has-goods',
    weight: 'deciding',
    where: 'page props',
    value,
  });
  const count = (value: string) => ({
    signal: 'room-product-count',
    weight: 'deciding',
    where: 'page props',
    value,
  });

  test('both of its fields, in the order of the rules', () => {
    expect(shown(true, 3)).toEqual({
      basket: 'yes',
      processor: 'unknown',
      evidence: [goods('true'), count('3')],
      unread: [{ what: 'processor', why: 'room-does-not-say' }],
      drift: [],
    });
  });
  test('nothing where it says nothing', () => {
    expect(shown(null, null).evidence).toEqual([]);
    expect(shown(false, null).evidence).toEqual([goods('false')]);
    expect(shown(null, 0).evidence).toEqual([count('0')]);
  });
  test('a contradiction and an empty room leave nothing unread', () => {
    expect(shown(false, 2)).toMatchObject({ basket: 'conflicting', unread: [], drift: [] });
    expect(shown(false, 0)).toMatchObject({ basket: 'no', processor: 'none', unread: [], drift: [] });
  });
  test.each([-1, 0.5, Number.NaN])(
    'a count of %d is no count, so an empty room is not sure',
    (productCount) => {
      expect(shown(false, productCount).basket).not.toBe('no');
    },
  );
});

describe('an address as evidence', () => {
  test.each([
    ['https://shop-id.tokopedia.com/', 'shop-id.tokopedia.com/'],
    ['https://shop-id.tokopedia.com/c', 'shop-id.tokopedia.com/c'],
    ['https://shop-id.tokopedia.com/c/', 'shop-id.tokopedia.com/c'],
    ['https://shop-id.tokopedia.com/pdp/nama/173', 'shop-id.tokopedia.com/pdp/…'],
    ['https://www.tiktok.com/@siti', 'www.tiktok.com/@…'],
    ['https://www.tiktok.com/@siti/video/1', 'www.tiktok.com/@…'],
    [`https://example.org/${'x'.repeat(50)}`, `example.org/${'x'.repeat(40)}`],
    ['https://me:pw@example.org/a?b=c#d', 'example.org/a'],
  ])('%s is shown without names and numbers', (address, shown) => {
    expect(shortAddress(new URL(address))).toBe(shown);
  });

  test('of a host that is too long the end is shown, which says whose it is', () => {
    expect(shownHost('a'.repeat(80))).toBe('a'.repeat(80));
    const long = `shop-id.tokopedia.com.${'a'.repeat(70)}.example.net`;
    expect(shownHost(long)).toHaveLength(80);
    expect(shownHost(long)).toMatch(/^….*\.example\.net$/);
    expect(judgeToday(addressPage(`https://${long}/`)).evidence[0]?.value).toMatch(/^….*\.example\.net$/);
  });

  test('is no shop’s with a user name or a password before it', () => {
    for (const user of ['a@', ':b@', 'a:b@'])
      expect(judgeShopAddress(SHOP_ID_PRODUCT.replace('//', `//${user}`), rulebook).processor).toBe(
        'unknown',
      );
    expect(judgeShopAddress('none', rulebook)).toEqual({
      processor: 'unknown',
      shown: 'not an address',
      isGenuine: false,
    });
    expect(judgeShopAddress(SHOP_ID_PRODUCT, rulebook)).toEqual({
      processor: 'tokopedia',
      shown: 'shop-id.tokopedia.com/pdp/…',
      isGenuine: true,
    });
  });
});

describe('the evidence of', () => {
  const evidenceOf = (address: string) => judgeToday(addressPage(address)).evidence;

  test('a genuine shop page is its address, by the rule that knows it', () => {
    expect(evidenceOf(SHOP_ID_PRODUCT)).toEqual([
      {
        signal: 'shop-id-product',
        weight: 'deciding',
        where: 'address',
        value: 'shop-id.tokopedia.com/pdp/…',
      },
    ]);
  });
  test('a page of nobody we know is its host, or its scheme where it has none', () => {
    const nobody = { weight: 'deciding', where: 'address' };
    expect(evidenceOf('https://example.org/x')).toEqual([
      { ...nobody, signal: 'host-not-genuine', value: 'example.org' },
    ]);
    expect(evidenceOf('about:blank')).toEqual([{ ...nobody, signal: 'host-not-genuine', value: 'about:' }]);
    expect(evidenceOf('https://tiktok-shop.example/')).toEqual([
      { ...nobody, signal: 'lookalike-host', value: 'tiktok-shop.example' },
    ]);
  });
  test('a page whose address decides nothing is none', () => {
    expect(judgeToday(addressPage('http://shop-id.tokopedia.com/c'))).toMatchObject({
      evidence: [],
      unread: [{ what: 'address', why: 'not-secure' }],
    });
    expect(judgeToday(addressPage('https://brand-new.tokopedia.com/'))).toMatchObject({
      evidence: [],
      unread: [{ what: 'address', why: 'not-listed' }],
    });
    expect(judgeToday(addressPage('no address'))).toMatchObject({
      address: '',
      surface: 'elsewhere',
      kind: 'other',
      evidence: [],
      unread: [{ what: 'address', why: 'not-an-address' }],
      drift: [],
    });
  });
  test('an order from before the migration names the phase that speaks against', () => {
    const verdict = judgeToday(addressPage(SHOP_ID_PRODUCT), '2023-11-01');
    expect(verdict.evidence.at(-1)).toEqual({
      signal: 'phase-closed',
      weight: 'against',
      where: 'rulebook',
      value: '2023-10-04',
    });
    const first = judgeToday(addressPage(SHOP_ID_PRODUCT), '2023-01-01').evidence.at(-1);
    expect(first).toMatchObject({ signal: 'phase-own-shop', value: '2021-04-17' });
    const before = judgeToday(addressPage(SHOP_ID_PRODUCT), '2021-04-16').evidence.at(-1);
    expect(before).toMatchObject({ signal: 'phase-not-yet', value: 'until 2021-04-17' });
  });
  test('a basket is its address, then what goes with it', () => {
    const page = videoPageOf(basketItem(videoId, 'x', [shopChild(SHOP_ID_PRODUCT)]));
    expect(JSON.stringify(judgeToday(page)), 'without the product').not.toContain('1730000000000000001');
    expect(judgeToday(page).evidence).toEqual([
      {
        signal: 'shop-anchor-address',
        weight: 'deciding',
        where: 'page state',
        value: 'shop-id.tokopedia.com/pdp/…',
      },
      { signal: 'shop-anchor', weight: 'supporting', where: 'page state', value: 'anchor_shop' },
      { signal: 'shop-anchor-currency', weight: 'supporting', where: 'page state', value: 'IDR' },
      { signal: 'commerce-video', weight: 'supporting', where: 'page state', value: '1' },
    ]);
  });
  test('a false basket speaks against, and is said to be not genuine', () => {
    const page = videoPageOf(basketItem(videoId, 'x', [shopChild('https://example.net/pdp/x/1')]));
    expect(judgeToday(page)).toMatchObject({
      evidence: [
        { signal: 'shop-anchor-address', weight: 'against', value: 'example.net/pdp/…' },
        {},
        {},
        {},
      ],
      unread: [{ what: 'shop-anchor', why: 'address-not-genuine' }],
      drift: [],
    });
  });
  test('no basket is what anchors there were', () => {
    const none = { signal: 'no-shop-anchor', weight: 'deciding', where: 'page state' };
    expect(judgeToday(videoPageOf(videoItem(videoId, 'x'))).evidence).toEqual([
      { ...none, value: 'no anchor' },
    ]);
    const two = videoItem(videoId, 'x', { anchors: [capcutAnchor(), capcutAnchor()] });
    expect(judgeToday(videoPageOf(two)).evidence).toEqual([{ ...none, value: 'anchor 54' }]);
  });
  test('a shape that the rules do not know is drift, once for each thing found', () => {
    const drift = (more: Record<string, unknown>) =>
      judgeToday(videoPageOf(videoItem(videoId, 'x', more))).drift;
    expect(drift({ isECVideo: 1 })).toEqual([{ rule: 'commerce-video', found: 'no shop anchor beside it' }]);
    expect(drift({ anchors: [{ type: 98 }, { type: 98 }] })).toEqual([
      { rule: 'anchor-type', found: 'type 98' },
    ]);
    expect(drift({ shop: { product_id: '1' } })).toEqual([
      { rule: 'shop-anchor', found: 'product_id elsewhere' },
    ]);
    expect(drift({ createTime: undefined })).toEqual([{ rule: 'item-fields', found: 'no createTime' }]);
    expect(judgeToday({ ...addressPage(videoAddress), states: {} })).toMatchObject({
      unread: [{ what: 'item', why: 'state-absent' }],
      drift: [{ rule: 'video-item', found: 'state-absent' }],
    });
    expect(judgeToday(addressPage(videoAddress))).toMatchObject({
      unread: [{ what: 'item', why: 'page-not-read' }],
      drift: [],
    });
  });
});

test('an item that a page holds twice is read in both places', () => {
  const [plain, basket] = [videoItem(videoId, 'x'), basketItem(videoId, 'x', [shopChild(SHOP_ID_PRODUCT)])];
  const scope = (item: unknown) => ({ itemInfo: { itemStruct: item } });
  for (const [one, other] of [
    [plain, basket],
    [basket, plain],
  ]) {
    const state = {
      __DEFAULT_SCOPE__: { 'webapp.video-detail': scope(one), 'webapp.reflow.video.detail': scope(other) },
    };
    const page = {
      ...videoPageOf(plain),
      states: { __UNIVERSAL_DATA_FOR_REHYDRATION__: JSON.stringify(state) },
    };
    expect(judgeToday(page).basket).toBe('yes');
  }
});

test.each([
  ['IDR', 'IDR'],
  ['a\u202eb', 'a�b'],
  ['\u0000\u200b\u2028', '���'],
  ['abcdefgh', 'abcde'],
  ['abcd😀', 'abcd�'],
])('a page’s text %j is shown as %j', (text, shown) => {
  expect(shownValue(text, 5)).toBe(shown);
});
