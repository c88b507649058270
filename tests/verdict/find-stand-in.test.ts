import { describe, expect, test } from 'vitest';
import type { Look } from '../../core/page/look';
import type { Page, Reading } from '../../core/page/page';
import { readItemObject } from '../../core/page/read-item';
import { readPage } from '../../core/page/read-page';
import { builtInRulebook as rulebook } from '../../core/rulebook/built-in';
import { isCheck, neverCame } from '../../core/verdict/find-stand-in';
import { judgeReading } from '../../core/verdict/judge';
import { basketItem, SHOP_ID_PRODUCT, shopChild } from '../../demo/shop/video-state';
import { addressPage, judgeToday, today, videoAddress, videoId, videoPageOf } from '../builders/pages';

const usProduct = 'https://www.tiktok.com/shop/pdp/sample/1730000000000000002';
const native = 'https://www.tokopedia.com/cart';
const live = 'https://www.tiktok.com/@demo/live';
/** A page of a shop of which its address says nothing. */
const undecided = 'https://shop-vn.tiktok.com/kenanga';
const unlisted = 'https://www.tiktok.com/kenanga/melati';

/** A page that came without any data, and looks like this. */
const looked = (address: string, look: Look, more: Partial<Page> = {}) =>
  judgeToday({ ...addressPage(address), states: {}, sight: look, ...more });
const seen = (signal: string, value: string) => ({ signal, weight: 'deciding', where: 'page mark', value });

describe('what stands there is named, and shown as evidence', () => {
  test.each<[Look, string, object[]]>([
    ['challenge', 'challenge', [seen('page-look', 'challenge')]],
    ['log-in', 'login-wall', [seen('page-look', 'log-in')]],
    ['error', 'error-status', [seen('page-look', 'error')]],
    ['empty', 'empty', []],
    ['not-yet', 'not-yet', []],
    ['no-answer', 'no-answer', []],
    ['unsure', 'unsure', [seen('page-look', 'unsure')]],
    ['too-little', 'too-little', [seen('page-look', 'too-little')]],
    ['wordless', 'too-little', [seen('page-look', 'too-little')]],
  ])('where a page looks like "%s"', (look, why, evidence) => {
    const { basket, processor, unread, drift, ...verdict } = looked(SHOP_ID_PRODUCT, look);
    expect({ basket, processor, drift }).toEqual({ basket: 'unknown', processor: 'unknown', drift: [] });
    expect(unread).toEqual([{ what: 'page', why }]);
    expect(verdict.evidence).toEqual(evidence);
  });

  test.each<Look>([
    'pdf',
    'mhtml',
    'view-source',
    'utf-16',
    'packed',
    'no-body',
    'archive',
    'data',
    'other-text',
    'saved',
  ])('where the file is another one: "%s"', (look) => {
    expect(looked(SHOP_ID_PRODUCT, look)).toMatchObject({
      basket: 'unknown',
      evidence: [seen('page-look', look)],
      unread: [
        { what: 'page', why: 'not-as-served' },
        { what: 'file', why: look },
      ],
    });
  });

  test('where its scripts were taken out', () => {
    expect(looked(SHOP_ID_PRODUCT, 'without-scripts')).toMatchObject({
      basket: 'unknown',
      evidence: [seen('page-look', 'without-scripts')],
      unread: [
        { what: 'page', why: 'not-as-served' },
        { what: 'file', why: 'without-scripts' },
      ],
    });
  });

  test('where the answer’s status says so', () => {
    expect(judgeToday(addressPage(native, 404)).evidence).toEqual([seen('page-status', '404')]);
  });

  test('where an address leads back from a log-in page', () => {
    expect(judgeToday(addressPage('https://www.tiktok.com/login?next=/foryou')).evidence).toEqual([
      seen('page-look', 'log-in'),
    ]);
  });
});

