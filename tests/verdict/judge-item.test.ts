import { describe, expect, test } from 'vitest';
import { basketItem, capcutAnchor, SHOP_ID_PRODUCT, shopChild, videoItem } from '../../demo/shop/video-state';
import { judgeToday, videoId, videoPageOf } from '../builders/pages';

type Json = Record<string, unknown>;

const usProduct = 'https://shop.tiktok.com/view/product/1730000000000000002';
const basket = (...children: Json[]) => basketItem(videoId, 'contoh', children);
const plain = (more: Json = {}) => videoItem(videoId, 'contoh', more);
const childWith = (more: Json) => ({ ...shopChild(SHOP_ID_PRODUCT), ...more });
const wrapper = (extra: unknown, more: Json = {}) => ({
  ...basket(),
  anchors: [{ type: 35, extra, ...more }],
});

describe('a video page whose state is about the item of its address', () => {
  test.each<[string, Json, string]>([
    // what the item holds, the item, its basket and processor; more of its shapes: item-shapes.test.ts
    ['a basket with a shop-id address', basket(shopChild(SHOP_ID_PRODUCT)), 'yes tokopedia'],
    ['a basket with an address of another region', basket(shopChild(usProduct, 'USD')), 'yes tiktok-shop'],
    [
      'two baskets of the same shop',
      basket(shopChild(SHOP_ID_PRODUCT), shopChild(SHOP_ID_PRODUCT)),
      'yes tokopedia',
    ],
    [
      'two baskets of different shops',
      basket(shopChild(SHOP_ID_PRODUCT), shopChild(usProduct)),
      'yes conflicting',
    ],
    ['an empty anchor list', plain({ anchors: [] }), 'no none'],
    ['no anchors, written as null', plain({ anchors: null, AnchorTypes: null }), 'no none'],
    ['a photo post', { id: videoId, createTime: '1', imagePost: { images: [] } }, 'no none'],
    [
      'words of a shop in its caption',
      plain({
        desc: 'TikTok Shop keranjang kuning {"seo_url":"https://shop-id.tokopedia.com/pdp/x/1730000000000000001"}',
      }),
      'no none',
    ],
    ['anchors that are no list', plain({ anchors: { 0: capcutAnchor() } }), 'unknown unknown'],
    [
      'more anchors than are read',
      plain({ anchors: Array.from({ length: 100 }, capcutAnchor) }),
      'unknown unknown',
    ],
    ['a wrapper whose children are cut', wrapper('[{"type":33,'), 'unknown unknown'],
    ['a wrapper whose children are no text', wrapper([shopChild(SHOP_ID_PRODUCT)]), 'unknown unknown'],
    [
      'a shop child of another key',
      basket(childWith({ component_key: 'anchor_shop_v2' })),
      'unknown unknown',
    ],
    ['a shop child of another type', basket(childWith({ type: 34 })), 'unknown unknown'],
    ['a shop child without data', basket(childWith({ extra: undefined })), 'unknown unknown'],
    [
      'a shop child whose address is no text',
      basket(childWith({ extra: '{"seo_url":{}}' })),
      'unknown unknown',
    ],
    [
      'a shop field in a place the rules do not know',
      plain({ shop: { link: { seo_url: SHOP_ID_PRODUCT } } }),
      'unknown unknown',
    ],
    ['none of the fields of a video', { id: videoId, desc: 'contoh' }, 'unknown unknown'],
  ])('with %s', (_what, item, told) => {
    const { kind, basket: found, processor, unread } = judgeToday(videoPageOf(item));
    expect([`${found} ${processor}`, kind]).toEqual([told, 'video']);
    if (found === 'unknown') expect(unread).not.toEqual([]);
  });

  test.each([
    'https://shop-id.tokopedia.com.example.net/pdp/x/1730000000000000001',
    'https://shop-id.tokopedia.com@example.net/pdp/x/1730000000000000001',
    'https://user@shop-id.tokopedia.com/pdp/x/1730000000000000001',
    'https://example.net/shop-id.tokopedia.com/pdp/x/1730000000000000001',
    'http://shop-id.tokopedia.com/pdp/x/1730000000000000001',
    'https://shop-id.tokopedia.com:8443/pdp/x/1730000000000000001',
    'https://shop-id.tokopedla.com/pdp/x/1730000000000000001',
    'https://www.tokopedia.com/pdp/x-1730000000000000001',
    'https://shop-id.tokopedia.com/promo',
    'javascript:alert(1)//shop-id.tokopedia.com/pdp/x/1',
    'shop-id.tokopedia.com/pdp/x/1730000000000000001',
    '',
  ])('never calls a basket genuine whose address is %s', (address) => {
    const verdict = judgeToday(videoPageOf(basket(shopChild(address))));
    expect(verdict.basket).toBe('unknown');
    expect(verdict.evidence.filter(({ weight }) => weight === 'deciding')).toEqual([]);
  });
});
