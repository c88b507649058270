import { type DemoPage, frame, rawStateScript, stateScript } from './page-frame';
import { VIDEO_LOOK, videoBody } from './video-look';
import {
  basketItem,
  capcutAnchor,
  HANDLE,
  PRODUCT_ID,
  SHOP_ID_PRODUCT,
  shopChild,
  VIDEO_STATE_ID,
  videoItem,
  videoState,
} from './video-state';

const BASKET = '7600000000000000101';
const PLAIN = '7600000000000000102';
const DROPPED = '7600000000000000103';
const CONFLICTING = '7600000000000000104';
const DRIFTED = '7600000000000000105';
const CUT = '7600000000000000106';
const WITHOUT_STATE = '7600000000000000109';

/** Where the button `#next-video` of video-basket leads without a page load, so that its state goes stale. */
export const NEXT_VIDEO_ADDRESS = addressOf(WITHOUT_STATE);

const IN_THE_APP = 'Video ini hanya dapat diputar di aplikasi';
const anchorAddress = `${SHOP_ID_PRODUCT}?source=anchor`;

/** Video pages: with a basket, without one, and the ways in which a page fails to say. */
export const videoPages: readonly DemoPage[] = [
  page('video-basket', BASKET, {
    describes: 'A video with a yellow basket whose product is on the Tokopedia shop host.',
    caption: 'Botol minum contoh satu liter, klik keranjang kuning ya!',
    colour: '#3f8f7a',
    notice: IN_THE_APP,
    state: (caption) => videoState(basketItem(BASKET, caption, [shopChild(anchorAddress)])),
    aside: nextVideo(),
  }),
  page('video-plain', PLAIN, {
    describes: 'An ordinary video: its only anchor belongs to the editing app.',
    caption: 'Uji tahan panas botol contoh, diedit pakai templat.',
    colour: '#4a6fa5',
    state: (caption) => videoState(videoItem(PLAIN, caption, { anchors: [capcutAnchor()] })),
  }),
  page('video-dropped', DROPPED, {
    describes: 'A video that still lists the shop anchor type but has no anchor left: unknown, not a basket.',
    caption: 'Keranjang kuning sudah dilepas dari video ini.',
    colour: '#8a6d3b',
    notice: IN_THE_APP,
    state: (caption) => videoState({ ...basketItem(DROPPED, caption, []), anchors: [] }),
  }),
  page('video-conflicting', CONFLICTING, {
    describes: 'A video whose two shop products lead to two different shops.',
    caption: 'Dua botol, dua toko: bandingkan sendiri.',
    colour: '#8b5a9f',
    notice: IN_THE_APP,
    state: (caption) =>
      videoState(
        basketItem(CONFLICTING, caption, [
          shopChild(anchorAddress),
          shopChild(`https://shop.tiktok.com/view/product/${PRODUCT_ID}`, 'USD'),
        ]),
      ),
  }),
  page('video-drifted', DRIFTED, {
    describes: 'A shop video whose state has a new shape, so the known fields are not found.',
    caption: 'Botol contoh dengan data halaman bentuk baru.',
    colour: '#a5534a',
    notice: IN_THE_APP,
    state: (caption) => videoState(driftedItem(caption)),
  }),
  page('video-cut', CUT, {
    describes: 'A shop video whose state stops in the middle of the JSON text.',
    caption: 'Halaman ini datanya terpotong.',
    colour: '#5d6470',
    notice: IN_THE_APP,
    state: (caption) => videoState(basketItem(CUT, caption, [shopChild(anchorAddress)])),
    cut: true,
  }),
  page('video-without-state', WITHOUT_STATE, {
    describes: 'A video page that carries no state at all.',
    caption: 'Video berikutnya, tanpa data halaman.',
    colour: '#6f8f3f',
  }),
];

interface VideoPage {
  describes: string;
  caption: string;
  colour: string;
  notice?: string;
  aside?: string;
  state?: (caption: string) => unknown;
  /** Keep only the first half of the state's text. */
  cut?: boolean;
}

function page(name: string, id: string, { describes, state, cut = false, ...view }: VideoPage): DemoPage {
  const head = state ? stateHead(state(view.caption), cut) : '';
  const body = videoBody({ handle: HANDLE, ...view });
  const title = `${view.caption} | Video Contoh`;
  return { name, address: addressOf(id), describes, html: frame({ title, look: VIDEO_LOOK, body, head }) };
}

function stateHead(state: unknown, cut: boolean): string {
  if (!cut) return stateScript(VIDEO_STATE_ID, state);
  const json = JSON.stringify(state);
  return rawStateScript(VIDEO_STATE_ID, json.slice(0, json.length / 2));
}

function addressOf(id: string): string {
  return `https://www.tiktok.com/@${HANDLE}/video/${id}`;
}

/** `isECVideo` stays; the anchors are renamed, moved and flattened, as a new front-end might do. */
function driftedItem(caption: string): Record<string, unknown> {
  return {
    ...videoItem(DRIFTED, caption),
    isECVideo: 1,
    commerce: { entries: [{ kind: 'shop', product: { id: PRODUCT_ID, link: anchorAddress } }] },
  };
}

/** A second, recommended video on the page; its button changes the address and not the state. */
function nextVideo(): string {
  return `<section class="next"><h2>Berikutnya</h2><p>Video lain dari @${HANDLE}, dibuka tanpa memuat ulang halaman.</p>
<button type="button" id="next-video">Putar video berikutnya</button></section>
<script>
document.getElementById('next-video').addEventListener('click', function () {
  history.pushState(null, '', ${JSON.stringify(new URL(NEXT_VIDEO_ADDRESS).pathname)});
  document.title = 'Video berikutnya | Video Contoh';
  document.getElementById('caption').textContent = 'Video berikutnya, dibuka di halaman yang sama.';
});
</script>`;
}
