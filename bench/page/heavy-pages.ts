import type { OtherHost } from '../../demo/server';
import { stateScript } from '../../demo/shop/page-frame';
import {
  basketItem,
  capcutAnchor,
  SHOP_ID_PRODUCT,
  shopChild,
  VIDEO_STATE_ID,
  videoItem,
  videoState,
} from '../../demo/shop/video-state';

/** Elements of each page: as many as a feed of TikTok has after long scrolling. */
const elements = 20_000;
const ID = '7600000000000000101';
const host = 'www.tiktok.com';

export interface HeavyPage {
  readonly name: 'plain-small' | 'plain-large' | 'basket-small' | 'basket-large';
  readonly says: string;
  readonly address: string;
}

/** The four pages: 0.2 or 2 MB of state, with a basket or without. The address is that of a video, `heavy` tells them apart. */
export const heavyPages: readonly HeavyPage[] = (
  [
    ['plain-small', 'without basket, 0.2 MB of state'],
    ['plain-large', 'without basket, 2 MB of state'],
    ['basket-small', 'with basket, 0.2 MB of state'],
    ['basket-large', 'with basket, 2 MB of state'],
  ] as const
).map(([name, says]) => ({ name, says, address: `https://${host}/@demo/video/${ID}?heavy=${name}` }));

/** Answers for these pages, before the demo does. */
export const heavyHost: OtherHost = {
  host,
  answer: (path) => {
    const name = new URL(path, `https://${host}`).searchParams.get('heavy') ?? '';
    const body = heavyHtml(name.startsWith('basket'), name.endsWith('large') ? 2e6 : 2e5);
    return { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body };
  },
};

const made = new Map<string, string>();

function heavyHtml(hasBasket: boolean, stateBytes: number): string {
  const key = `${hasBasket}${stateBytes}`;
  const known = made.get(key);
  if (known !== undefined) return known;
  const text = 'Botol minum contoh satu liter';
  const item = hasBasket
    ? basketItem(ID, text, [shopChild(`${SHOP_ID_PRODUCT}?source=anchor`)])
    : videoItem(ID, text, { anchors: [capcutAnchor()] });
  const bare = videoState(item);
  const more = Math.max(0, stateBytes - JSON.stringify(bare).length);
  // Words with quotes and slashes, as comments and addresses of pictures have them, not one long text.
  const filling: string[] = [];
  for (let size = 0; size < more; size += (filling.at(-1)?.length ?? 0) + 7)
    filling.push(`"kata ${filling.length}" https://p16.example/${filling.length % 97}`);
  const state = { ...bare, 'seo.abtest': { canonical: '', words: filling } };
  const blocks = Array.from(
    { length: elements / 5 },
    (_, n) =>
      `<div class="css-${n % 89}"><a href="/@demo/video/${n}"><span>Video ${n}</span></a><p>kata<b>${n}</b></p></div>`,
  );
  const html = `<!doctype html><html lang="id"><head><meta charset="utf-8"><title>${text}</title><link rel="icon" href="data:,">
${stateScript(VIDEO_STATE_ID, state)}</head><body>${blocks.join('')}</body></html>`;
  made.set(key, html);
  return html;
}