describe('what is no fault by itself counts by what the address says, and by the data that its page must hold', () => {
  const [lacks, says, saysNot, saysNothing] = [usProduct, SHOP_ID_PRODUCT, native, undecided];
  test.each<[Look, string, string | null]>([
    ['unsure', lacks, 'unsure'],
    ['unsure', videoAddress, 'unsure'],
    ['unsure', says, 'unsure'],
    ['unsure', saysNot, 'unsure'],
    ['unsure', saysNothing, null],
    ['unsure', unlisted, null],
    ['too-little', lacks, 'too-little'],
    ['too-little', videoAddress, 'too-little'],
    ['too-little', saysNot, 'too-little'],
    ['too-little', saysNothing, null],
    ['bare', lacks, 'not-as-served'],
    ['bare', videoAddress, 'not-as-served'],
    ['bare', says, 'too-little'],
    ['bare', saysNot, 'too-little'],
    ['bare', saysNothing, null],
    ['wordless', lacks, 'too-little'],
    ['wordless', says, 'too-little'],
    ['wordless', saysNot, null],
    ['wordless', saysNothing, null],
    ['sparse', lacks, 'too-little'],
    ['sparse', videoAddress, 'too-little'],
    ['sparse', live, 'too-little'],
    ['sparse', says, null],
    ['sparse', saysNot, null],
    ['without-scripts', lacks, 'not-as-served'],
    ['without-scripts', videoAddress, 'not-as-served'],
    ['without-scripts', says, 'not-as-served'],
    ['without-scripts', saysNot, null],
    ['without-scripts', saysNothing, null],
  ])('"%s" at %s', (look, address, why) => {
    const { unread } = looked(address, look);
    expect(unread.find(({ what }) => what === 'page')?.why ?? null).toBe(why);
  });

  test('and one of the states that a page of its kind may hold is enough', () => {
    expect(looked(live, 'sparse', { states: { SIGI_STATE: '{}' } }).unread).toEqual([
      { what: 'basket', why: 'live-page-does-not-say' },
    ]);
  });

  test('and a page that nobody read lacks nothing', () => {
    expect(looked(videoAddress, 'sparse', { states: null }).unread).toEqual([
      { what: 'item', why: 'page-not-read' },
    ]);
  });
});

describe('a page that came keeps its word', () => {
  const told = (address: string, more: Partial<Reading>) =>
    judgeReading(
      { ...readPage({ ...addressPage(address), states: {}, sight: 'challenge' }, rulebook), ...more },
      rulebook,
      today,
    );

  test('where its own program told of the item', () => {
    const item = basketItem(videoId, 'contoh', [shopChild(SHOP_ID_PRODUCT)]);
    expect(told(videoAddress, { item: readItemObject(item, 'page props', rulebook.signals) })).toMatchObject({
      ...{ basket: 'yes', processor: 'tokopedia', unread: [] },
    });
  });

  test('where its own program told of the room', () => {
    expect(told(live, { room: { hasGoods: true, productCount: 3 } }).basket).toBe('yes');
    expect(told(live, {}).unread).toEqual([{ what: 'page', why: 'challenge' }]);
  });

  test('where nobody read the file: its address speaks, and the file is named', () => {
    expect(looked(SHOP_ID_PRODUCT, 'pdf', { states: null })).toMatchObject({
      basket: 'yes',
      processor: 'tokopedia',
      unread: [{ what: 'file', why: 'pdf' }],
    });
  });

  test('where the browser does not know its status', () => {
    expect(judgeToday(addressPage(SHOP_ID_PRODUCT, 0)).basket).toBe('yes');
    expect(judgeToday(addressPage(SHOP_ID_PRODUCT, 299)).basket).toBe('yes');
    expect(judgeToday(addressPage(SHOP_ID_PRODUCT, 300)).basket).toBe('unknown');
  });
});

test.each([
  ['a check of the visitor', looked(native, 'challenge'), true, true],
  [
    'a robot check of the shop',
    judgeToday({ ...addressPage(usProduct), states: {}, marks: ['captcha-config', 'captcha-container'] }),
    true,
    true,
  ],
  ['an error', looked(native, 'error'), true, false],
  ['another file', looked(native, 'pdf'), true, false],
  ['a file that nobody read', looked(native, 'pdf', { states: null }), false, false],
  ['an item of a new shape', judgeToday(videoPageOf({ id: videoId, anchors: [{ type: 99 }] })), false, false],
  ['a page that says all', judgeToday(addressPage(native)), false, false],
  [
    'a basket that a challenge leaves open',
    { ...judgeToday(addressPage(native)), unread: [{ what: 'basket', why: 'challenge' } as const] },
    false,
    false,
  ],
])('whether a page never came, and whether a check stands there: %s', (_what, verdict, never, check) => {
  expect([neverCame(verdict), isCheck(verdict)]).toEqual([never, check]);
});
