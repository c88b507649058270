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
