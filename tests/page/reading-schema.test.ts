import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { addressPage } from '../../core/page/page';
import { readPage } from '../../core/page/read-page';
import { readingSchema, roomSchema } from '../../core/page/reading-schema';
import { builtInRulebook } from '../../core/rulebook/built-in';
import { basketItem, SHOP_ID_PRODUCT, shopChild } from '../../demo/shop/video-state';
import { videoAddress, videoId, videoPageOf } from '../builders/pages';

const isReading = (value: unknown) => v.safeParse(readingSchema, value).success;
const isRoom = (value: unknown) => v.safeParse(roomSchema, value).success;
const basket = basketItem(videoId, 'contoh', [shopChild(SHOP_ID_PRODUCT), { type: 33, extra: '{' }]);
const good = readPage(videoPageOf(basket), builtInRulebook);
const entry = { signal: 'anchor-type', values: ['54'], breaks: [{ step: 1, why: 'absent' }] };
const many = (count: number, of: unknown) => Array.from({ length: count }, () => of);

describe('a reading from elsewhere', () => {
  test('is one where our own reader made it', () => {
    expect(good.item.outcome).toBe('read');
    expect(isReading(good)).toBe(true);
    expect(isReading(readPage(addressPage(videoAddress), builtInRulebook))).toBe(true);
    expect(
      isReading({ ...good, room: { hasGoods: true, productCount: 3 }, drawnLink: SHOP_ID_PRODUCT }),
    ).toBe(true);
  });

  test.each<[string, Record<string, unknown>, boolean]>([
    ['an address of 16,384 letters', { address: 'x'.repeat(16_384) }, true],
    ['a longer address', { address: 'x'.repeat(16_385) }, false],
    ['an address that is no text', { address: 1 }, false],
    ['a word for whether it was read', { wasRead: 'yes' }, false],
    ['32 marks', { marks: many(32, 'x') }, true],
    ['33 marks', { marks: many(33, 'x') }, false],
    ['a mark of 81 letters', { marks: ['x'.repeat(81)] }, false],
    ['33 states', { states: many(33, 'x') }, false],
    ['a state of 81 letters', { states: ['x'.repeat(81)] }, false],
    ['a drawn link of 1,001 letters', { drawnLink: 'x'.repeat(1001) }, false],
    ['64 texts', { texts: many(64, entry) }, true],
    ['65 texts', { texts: many(65, entry) }, false],
    ['64 values of 1,000 letters', { texts: [{ ...entry, values: many(64, 'x'.repeat(1000)) }] }, true],
    ['65 values', { texts: [{ ...entry, values: many(65, 'x') }] }, false],
    ['a value of 1,001 letters', { texts: [{ ...entry, values: ['x'.repeat(1001)] }] }, false],
    ['2,049 breaks', { texts: [{ ...entry, breaks: many(2049, { step: 1, why: 'absent' }) }] }, false],
    ['a break of a reason of its own', { texts: [{ ...entry, breaks: [{ step: 1, why: 'x' }] }] }, false],
    ['a break without its step', { texts: [{ ...entry, breaks: [{ why: 'absent' }] }] }, false],
    ['a signal with more than its fields', { texts: [{ ...entry, more: 1 }] }, false],
    ['an item of an outcome of its own', { item: { ...good.item, outcome: 'x' } }, false],
    ['an item found in a place of its own', { item: { ...good.item, where: 'address' } }, false],
    ['a caption of 401 letters', { item: { ...good.item, caption: 'x'.repeat(401) } }, false],
    ['an item with more than its fields', { item: { ...good.item, more: 1 } }, false],
    ['a room with more than its fields', { room: { hasGoods: true, productCount: 1, more: 1 } }, false],
    ['more than its fields', { more: 1 }, false],
  ])('with %s', (_what, more, isOne) => {
    expect(isReading({ ...good, ...more })).toBe(isOne);
  });

  test.each(['status', 'look'])('may be from before its %s was read', (name) => {
    expect(isReading({ ...good, [name]: undefined })).toBe(true);
  });

  const needed = Object.keys(good).filter((name) => name !== 'status' && name !== 'look');
  test.each(needed)('is none without its %s', (name) => {
    expect(isReading({ ...good, [name]: undefined })).toBe(false);
  });
});

test.each([
  [null, null, true],
  [false, 0, true],
  [true, 12, true],
  [true, -1, false],
  [true, 0.5, false],
  [true, '3', false],
  [1, 3, false],
])('a room that says of its goods %s and of their count %s is one: %s', (hasGoods, productCount, isOne) => {
  expect(isRoom({ hasGoods, productCount })).toBe(isOne);
});
