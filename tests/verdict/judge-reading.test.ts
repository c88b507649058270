import { describe, expect, test } from 'vitest';
import type { ItemReading, Reading, RoomReading } from '../../core/page/page';
import { readItemObject } from '../../core/page/read-item';
import { readPage } from '../../core/page/read-page';
import { builtInRulebook as rulebook } from '../../core/rulebook/built-in';
import { judgeReading } from '../../core/verdict/judge';
import { basketItem, SHOP_ID_PRODUCT, shopChild } from '../../demo/shop/video-state';
import { addressPage, judgeToday, today, videoId } from '../builders/pages';

const live = 'https://www.tiktok.com/@demo/live';
const feed = 'https://www.tiktok.com/foryou';
const nothingRead = { basket: 'unknown', processor: 'unknown', evidence: [] };
const basket = readItemObject(
  basketItem(videoId, 'contoh', [shopChild(SHOP_ID_PRODUCT)]),
  'page props',
  rulebook.signals,
);

/** A page that was read through what its own program told; its source holds no state. */
const told = (address: string, more: Partial<Reading>) =>
  judgeReading({ ...readPage({ ...addressPage(address), states: {} }, rulebook), ...more }, rulebook, today);
const toldRoom = (address: string, room: RoomReading | null) => told(address, { room });
const toldItem = (address: string, item: ItemReading) => told(address, { item });

describe('a live room that the page’s own program told of', () => {
  const goods: RoomReading = { hasGoods: true, productCount: 3 };

  test.each([[live], ['https://live.tiktok.com/demo']])(
    'decides on %s, whatever the page’s source holds',
    (address) => {
      expect(toldRoom(address, goods)).toMatchObject({
        kind: 'live',
        basket: 'yes',
        processor: 'unknown',
        drift: [],
      });
      expect(toldRoom(address, { hasGoods: false, productCount: 0 })).toMatchObject({
        basket: 'no',
        drift: [],
      });
    },
  );

  test.each([
    ['on a page of another kind', feed, 'items-not-read'],
    ['on a page that is not secure', 'http://www.tiktok.com/@demo/live', 'not-secure'],
  ])('decides nothing %s', (_where, address, why) => {
    expect(toldRoom(address, goods)).toMatchObject({ ...nothingRead, unread: [{ why }] });
  });

  test('decides nothing about a shop’s page', () => {
    expect(toldRoom(SHOP_ID_PRODUCT, { hasGoods: false, productCount: 0 })).toMatchObject({ basket: 'yes' });
  });

  test('is unknown where the program told of none', () => {
    const states = { SIGI_STATE: '{}' };
    expect(judgeToday({ ...addressPage(live), states })).toMatchObject({
      ...nothingRead,
      unread: [{ what: 'basket', why: 'live-page-does-not-say' }],
      drift: [],
    });
  });
});

describe('an item that the page’s own program told of', () => {
  test.each([
    'https://www.tiktok.com/',
    feed,
    'https://www.tiktok.com/following',
    'https://www.tiktok.com/friends',
    'https://www.tiktok.com/id-ID/',
  ])('is judged where it is in view, on %s', (address) => {
    expect(toldItem(address, basket)).toMatchObject({ kind: 'video', basket: 'yes', processor: 'tokopedia' });
  });

  test.each([
    ['a profile', 'https://www.tiktok.com/@demo'],
    ['a grid', 'https://www.tiktok.com/explore'],
    ['a page that is not secure', 'http://www.tiktok.com/foryou'],
  ])('decides nothing on %s', (_what, address) => {
    expect(toldItem(address, basket)).toMatchObject(nothingRead);
  });

  test('decides nothing on a shop’s page or on one that has no basket', () => {
    expect(toldItem('https://www.tiktok.com/legal/x', basket)).toMatchObject({
      basket: 'no',
      processor: 'none',
    });
    expect(toldItem('https://www.tokopedia.com/cart', basket)).toMatchObject({ basket: 'no', kind: 'cart' });
  });

  test('stands in for the state that a live page’s source no longer holds', () => {
    expect(toldItem(live, basket)).toMatchObject({ kind: 'live', basket: 'unknown', drift: [] });
  });

  test.each(['not-asked', 'state-absent', 'new-shape', 'other-item'] as const)(
    'and could not be read (%s) leaves the feed as its address says',
    (outcome) => {
      const item: ItemReading = { ...basket, outcome, signals: [] };
      expect(toldItem(feed, item)).toMatchObject({
        ...nothingRead,
        kind: 'other',
        unread: [{ what: 'basket', why: 'items-not-read' }],
        drift: [],
      });
    },
  );
});

describe('a robot check', () => {
  const marked = (address: string, ...marks: string[]) =>
    judgeToday({ ...addressPage(address), states: {}, marks });

  test('is the one thing seen and the one thing that was not', () => {
    expect(marked(SHOP_ID_PRODUCT, 'captcha-config', 'captcha-container')).toMatchObject({
      ...nothingRead,
      kind: 'check',
      evidence: [{ signal: 'robot-check', weight: 'deciding', where: 'page mark', value: 'captcha-config' }],
      unread: [{ what: 'page', why: 'robot-check' }],
      drift: [],
    });
  });

  test.each<[string[], boolean]>([
    [['captcha-config', 'security-check-title'], true],
    [['captcha-config', 'captcha-container'], true],
    [['captcha-config', 'captcha-container', 'security-check-title'], true],
    [['captcha-config'], false],
    [['security-check-title'], false],
    [['captcha-container'], false],
    [['captcha-container', 'security-check-title'], false],
    [[], false],
  ])('is known by two marks together: %j', (marks, isCheck) => {
    expect(marked(SHOP_ID_PRODUCT, ...marks).kind).toBe(isCheck ? 'check' : 'product');
  });

  test('is one on a host that is on no list, and also where the address alone would say no', () => {
    const marks = ['captcha-config', 'captcha-container'];
    expect(marked('https://brand-new.tokopedia.com/', ...marks).kind).toBe('check');
    expect(marked('https://www.tokopedia.com/cart', ...marks)).toMatchObject({
      kind: 'check',
      basket: 'unknown',
    });
    expect(marked('https://example.org/', ...marks)).toMatchObject({ kind: 'other', basket: 'no' });
  });
});
