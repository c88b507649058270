import { describe, expect, test } from 'vitest';
import { basketItem, SHOP_ID_PRODUCT, shopChild } from '../../demo/shop/video-state';
import { addressPage, judgeToday, videoAddress, videoId, videoPageOf } from '../builders/pages';

const basketPage = videoPageOf(basketItem(videoId, 'contoh', [shopChild(SHOP_ID_PRODUCT)]));

describe('the law of the day', () => {
  test.each([
    // date                    regulation           provisions  status
    ['2020-12-01', 'permendag-50-2020', [], 'revoked'],
    ['2023-09-25', 'permendag-50-2020', [], 'revoked'],
    ['2023-09-26', 'permendag-31-2023', ['21(3)'], 'revoked'],
    ['2026-06-07', 'permendag-31-2023', ['21(3)'], 'revoked'],
    ['2026-06-07T23:59', 'permendag-31-2023', ['21(3)'], 'revoked'],
    ['2026-06-08', 'permendag-19-2026', ['25(3)'], 'in-force'],
    ['2026-06-07T17:00:00Z', 'permendag-19-2026', ['25(3)'], 'in-force'],
    ['2026-11-23', 'permendag-19-2026', ['25(3)'], 'in-force'],
  ])('on %s is %s', (date, regulation, provisions, status) => {
    expect(judgeToday(basketPage, date).law).toEqual([{ regulation, provisions, status }]);
  });

  test('is not named for a shop of another region or for pages of nobody', () => {
    expect(judgeToday(addressPage('https://shop.tiktok.com/us/pdp/1730000000000000001')).law).toEqual([]);
    expect(judgeToday(addressPage('https://example.org/')).law).toEqual([]);
  });
});

describe('the phase of the Indonesian shop', () => {
  test.each([
    // moment                       phase          processor
    ['2023-10-03', 'own-shop', 'tiktok-shop'],
    ['2023-10-04T16:59', 'own-shop', 'tiktok-shop'],
    ['2023-10-04T17:00', 'closed', 'none'],
    ['2023-10-04T09:59:59Z', 'own-shop', 'tiktok-shop'],
    ['2023-10-04T10:00:00Z', 'closed', 'none'],
    ['2023-12-11T23:59', 'closed', 'none'],
    ['2023-12-12', 'transition', 'conflicting'],
    ['2024-03-26T23:59', 'transition', 'conflicting'],
    ['2024-03-27', 'migrated', 'tokopedia'],
    ['2026-11-23', 'migrated', 'tokopedia'],
  ])('at %s is %s', (date, phase, processor) => {
    const verdict = judgeToday(basketPage, date);
    expect([verdict.phase, verdict.processor, verdict.basket]).toEqual([phase, processor, 'yes']);
    expect(judgeToday(addressPage('https://shop-id.tokopedia.com/c'), date).phase).toBe(phase);
  });

  test('is null where there is no Indonesian basket', () => {
    for (const address of [
      videoAddress,
      'https://www.tokopedia.com/cart',
      'https://shop.tiktok.com/us/pdp/1730000000000000001',
    ]) {
      expect(judgeToday(addressPage(address)).phase).toBeNull();
    }
  });
});

