import { expect, test } from 'vitest';
import { pageFromHtml } from '../../core/page/from-html';
import { builtInRulebook } from '../../core/rulebook/built-in';
import {
  basketItem,
  pageState,
  SHOP_ID_PRODUCT,
  shopChild,
  VIDEO_STATE_ID,
  videoItem,
} from '../../demo/shop/video-state';
import { judgeToday, videoAddress, videoId } from '../builders/pages';

const basket = basketItem(videoId, 'contoh', [shopChild(SHOP_ID_PRODUCT)]);
const other = basketItem(videoId, 'contoh', [
  shopChild('https://shop.tiktok.com/view/product/1730000000000000002', 'USD'),
]);
const plain = videoItem(videoId, 'contoh');
const link = `<a class="x" href="${SHOP_ID_PRODUCT}?source=anchor">Shop | contoh</a>`;
const alien = '<a href="https://shop-id.tokopedia.com.example/pdp/x/1730000000000000001">Shop</a>';

/** A page as phones get it: the item under the share page's scope, and what is drawn beside it. */
const sharePage = (item: object | null, drawn: string, scope = 'webapp.reflow.video.detail') => {
  const state = JSON.stringify(pageState({ [scope]: item ? { itemInfo: { itemStruct: item } } : {} }));
  const html = `<script id="${VIDEO_STATE_ID}" type="application/json">${state}</script>${drawn}`;
  return pageFromHtml(html, videoAddress, builtInRulebook.signals);
};

test.each([
  // item          drawn                 scope                          basket       processor
  ['a basket', basket, link, undefined, 'yes', 'tokopedia'],
  ['a basket', basket, '', undefined, 'yes', 'tokopedia'],
  ['no anchor', plain, '', undefined, 'no', 'none'],
  ['no anchor', plain, link, undefined, 'unknown', 'unknown'],
  ['no anchor', plain, alien, undefined, 'no', 'none'],
  ['no anchor', plain, `<template>${link}</template><!-- ${link} -->`, undefined, 'no', 'none'],
  ['a basket of another region', other, link, undefined, 'yes', 'conflicting'],
  ['no item', null, link, undefined, 'unknown', 'unknown'],
  ['no anchor, on the desktop page', plain, link, 'webapp.video-detail', 'no', 'none'],
])(
  'an item with %s beside what the page for phones draws',
  (_item, item, drawn, scope, wantedBasket, processor) => {
    const verdict = judgeToday(sharePage(item, drawn, scope));
    expect([verdict.basket, verdict.processor]).toEqual([wantedBasket, processor]);
  },
);

test('a drawn link that agrees supports the answer', () => {
  expect(judgeToday(sharePage(basket, link)).evidence.at(-1)).toEqual({
    signal: 'drawn-shop-link',
    weight: 'supporting',
    where: 'page element',
    value: 'shop-id.tokopedia.com/pdp/…',
  });
});

const drawn = { rule: 'drawn-shop-link', found: 'a shop link beside an item without anchor' };
const isSeen = (weight: string) => ({
  signal: 'drawn-shop-link',
  weight,
  where: 'page element',
  value: 'shop-id.tokopedia.com/pdp/…',
});

test('a drawn link takes a "no" back: the item’s shape may be new', () => {
  expect(judgeToday(sharePage(plain, link))).toMatchObject({
    evidence: [{ signal: 'no-shop-anchor' }, isSeen('against')],
    unread: [{ what: 'basket', why: 'new-shape' }],
    drift: [drawn],
  });
});

test('a drawn link of another shop speaks against, and leaves nothing unread', () => {
  const verdict = judgeToday(sharePage(other, link));
  expect(verdict.evidence.at(-1)).toEqual(isSeen('against'));
  expect([verdict.unread, verdict.drift]).toEqual([[], []]);
});

test('a drawn link beside an item that is not there supports, and makes nothing of it', () => {
  expect(judgeToday(sharePage(null, link))).toMatchObject({
    basket: 'unknown',
    processor: 'unknown',
    evidence: [isSeen('supporting')],
    unread: [{ what: 'item', why: 'unavailable' }],
    drift: [],
  });
});

test('a drawn link beside an item of a new shape adds to what was found', () => {
  const strange = videoItem(videoId, 'contoh', { anchors: [{ type: 98 }] });
  expect(judgeToday(sharePage(strange, link))).toMatchObject({
    basket: 'unknown',
    evidence: [isSeen('supporting')],
    unread: [{ what: 'basket', why: 'new-shape' }],
    drift: [{ rule: 'anchor-type', found: 'type 98' }],
  });
});

test.each([
  ['the shop’s own page of offers', 'https://shop-id.tokopedia.com/promo'],
  ['the shop’s storefront', 'https://shop-id.tokopedia.com/'],
  ['another port of the shop', 'https://shop-id.tokopedia.com:8443/pdp/x/1730000000000000001'],
  ['a user name at the shop', 'https://siti@shop-id.tokopedia.com/pdp/x/1730000000000000001'],
])('a drawn link to %s is no basket: the answer stays as the item gave it', (_what, href) => {
  const page = { ...sharePage(plain, ''), drawnLink: href };
  expect(judgeToday(page)).toEqual(judgeToday(sharePage(plain, '')));
  expect(judgeToday({ ...sharePage(basket, ''), drawnLink: href }).evidence).not.toContainEqual(
    expect.objectContaining({ signal: 'drawn-shop-link' }),
  );
});

test('a drawn link beside a basket that names no shop supports it, and names none', () => {
  const bare = basketItem(videoId, 'contoh', [{ ...shopChild(SHOP_ID_PRODUCT), extra: '{}' }]);
  const verdict = judgeToday(sharePage(bare, link));
  expect([verdict.basket, verdict.processor]).toEqual(['yes', 'unknown']);
  expect(verdict.evidence.at(-1)).toEqual(isSeen('supporting'));
});

test('a drawn link beside baskets that contradict each other settles nothing', () => {
  const both = basketItem(videoId, 'contoh', [
    shopChild(SHOP_ID_PRODUCT),
    shopChild('https://example.net/pdp/x/1'),
  ]);
  const verdict = judgeToday(sharePage(both, link));
  expect([verdict.basket, verdict.processor]).toEqual(['conflicting', 'conflicting']);
  expect(verdict.evidence.at(-1)).toEqual(isSeen('supporting'));
});
