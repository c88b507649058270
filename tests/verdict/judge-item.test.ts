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
  test.each<[string, Json, string, string]>([
    // what the item holds                              item                                       basket         processor
    ['a basket with a shop-id address', basket(shopChild(SHOP_ID_PRODUCT)), 'yes', 'tokopedia'],
    ['a basket with an address of another region', basket(shopChild(usProduct, 'USD')), 'yes', 'tiktok-shop'],
    [
      'two baskets of the same shop',
      basket(shopChild(SHOP_ID_PRODUCT), shopChild(SHOP_ID_PRODUCT)),
      'yes',
      'tokopedia',
    ],
    [
      'two baskets of different shops',
      basket(shopChild(SHOP_ID_PRODUCT), shopChild(usProduct)),
      'yes',
      'conflicting',
    ],
    ['a CapCut anchor only', plain({ anchors: [capcutAnchor()] }), 'no', 'none'],
    ['no anchor field at all', plain(), 'no', 'none'],
    ['an empty anchor list', plain({ anchors: [] }), 'no', 'none'],
    ['no anchors, written as null', plain({ anchors: null, AnchorTypes: null }), 'no', 'none'],
    ['a photo post', { id: videoId, createTime: '1', imagePost: { images: [] } }, 'no', 'none'],
    [
      'words of a shop in its caption',
      plain({
        desc: 'TikTok Shop keranjang kuning {"seo_url":"https://shop-id.tokopedia.com/pdp/x/1730000000000000001"}',
      }),
      'no',
      'none',
    ],
    ['an announced basket without anchors', { ...basket(), anchors: [] }, 'unknown', 'unknown'],
    ['a shop video without any basket', plain({ isECVideo: 1 }), 'unknown', 'unknown'],
    ['an anchor of a type the rules do not know', plain({ anchors: [{ type: 99 }] }), 'unknown', 'unknown'],
    ['an anchor without a type', plain({ anchors: [{}] }), 'unknown', 'unknown'],
    ['anchors that are no list', plain({ anchors: { 0: capcutAnchor() } }), 'unknown', 'unknown'],
    [
      'more anchors than are read',
      plain({ anchors: Array.from({ length: 100 }, capcutAnchor) }),
      'unknown',
      'unknown',
    ],
    ['a wrapper whose children are cut', wrapper('[{"type":33,'), 'unknown', 'unknown'],
    ['a wrapper whose children are no text', wrapper([shopChild(SHOP_ID_PRODUCT)]), 'unknown', 'unknown'],
    [
      'a shop child of another key',
      basket(childWith({ component_key: 'anchor_shop_v2' })),
      'unknown',
      'unknown',
    ],
    ['a shop child of another type', basket(childWith({ type: 34 })), 'unknown', 'unknown'],
    ['a shop child without data', basket(childWith({ extra: undefined })), 'unknown', 'unknown'],
    ['a shop child without an address', basket(childWith({ extra: '{"currency":"IDR"}' })), 'yes', 'unknown'],
    [
      'a shop child whose address is no text',
      basket(childWith({ extra: '{"seo_url":{}}' })),
      'unknown',
      'unknown',
    ],
    [
      'one basket read and one cut',
      basket(shopChild(SHOP_ID_PRODUCT), childWith({ extra: '{' })),
      'unknown',
      'unknown',
    ],
    [
      'a shop field in a place the rules do not know',
      plain({ shop: { link: { seo_url: SHOP_ID_PRODUCT } } }),
      'unknown',
      'unknown',
    ],
    ['none of the fields of a video', { id: videoId, desc: 'contoh' }, 'unknown', 'unknown'],
  ])('with %s', (_what, item, basketValue, processor) => {
    const verdict = judgeToday(videoPageOf(item));
    expect([verdict.basket, verdict.processor]).toEqual([basketValue, processor]);
    expect(verdict.kind).toBe('video');
    if (basketValue === 'unknown') expect(verdict.unread).not.toEqual([]);
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

  test('calls a genuine basket beside a false one conflicting', () => {
    const verdict = judgeToday(
      videoPageOf(
        basket(shopChild(SHOP_ID_PRODUCT), shopChild('https://example.net/pdp/x/1730000000000000001')),
      ),
    );
    expect([verdict.basket, verdict.processor]).toEqual(['conflicting', 'conflicting']);
  });

  test('names the deciding evidence shortly, without the product', () => {
    const verdict = judgeToday(videoPageOf(basket(shopChild(SHOP_ID_PRODUCT))));
    expect(verdict.evidence[0]).toEqual({
      signal: 'shop-anchor-address',
      weight: 'deciding',
      where: 'page state',
      value: 'shop-id.tokopedia.com/pdp/…',
    });
    expect(JSON.stringify(verdict)).not.toContain('1730000000000000001');
  });

  test('says that a new shape may mean old rules', () => {
    expect(judgeToday(videoPageOf(plain({ anchors: [{ type: 99 }] }))).drift).toEqual([
      { rule: 'anchor-type', found: 'type 99' },
    ]);
  });
});
