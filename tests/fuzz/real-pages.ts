import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pageFromHtml } from '../../core/page/from-html';
import { builtInRulebook } from '../../core/rulebook/built-in';
import { demoPages } from '../../demo/shop/demo-pages';
import {
  basketItem,
  capcutAnchor,
  pageState,
  SHOP_ID_PRODUCT,
  shopChild,
  VIDEO_STATE_ID,
  videoItem,
  videoState,
} from '../../demo/shop/video-state';
import { videoId } from '../builders/pages';

const otherShop = 'https://shop.tiktok.com/view/product/1730000000000000002';

/** Items in the shapes of captured ones, with baskets and without: what mutations start from. */
export const items = [
  basketItem(videoId, 'contoh', [shopChild(SHOP_ID_PRODUCT)]),
  basketItem(videoId, 'contoh', [shopChild(SHOP_ID_PRODUCT), shopChild(otherShop, 'USD')]),
  basketItem(videoId, 'contoh', [
    shopChild('https://shop-id.tokopedia.com.example/pdp/x/1730000000000000001'),
  ]),
  videoItem(videoId, 'contoh', { anchors: [capcutAnchor()] }),
  videoItem(videoId, 'contoh'),
  { id: videoId, createTime: '1', imagePost: { images: [] } },
];

/** The states of a video's page, as phones and desktops get them. */
export const states = items.flatMap((item) => [
  videoState(item),
  pageState({ 'webapp.reflow.video.detail': { itemInfo: { itemStruct: item } } }),
]);

/** A state that holds the item in both places: a page that was put together twice. */
export const doubledStates = [0, 4].map((at) =>
  pageState({
    'webapp.video-detail': { itemInfo: { itemStruct: items[at] } },
    'webapp.reflow.video.detail': { itemInfo: { itemStruct: items[4 - at] } },
  }),
);

const folder = join(import.meta.dirname, '../../../shared/corpus/pages');
const isThere = existsSync(folder);
if (!isThere)
  console.warn(
    'SKIPPED: the shared corpus is absent (../shared/corpus): mutations start from our own pages only',
  );

/** The state texts of captured video pages, where they are at hand, with their ids made ours. */
export const capturedStates: readonly string[] = (isThere ? readdirSync(folder) : []).flatMap((name) => {
  const id = /(\d{18,20})\.html$/.exec(name)?.[1];
  if (id === undefined) return [];
  const page = pageFromHtml(
    readFileSync(join(folder, name), 'utf8'),
    'https://www.tiktok.com/',
    builtInRulebook.signals,
  );
  const text = page.states?.[VIDEO_STATE_ID];
  return text === undefined ? [] : [text.replaceAll(id, videoId)];
});

/** Whole pages: our own, and captured ones small enough to be changed by the thousand. */
export const htmlPages: readonly { readonly address: string; readonly html: string }[] = demoPages;
