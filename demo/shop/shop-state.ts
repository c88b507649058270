import { PRODUCT_ID, PRODUCT_SLUG, SHOP_ID_PRODUCT } from './video-state';

/** The pieces of a shop page's router state, in the field shapes the page dossier records (section 3b). */

export const ROUTER_STATE_ID = '__MODERN_ROUTER_DATA__';
const SELLER_ID = '7490000000000000001';

type Json = Record<string, unknown>;

/** A United States product page, as www.tiktok.com frames it. */
export function usProductState(slug: string, id: string): Json {
  return routerState('shop/pdp/(product_name_slug$)/(product_id)/page', {
    route_info: {
      route_page_name: 'pdp',
      page_name: 'product_detail',
      route_product_name_slug: slug,
      route_product_id: id,
      request_url: `https://www.tiktok.com/shop/pdp/${slug}/${id}`,
      is_api: false,
    },
    region_info: {
      path_region: 'US',
      real_region: 'US',
      real_region_source: 'IP',
      current_v_region: 'US-TTP2',
      mssdk_region: 'ttp2',
    },
    page_config: {
      global_fe_config: { page_name: 'product_detail' },
      components_map: components({
        product_id: id,
        name: 'Sample Water Bottle 32 oz',
        currency: 'USD',
        symbol: '$',
        price: '19.90',
        shop: 'Toko Contoh Amerika',
      }),
    },
  });
}

/** The Indonesian product page. No capture of one is public: the frame is that of other regions, a guess. */
export function shopIdProductState(name: string): Json {
  return routerState('(region)/pdp/(product_name_slug$)/(product_id)/page', {
    route_info: {
      route_page_name: 'pdp',
      page_name: 'product_detail',
      route_product_name_slug: PRODUCT_SLUG,
      route_product_id: PRODUCT_ID,
      request_url: SHOP_ID_PRODUCT,
      is_api: false,
    },
    region_info: { path_region: 'ID', real_region: 'ID', real_region_source: 'IP' },
    page_config: {
      global_fe_config: { page_name: 'product_detail' },
      components_map: components({
        product_id: PRODUCT_ID,
        name,
        currency: 'IDR',
        symbol: 'Rp',
        price: '89000',
        shop: 'Toko Contoh',
      }),
    },
  });
}

/** The Indonesian storefront: a guessed frame around the list items that scrapers have recorded. */
export function homeState(): Json {
  return routerState('page', {
    route_info: { route_page_name: 'home', page_name: 'home', is_api: false },
    region_info: { real_region: 'ID', real_region_source: 'IP' },
    page_config: {
      components_map: [
        {
          component_type: 'feed_list',
          component_name: 'feed_list',
          component_data: {
            product_list: [
              {
                product_id: PRODUCT_ID,
                product_price_info: {
                  currency_name: 'IDR',
                  currency_symbol: 'Rp',
                  sale_price_format: '89.000',
                },
                seller_info: { seller_id: SELLER_ID, shop_name: 'Toko Contoh' },
                seo_url: { canonical_url: SHOP_ID_PRODUCT },
              },
            ],
          },
        },
      ],
    },
  });
}

function routerState(route: string, page: Json): Json {
  const basic = { lang: 'id', device_system: 'mac', is_mobile: false, is_login: false, web_id: '' };
  return {
    loaderData: {
      layout: null,
      [route]: { basic_info: basic, ...page, bot_info: { is_mock_bot: false, is_bot: false } },
    },
    errors: null,
  };
}

interface Product {
  product_id: string;
  name: string;
  currency: string;
  symbol: string;
  /** A decimal number as text. */
  price: string;
  shop: string;
}

function components({ product_id, name, currency, symbol, price, shop }: Product): Json[] {
  const minPrice = {
    currency_name: currency,
    currency_symbol: symbol,
    sale_price_decimal: price,
    origin_price_decimal: price,
  };
  const productInfo = {
    product_model: {
      product_id,
      name,
      seller_id: SELLER_ID,
      sold_count: 230,
      skus: [{ sku_id: '1730000000000000011' }],
    },
    promotion_model: { promotion_product_price: { min_price: minPrice } },
    seller_model: { shop_name: shop },
  };
  return [
    ...['user_info', 'page_header', 'bread_crumbs'].map((name) => ({
      component_type: name,
      component_name: name,
    })),
    {
      component_type: 'product_info',
      component_name: 'product_info',
      component_data: { error_code: 0, product_info: productInfo },
    },
    { component_type: 'related_link', component_name: 'related_link' },
  ];
}
