import { bottle, type DemoPage, frame, stateScript } from './page-frame';
import { productBody, shopHead, shopLook } from './shop-look';
import { homeState, ROUTER_STATE_ID, shopIdProductState, usProductState } from './shop-state';
import { PRODUCT_ID, PRODUCT_SLUG, SHOP_ID_PRODUCT } from './video-state';

const US_PRODUCT_ID = '1730000000000000002';
const US_SLUG = 'sample-water-bottle-32-oz';
const TITLE = 'Botol Minum Contoh 1 Liter, Tahan Panas dan Dingin';
const DETAILS = ['Isi satu liter', 'Baja nirkarat dua lapis', 'Barang rekaan, tidak dapat dibeli'];

/** Shop pages: the Tokopedia side, other regions, and what only looks like one of them. */
export const shopPages: readonly DemoPage[] = [
  {
    name: 'shop-id-product',
    address: SHOP_ID_PRODUCT,
    describes: 'A product page of the Indonesian shop, on the Tokopedia shop host.',
    html: productPage('Belanja Contoh', '#0b8f6a', stateScript(ROUTER_STATE_ID, shopIdProductState(TITLE))),
  },
  {
    name: 'shop-id-home',
    address: 'https://shop-id.tokopedia.com/',
    describes: 'The storefront of the Indonesian shop.',
    html: frame({
      title: 'Beranda | Belanja Contoh',
      look: shopLook('#0b8f6a'),
      head: stateScript(ROUTER_STATE_ID, homeState()),
      body: `${shopHead('Belanja Contoh')}<main class="shelf"><h1>Pilihan hari ini</h1><div class="cards">${cards()}</div></main>`,
    }),
  },
  {
    name: 'us-product',
    address: `https://www.tiktok.com/shop/pdp/${US_SLUG}/${US_PRODUCT_ID}`,
    describes: 'A product page of the United States shop: a basket, but not one that Tokopedia handles.',
    html: frame({
      title: 'Botol Minum Contoh 32 oz | Toko AS Contoh',
      look: shopLook('#c23a55'),
      head: stateScript(ROUTER_STATE_ID, usProductState(US_SLUG, US_PRODUCT_ID)),
      body: productBody({
        brand: 'Toko AS Contoh',
        shop: 'Toko Contoh Amerika',
        title: 'Botol Minum Contoh 32 oz, dari Toko Amerika Serikat',
        price: '$19.90',
        oldPrice: '$24.00',
        buy: 'Beli sekarang',
        details: ['Harga dalam dolar', 'Dikirim dari Amerika Serikat', 'Barang rekaan, tidak dapat dibeli'],
        colour: '#c26a7c',
      }),
    }),
  },
  {
    name: 'robot-check',
    address: `https://shop.tiktok.com/view/product/${US_PRODUCT_ID}`,
    describes: 'A robot check shown in place of a product page: the page itself was never seen.',
    html: frame({
      title: 'Security Check',
      look: shopLook('#3a6ea5'),
      body: `<main class="panel" id="captcha_container"><h1>Geser kepingan ke tempatnya</h1>
<p>Pemeriksaan contoh: pastikan Anda bukan robot.</p><div class="puzzle"></div><div class="slider"></div></main>
${stateScript('captcha-config', { aid: 0, verify_data: { code: '10000', from: 'contoh', type: 'verify', region: 'sg', subtype: 'slide', detail: '', fp: '' } })}`,
    }),
  },
  {
    name: 'payout',
    address: 'https://pay.tokopediax.com/pipo_fe/ecom/payout/init',
    describes: 'A page that pays money out to a seller: the payment host, but nothing a buyer does.',
    html: frame({
      title: 'Penarikan Dana Penjual',
      look: shopLook('#2f5fb3'),
      body: `<main class="panel"><h1>Penarikan dana penjual</h1><p>Halaman contoh untuk Toko Contoh.</p>
<dl><dt>Saldo</dt><dd>Rp 1.250.000</dd><dt>Rekening</dt><dd>Bank Contoh ••0001</dd><dt>Perkiraan tiba</dt><dd>1 hari kerja</dd></dl>
<button type="button" class="buy">Tarik dana</button></main>`,
    }),
  },
  {
    name: 'native-product',
    address: `https://www.tokopedia.com/toko-contoh/${PRODUCT_SLUG}-${PRODUCT_ID}`,
    describes:
      "A product of Tokopedia's own shop, with the same product number in its address and TTS fields in its state.",
    html: productPage('Pasar Contoh', '#2e7d32', nativeState()),
  },
  {
    name: 'look-alike',
    address: `https://shop-id-tokopedia.test/pdp/${PRODUCT_SLUG}/${PRODUCT_ID}`,
    describes:
      'A copy of the product page, state and canonical address included, on a host that imitates the real one.',
    html: productPage(
      'Belanja Contoh',
      '#0b8f6a',
      `<link rel="canonical" href="${SHOP_ID_PRODUCT}">${stateScript(ROUTER_STATE_ID, shopIdProductState(TITLE))}`,
    ),
  },
];

function productPage(brand: string, accent: string, head: string): string {
  const body = productBody({
    brand,
    shop: 'Toko Contoh',
    title: TITLE,
    price: 'Rp 89.000',
    oldPrice: 'Rp 120.000',
    buy: 'Beli sekarang',
    details: DETAILS,
    colour: '#3f8f7a',
  });
  return frame({ title: `${TITLE} | ${brand}`, look: shopLook(accent), head, body });
}

function cards(): string {
  const shelf = [
    ['Botol 1 Liter', 'Rp 89.000', '#3f8f7a'],
    ['Botol Anak', 'Rp 65.000', '#4a6fa5'],
    ['Botol Lipat', 'Rp 72.000', '#8b5a9f'],
    ['Termos Kopi', 'Rp 110.000', '#b0713f'],
  ] as const;
  return shelf
    .map(
      ([name, price, colour]) =>
        `<a href="${SHOP_ID_PRODUCT}"><div class="gallery">${bottle(colour)}</div><h2>${name} Contoh</h2><p class="price">${price}</p></a>`,
    )
    .join('');
}

/** Native pages keep their state in window globals; these fields name the other shop and must not mislead. */
function nativeState(): string {
  const cache = {
    pdpBasicInfo100000000001: {
      productID: '100000000001',
      shopName: 'Toko Contoh',
      ttsPID: PRODUCT_ID,
      isAggregatedWithTTS: true,
    },
  };
  return `<script>window.__PAGE_TYPE__="productdetailpage-desktop";window.__cache=${JSON.stringify(cache)}</script>`;
}
