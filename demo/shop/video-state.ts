/** The pieces of a video page's state, in the field shapes the page dossier records (section 3a). */

export const HANDLE = 'demo';
export const VIDEO_STATE_ID = '__UNIVERSAL_DATA_FOR_REHYDRATION__';
export const PRODUCT_ID = '1730000000000000001';
export const PRODUCT_SLUG = 'botol-minum-contoh-1-liter';
export const SHOP_ID_PRODUCT = `https://shop-id.tokopedia.com/pdp/${PRODUCT_SLUG}/${PRODUCT_ID}`;
const SELLER_ID = '7490000000000000001';

type Json = Record<string, unknown>;

/** The state of a page whose scope is `scope`, as the id-ID desktop page frames it. */
export function pageState(scope: Json): Json {
  return {
    __DEFAULT_SCOPE__: {
      'webapp.app-context': { language: 'id-ID', region: 'ID', appId: 1180, host: 'www.tiktok.com' },
      'webapp.biz-context': { os: 'mac', isMobile: false, vregion: 'Singapore-Central' },
      ...scope,
    },
  };
}

/** The state of a video page about one item. */
export function videoState(item: Json): Json {
  return pageState({
    'webapp.video-detail': {
      itemInfo: { itemStruct: item },
      shareMeta: { title: `${HANDLE} di TikTok`, desc: item.desc },
      statusCode: 0,
      statusMsg: '',
    },
  });
}

/** An ordinary item; `more` adds or replaces fields. */
export function videoItem(id: string, desc: string, more: Json = {}): Json {
  return {
    id,
    desc,
    createTime: createTimeOf(id),
    scheduleTime: 0,
    video: {
      id,
      height: 1024,
      width: 576,
      duration: 21,
      ratio: '540p',
      cover: '',
      playAddr: 'blob:contoh',
      downloadAddr: '',
      format: 'mp4',
    },
    author: {
      id: '7000000000000000009',
      uniqueId: HANDLE,
      nickname: 'Akun Contoh',
      verified: false,
      ttSeller: false,
      roomId: '',
    },
    music: {
      id: '7000000000000000008',
      title: 'suara asli',
      authorName: HANDLE,
      original: true,
      is_commerce_music: true,
    },
    challenges: [],
    stats: { diggCount: 412, shareCount: 16, commentCount: 28, playCount: 9100, collectCount: '31' },
    textExtra: [],
    isAd: false,
    textLanguage: 'id',
    ...more,
  };
}

/** An item with a shop wrapper (type 35) around `children`; such videos do not play on the web. */
export function basketItem(id: string, desc: string, children: readonly Json[]): Json {
  const plain = videoItem(id, desc);
  return {
    ...plain,
    video: { ...(plain.video as Json), playAddr: '' },
    isAd: true,
    isECVideo: 1,
    locationCreated: 'ID',
    AnchorTypes: ['33', '54'],
    anchors: [
      {
        type: 35,
        icon: { uri: 'contoh/capcut', urlList: [] },
        schema: 'https://www.capcut.com',
        extra: JSON.stringify(children),
        thumbnail: { uri: '', urlList: [] },
        extraInfo: { subtype: '' },
      },
    ],
  };
}

/** A shop product inside a wrapper; its own `extra` is JSON text once more. */
export function shopChild(seoUrl: string, currency: 'IDR' | 'USD' = 'IDR'): Json {
  const symbol = currency === 'IDR' ? 'Rp' : '$';
  return {
    keyword: 'Lihat botol contoh di sini',
    id: PRODUCT_ID,
    type: 33,
    icon: { uri: 'contoh/keranjang', urlList: [] },
    extra: JSON.stringify({
      product_id: PRODUCT_ID,
      title: 'Botol Minum Contoh 1 Liter',
      cover: 'contoh/botol',
      img: ['contoh/botol'],
      market_price: 0,
      price: 0,
      currency,
      currency_format: {
        currency_symbol: symbol,
        decimal_place: 0,
        separator: currency === 'IDR' ? '.' : ',',
      },
      detail_url: 'https://oec-api.tiktokv.com/view/fe_tiktok_ecommerce_upgrade/index.html?enter_from=video',
      schema: 'aweme://ec/pdp?biz_type=0',
      seo_url: seoUrl,
      source: 'TikTok Shop',
      seller_id: SELLER_ID,
      platform: 5,
      product_status: 90,
      is_platform_product: false,
      categories: [{ category_id: 600001, category_name: 'Perlengkapan Rumah' }],
      skus: [{ sku_id: '1730000000000000011' }],
    }),
    actions: null,
    component_key: 'anchor_shop',
    anchor_strong: null,
  };
}

/** The editing-app anchor (type 54) that ordinary videos carry too. */
export function capcutAnchor(): Json {
  return {
    id: '0',
    type: 54,
    keyword: 'CapCut - contoh templat',
    description: 'CapCut · contoh',
    schema: 'https://www.capcut.com/template-detail/7000000000000000007',
    icon: { urlList: [] },
    thumbnail: { height: 64, width: 64, urlList: [] },
    extraInfo: { subtype: '' },
  };
}

/** Seconds since 1970, as text: a video's id holds its time of creation in its upper 32 bits. */
function createTimeOf(id: string): string {
  return String(BigInt(id) >> 32n);
}
