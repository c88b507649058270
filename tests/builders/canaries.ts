import type { OtherHost } from '../../demo/server';
import { pageNamed } from '../../demo/shop/demo-pages';

/** Seeded into pages, inputs and addresses: none may turn up in the store, an export or a capture. */
export const canaries = {
  handle: 'handle.canary',
  phone: '081234567890',
  mail: 'canary@example.org',
  street: 'JlCanary12',
  token: 'tokencanary',
  order: '577000012345678',
} as const;

export const canaryTexts: readonly string[] = Object.values(canaries);

const basket = pageNamed('video-basket');
const [, account = '', , id = ''] = new URL(basket.address).pathname.split('/');

/** The address of a video with a basket whose account and number are canaries. */
export const canaryVideo = `https://www.tiktok.com/@${canaries.handle}/video/${canaries.order}`;

/** Answers there with the video page itself: a page that did not come is no step of a walk. */
export const canaryHost: OtherHost = {
  host: 'www.tiktok.com',
  answer: (path) =>
    path.replace(/[?#].*$/s, '') === new URL(canaryVideo).pathname
      ? {
          status: 200,
          headers: { 'content-type': 'text/html; charset=utf-8' },
          body: basket.html
            .replaceAll(id, canaries.order)
            .replaceAll(account, `@${canaries.handle}`)
            .replaceAll(account.slice(1), canaries.handle),
        }
      : null,
};
