import { bottle, type DemoPage, frame, stateScript, text } from '../shop/page-frame';
import { basketItem, pageState, SHOP_ID_PRODUCT, shopChild, VIDEO_STATE_ID } from '../shop/video-state';

const ID = '7610000000000000801';
const CAPTION = 'Botol contoh, dibuka dari tautan yang dibagikan';
const PRODUCT = `${SHOP_ID_PRODUCT}?source=anchor`;

const LOOK = `
body{background:#101114;color:#f1f2f4;min-height:100vh}main{max-width:440px;margin:0 auto;padding:16px}
.picture{display:grid;place-items:center;aspect-ratio:9/13;border-radius:16px;background:radial-gradient(circle at 50% 42%,#3f8f7a,#1a1c22 72%)}
.picture .bottle{height:56%}h1{font-size:16px;font-weight:500;margin:14px 0 4px}.by{color:#b9bcc4}
.DivEcomAnchorMobile{display:inline-block;margin-top:14px;padding:8px 12px;border-radius:8px;background:#2a2c33;text-decoration:none;font-size:14px}
.app{display:block;width:100%;margin-top:16px;padding:12px;border:0;border-radius:10px;background:#f1f2f4;color:#101114;font-weight:600}
`;

/** What a phone is given for a shared link: the same item under another scope, and a link to the product. */
export const sharePage: DemoPage = {
  name: 'share-page',
  address: `https://www.tiktok.com/@feedphone/video/${ID}`,
  describes: 'A shared video as a phone gets it: its item stands under the scope of the share page.',
  html: frame({
    title: `${CAPTION} | Video Contoh`,
    look: LOOK,
    head: stateScript(VIDEO_STATE_ID, shareState()),
    body: `<main><div class="picture">${bottle('#3f8f7a')}</div><h1>${text(CAPTION)}</h1><p class="by">@feedphone</p>
<a class="css-x DivEcomAnchorMobile" href="${text(PRODUCT)}">Shop | Botol Minum Contoh 1 Liter</a>
<button type="button" class="app">Buka di aplikasi</button></main>`,
  }),
};

function shareState(): Record<string, unknown> {
  const item = basketItem(ID, CAPTION, [shopChild(PRODUCT)]);
  const author = { ...(item.author as Record<string, unknown>), uniqueId: 'feedphone' };
  return pageState({
    'webapp.biz-context': { os: 'android', isMobile: true, vregion: 'Singapore-Central' },
    'webapp.reflow.video.detail': {
      itemInfo: { itemStruct: { ...item, author } },
      shareMeta: { title: 'feedphone di TikTok', desc: CAPTION },
      statusCode: 0,
      statusMsg: '',
    },
  });
}
