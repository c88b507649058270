import { type DemoPage, frame, stateScript } from '../shop/page-frame';
import { VIDEO_LOOK, videoBody } from '../shop/video-look';
import { basketItem, HANDLE, PRODUCT_ID, shopChild, VIDEO_STATE_ID, videoState } from '../shop/video-state';

const id = '7600000000000000121';
const caption = 'Botol contoh dari toko di negara lain.';
const product = shopChild(`https://shop.tiktok.com/view/product/${PRODUCT_ID}`, 'USD');

/** A video whose product is sold by the shop of another country: TikTok Shop handles the order itself. */
export const abroadVideo: DemoPage = {
  name: 'video-abroad',
  address: `https://www.tiktok.com/@${HANDLE}/video/${id}`,
  describes: 'A video whose product is on the shop host of another country.',
  html: frame({
    title: `${caption} | Video Contoh`,
    look: VIDEO_LOOK,
    body: videoBody({ handle: HANDLE, caption, colour: '#3f6f8f' }),
    head: stateScript(VIDEO_STATE_ID, videoState(basketItem(id, caption, [product]))),
  }),
};