describe('an address alone', () => {
  test.each([
    // address, and its surface, kind, basket and processor; as a program lays out what it copied: unknown
    ['https://shop-id.tokopedia.com/pdp/p/1730000000000000001', 'shop-tokopedia product yes tokopedia'],
    [
      'https://shop-id.tokopedia.com/view/shop?seller_id=7490000000000000001',
      'shop-tokopedia storefront yes tokopedia',
    ],
    ['https://shop-id.tokopedia.com/checkout', 'shop-tokopedia other unknown unknown'],
    ['https://vt.tokopedia.com/t/ZSabc123/', 'shop-tokopedia share-link yes tokopedia'],
    ['https://vt.tokopedia.com/x/ZSabc123/', 'shop-tokopedia other unknown unknown'],
    ['https://tk.tokopedia.com/ZSabc123/', 'tokopedia share-link no tokopedia'],
    ['https://www.tokopedia.com/cart/shipment', 'tokopedia checkout no tokopedia'],
    ['https://brand-new.tokopedia.com/', 'tokopedia other unknown unknown'],
    ['https://pay.tokopediax.com/pipo_fe/ecom/payout/init', 'seller seller no none'],
    ['https://pay.tokopediax.com/pipo_fe/ecom/pay', 'shop-tokopedia other unknown unknown'],
    [
      'https://www.tiktok.com/view/fe_tiktok_ecommerce_in_web/order_submit/index.html',
      'tiktok-shop checkout yes tiktok-shop',
    ],
    [
      'https://www.tiktok.com/view/product/1730000000000000001?region=id',
      'tiktok-shop other unknown unknown',
    ],
    ['https://shop.tiktok.com/id/pdp/1730000000000000001', 'tiktok-shop other unknown unknown'],
    ['https://www.tiktok.com/@demo', 'tiktok other unknown unknown'],
    ['https://www.tiktok.com/@demo/live', 'tiktok live unknown unknown'],
    [videoAddress, 'tiktok video unknown unknown'],
    ['http://shop-id.tokopedia.com/pdp/p/1730000000000000001', 'shop-tokopedia product unknown unknown'],
    ['https://shop-id.tokopedia.com:444/pdp/p/1730000000000000001', 'shop-tokopedia product unknown unknown'],
    ['https://seller-my.tiktok.com/', 'seller seller no none'],
    [
      'https://example.org/shop-id.tokopedia.com/pdp/p/1730000000000000001',
      'elsewhere other unknown unknown',
    ],
    ['https://example.org/www.tokopedia.com/', 'elsewhere other no unknown'],
    ['https://example.org/?q=tiktok.com', 'elsewhere other no unknown'],
    ['https://example.org/?url=https%3A%2F%2Fwww.tiktok.com%2F%40a', 'elsewhere other unknown unknown'],
    ['http://localhost:8000/a.html', 'elsewhere other unknown unknown'],
    ['http://192.168.1.2/a.html', 'elsewhere other unknown unknown'],
    ['file:///a/b.html', 'elsewhere other unknown unknown'],
    ['blob:https://www.tiktok.com/a', 'elsewhere other unknown unknown'],
    ['about:reader?url=https://www.tiktok.com/@a/video/1', 'elsewhere other unknown unknown'],
    ['about:neterror?e=dnsNotFound', 'elsewhere other unknown unknown'],
    ['intent://www.tiktok.com/', 'elsewhere other unknown unknown'],
    ['about:newtab', 'elsewhere other no unknown'],
    ['chrome://extensions', 'elsewhere other no unknown'],
    ['', 'elsewhere other unknown unknown'],
  ])('%s', (address, told) => {
    const { surface, kind, basket, processor } = judgeToday(addressPage(address));
    expect([surface, kind, basket, processor].join(' ')).toBe(told);
  });

  test('is given back without query, fragment or user name', () => {
    const verdict = judgeToday(addressPage('https://me:secret@shop-id.tokopedia.com/c?token=1#part'));
    expect(verdict.address).toBe('https://shop-id.tokopedia.com/c');
    expect(judgeToday(addressPage('file:///home/me/page.html')).address).toBe('file:');
  });
});

describe('what the page says beside its address', () => {
  const shopPage = (address: string, state: string) => ({
    address,
    states: { __MODERN_ROUTER_DATA__: state },
    marks: [],
    drawnLink: null,
    status: null,
    sight: null,
  });

  test('a robot check drawn over a page that holds its state hides nothing', () => {
    const page = {
      ...basketPage,
      marks: ['captcha-config', 'captcha-container'],
      drawnLink: null,
      status: null,
      sight: null,
    };
    expect(judgeToday(page).basket).toBe('yes');
  });

  test('Indonesia named by a page of the Indonesian shop only supports it', () => {
    const page = shopPage(SHOP_ID_PRODUCT, '{"real_region":"ID"}');
    expect(judgeToday(page)).toMatchObject({ basket: 'yes', processor: 'tokopedia' });
    expect(judgeToday(page).evidence[1]).toMatchObject({ signal: 'shop-region', weight: 'supporting' });
  });
});

test('refuses a date that does not exist', () => {
  expect(() => judgeToday(basketPage, '2023-02-30')).toThrow(RangeError);
});
