import { describe, expect, test } from 'vitest';
import { readPage } from '../../core/page/read-page';
import { builtInRulebook as rulebook } from '../../core/rulebook/built-in';
import { judgeReading } from '../../core/verdict/judge';
import { ROUTER_STATE_ID, usProductState } from '../../demo/shop/shop-state';
import { addressPage, judgeToday, today } from '../builders/pages';

const product = 'https://www.tiktok.com/shop/pdp/sample/1730000000000000002';
const live = 'https://www.tiktok.com/@demo/live';
const read = (address: string, states: Record<string, string>) =>
  judgeToday({ address, states, marks: [], drawnLink: null, status: null, sight: null });
const state = JSON.stringify(usProductState('sample', '1730000000000000002'));

describe('a page that was read and no longer holds what its kind holds', () => {
  test('is unknown with drift where its address alone would have said "yes"', () => {
    expect(read(product, { [ROUTER_STATE_ID]: state })).toMatchObject({ basket: 'yes', drift: [] });
    const verdict = read(product, {});
    expect(verdict).toMatchObject({ basket: 'unknown', processor: 'unknown', kind: 'product' });
    expect(verdict.drift).toEqual([{ rule: 'shop-page-state', found: 'no __MODERN_ROUTER_DATA__' }]);
    expect(verdict.unread).toEqual([{ what: 'page-state', why: 'absent' }]);
    expect(verdict.evidence.every(({ weight }) => weight !== 'deciding')).toBe(true);
  });

  test('is judged by its address where nobody read it', () => {
    expect(judgeToday(addressPage(product))).toMatchObject({ basket: 'yes', drift: [] });
  });

  test('says so of an order list and of a live page too', () => {
    expect(read('https://www.tiktok.com/shop/order_list', {}).drift).toHaveLength(1);
    expect(read(live, {}).drift).toEqual([
      { rule: 'live-page-state', found: 'no __UNIVERSAL_DATA_FOR_REHYDRATION__ or SIGI_STATE' },
    ]);
  });

  test('gives no drift where one of the states is there, nor on kinds that no capture shows', () => {
    expect(read(live, { SIGI_STATE: '{}' }).drift).toEqual([]);
    expect(read('https://shop-id.tokopedia.com/pdp/contoh/1730000000000000001', {})).toMatchObject({
      basket: 'yes',
      processor: 'tokopedia',
      drift: [],
    });
  });

  test('keeps what speaks against the answer as it was', () => {
    const reading = readPage({ ...addressPage(product), states: {} }, rulebook);
    const texts = [{ signal: 'shop-region', values: ['ID'], breaks: [] }];
    const { evidence } = judgeReading({ ...reading, texts }, rulebook, today);
    expect(evidence.map(({ signal, weight }) => [signal, weight])).toEqual([
      ['tiktok-shop-product', 'supporting'],
      ['shop-region', 'against'],
    ]);
  });
});
