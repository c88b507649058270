import { describe, expect, test } from 'vitest';
import { pageFromHtml } from '../../core/page/from-html';
import { builtInRulebook as rulebook } from '../../core/rulebook/built-in';
import { judge } from '../../core/verdict/judge';
import { pageNamed } from '../../demo/shop/demo-pages';
import { addressPage, judgeToday, today, videoAddress } from '../builders/pages';

const shopProduct = 'https://shop-id.tokopedia.com/pdp/contoh/1730000000000000001';
const usProduct = 'https://www.tiktok.com/shop/pdp/sample/1730000000000000002';
const native = 'https://www.tokopedia.com/cart';
const kinds = [shopProduct, usProduct, videoAddress, native];

const judgeHtml = (html: string, address = shopProduct) =>
  judge(pageFromHtml(html, address, rulebook.signals), rulebook, today);
const document = (title: string, body: string) =>
  `<!doctype html><html><head><title>${title}</title></head><body>${body}</body></html>`;

/** As a site serves it: with its programs. */
const served = (title: string, body: string) => document(title, `${body}<script src="a.js"></script>`);

describe('what stands in a page’s place says nothing about it', () => {
  test.each([400, 403, 404, 410, 429, 500, 503])(
    'a status of %i outweighs all that the page holds',
    (status) => {
      const { html, address } = pageNamed('video-basket');
      const page = { ...pageFromHtml(html, address, rulebook.signals), status };
      expect(judgeToday(page)).toMatchObject({
        basket: 'unknown',
        drift: [],
        unread: [{ what: 'page', why: 'error-status' }],
      });
      expect(judgeToday(addressPage(shopProduct, status)).basket).toBe('unknown');
    },
  );

  test.each([null, 200, 206, 304])('a status of %s leaves the page its word', (status) => {
    const { html, address } = pageNamed('video-basket');
    const page = { ...pageFromHtml(html, address, rulebook.signals), status };
    expect(judgeToday(page)).toMatchObject({ basket: 'yes', processor: 'tokopedia' });
  });

  test.each([102, 301, 307])('an answer of %i that leads nowhere is no page', (status) => {
    expect(judgeToday(addressPage(shopProduct, status)).basket).toBe('unknown');
  });

  const head = `<nav>${'Kategori Promo Bantuan '.repeat(20)}</nav>`;
  const others = '<p>Mungkin Anda suka: Rp12.000, 1rb+ terjual</p>';
  const foot = `<footer>${'Tentang kami. '.repeat(20)}</footer>`;
  const product = `<h1>Botol minum</h1>${head}<p>Rp25.000</p><button>Beli sekarang</button>`;
  test.each([
    ['between a head and a foot', served('Tokopedia', `${head}<p>Halaman tidak ditemukan</p>${foot}`)],
    ['beside other goods', served('Tokopedia', `${head}<p>Halaman tidak ditemukan</p>${others}${foot}`)],
    [
      'under an offer',
      served('404 Not Found', '<h1>404 Not Found</h1><p>Rp25.000</p><button>Add to cart</button>'),
    ],
    ['longer than any other', served('Halaman tidak ditemukan', head.repeat(20) + others)],
    ['long, by its heading', served('Tokopedia', `<h1>Access Denied</h1>${head.repeat(20)}`)],
  ])('a stand-in may be long, and then we cannot tell: %s', (_what, html) => {
    for (const address of kinds) {
      const { basket, drift, unread } = judgeHtml(html, address);
      expect([basket, drift, unread], address).toEqual(['unknown', [], [{ what: 'page', why: 'unsure' }]]);
    }
  });

  test.each([
    ['a shell without a word of buying', served('Tokopedia', head + foot)],
    [
      'a price of something else',
      served('Tokopedia', '<p>Lanjut di aplikasi, voucher Rp50.000</p><button>Buka</button>'),
    ],
    ['a filter of prices', served('Tokopedia', '<div>Rp0 - Rp100.000</div>')],
  ])('too little came to buy on, or to call new: %s', (_what, html) => {
    for (const address of [shopProduct, usProduct, videoAddress]) {
      const { basket, drift, unread } = judgeHtml(html, address);
      expect([basket, drift, unread], address).toEqual([
        'unknown',
        [],
        [{ what: 'page', why: 'too-little' }],
      ]);
    }
  });

  test.each(['Produk tidak tersedia', 'Barangnya sudah dihapus', 'This item is no longer available'])(
    'goods that are gone are no page to buy on: %s',
    (title) => {
      const html = served(title, `<h1>${title}</h1>${others}`);
      expect(judgeHtml(html)).toMatchObject({ basket: 'unknown', drift: [] });
    },
  );

  test.each([
    ['of middle length', served('Botol minum', product + foot)],
    ['long', served('Botol minum', product + head.repeat(20))],
  ])('a good product page is none: %s', (_what, html) => {
    expect(judgeHtml(html)).toMatchObject({ basket: 'yes', processor: 'tokopedia' });
  });

  test('the data of a video under an address that speaks for itself are another page’s', () => {
    const { html } = pageNamed('video-basket');
    for (const address of [shopProduct, native, 'https://www.tiktok.com/legal/terms', usProduct])
      expect(judgeHtml(html, address)).toMatchObject({
        ...{ basket: 'unknown', processor: 'unknown', drift: [] },
        unread: [
          { what: 'page', why: 'not-as-served' },
          { what: 'file', why: 'other-page' },
        ],
      });
    expect(judgeHtml(html, 'https://example.org/a').unread).toEqual([{ what: 'page', why: 'stored-copy' }]);
  });

  test('an address alone decides as before', () => {
    expect(judgeToday(addressPage(shopProduct))).toMatchObject({ basket: 'yes', processor: 'tokopedia' });
  });

  test('a log-in page that leads back to a page of ours stands in its place; one for its own sake does not', () => {
    const wall = `https://www.tiktok.com/login?redirect_url=${encodeURIComponent(videoAddress)}`;
    expect(judgeToday(addressPage(wall)).unread).toEqual([{ what: 'page', why: 'login-wall' }]);
    expect(judgeToday(addressPage('https://www.tiktok.com/login')).unread).not.toContainEqual({
      what: 'page',
      why: 'login-wall',
    });
  });

  test.each([
    ['error-status', '404 - Halaman tidak ditemukan', '<h1>404</h1><p>Produk lain: Rp25.000</p>'],
    ['challenge', 'Just a moment...', '<p>Ray ID 8f2, $1020</p>'],
    ['error-status', 'Access Denied', '<h1>Access Denied</h1><p>Reference #18.$1234</p>'],
    ['login-wall', 'Masuk / Login', '<input type="password"><p>Voucher hingga Rp100.000</p>'],
    [
      'error-status',
      'Produk tidak ditemukan',
      '<h1>Produk tidak ditemukan</h1><p>Mungkin Anda suka: Rp12.000</p>',
    ],
  ])('prices beside it do not make a page of what stands in its place: %s, "%s"', (why, title, body) => {
    const { basket, processor, unread } = judgeHtml(document(title, body));
    expect([basket, processor, unread[0]?.why]).toEqual(['unknown', 'unknown', why]);
  });

  test('a product that is called like an error may be one: we cannot tell', () => {
    for (const title of ['Kaus 404 Not Found', 'Poster "Access Denied"', 'Buku: Verifikasi Robot']) {
      const html = served(
        `${title} | Tokopedia`,
        `<h1>${title}</h1><p>Rp85.000</p><button>Beli sekarang</button><p>${'Bahan katun, nyaman dipakai. '.repeat(30)}</p>`,
      );
      expect(judgeHtml(html)).toMatchObject({ basket: 'unknown', unread: [{ what: 'page', why: 'unsure' }] });
    }
  });
});

describe('a video that is not shown says why, and is no drift', () => {
  test.each([
    [10204, 'unavailable-gone'],
    [10222, 'unavailable-private'],
    [10216, 'unavailable-private'],
    [10231, 'unavailable-not-in-region'],
    [100004, 'unavailable-not-in-region'],
    [99999, 'unavailable'],
  ])('status %i: %s', (statusCode, why) => {
    const state = { __DEFAULT_SCOPE__: { 'webapp.video-detail': { statusCode, statusMsg: '' } } };
    const html = document(
      'TikTok',
      `<script id="__UNIVERSAL_DATA_FOR_REHYDRATION__" type="application/json">${JSON.stringify(state)}</script>`,
    );
    const verdict = judgeHtml(html, videoAddress);
    expect(verdict).toMatchObject({ basket: 'unknown', drift: [], unread: [{ what: 'item', why }] });
    expect(verdict.evidence).toContainEqual({
      signal: 'video-status',
      weight: 'supporting',
      where: 'page state',
      value: String(statusCode),
    });
  });
});
