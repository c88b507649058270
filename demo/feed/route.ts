/** The addresses of the feed app, for the app itself and for the server that hands it out. */

export const HOST = 'www.tiktok.com';
export const ORIGIN = `https://${HOST}`;
export const FEED_HANDLE = 'feeddemo';

/** An item as the app sees it: the fields it draws, and whatever else came with them. */
export interface Item extends Readonly<Record<string, unknown>> {
  readonly id: string;
  readonly desc: string;
  readonly author: { readonly uniqueId: string; readonly nickname: string };
  readonly stats: { readonly diggCount: number; readonly commentCount: number; readonly shareCount: number };
  readonly video: { readonly id: string; readonly playAddr: string };
  readonly imagePost?: { readonly images: readonly unknown[] };
}

export type Route =
  | { readonly kind: 'feed' | 'profile' | 'unknown' }
  | { readonly kind: 'search' | 'tag'; readonly word: string }
  | { readonly kind: 'detail'; readonly id: string }
  | { readonly kind: 'live'; readonly handle: string };

/** What a path (with its query) of the feed's host shows. */
export function routeOf(path: string): Route {
  const { pathname, searchParams } = new URL(path, ORIGIN);
  if (pathname === '/foryou') return { kind: 'feed' };
  if (pathname === `/@${FEED_HANDLE}`) return { kind: 'profile' };
  if (pathname === '/search') return { kind: 'search', word: searchParams.get('q') ?? '' };
  if (pathname === '/tag/botol') return { kind: 'tag', word: 'botol' };
  const [, live] = /^\/@([a-z]+)\/live$/.exec(pathname) ?? [];
  if (live) return { kind: 'live', handle: live };
  const [, handle, id] = /^\/@([a-z]+)\/(?:video|photo)\/(\d+)$/.exec(pathname) ?? [];
  if (handle === FEED_HANDLE && id) return { kind: 'detail', id };
  return { kind: 'unknown' };
}

/** The path of an item's own address. */
export function itemPath({ id, author, imagePost }: Item): string {
  return `/@${author.uniqueId}/${imagePost ? 'photo' : 'video'}/${id}`;
}

/** The items a grid shows; a profile shows them all. */
export function itemsOn(route: Route, items: readonly Item[]): readonly Item[] {
  if (route.kind !== 'search' && route.kind !== 'tag') return items;
  const wanted = `${route.kind === 'tag' ? '#' : ''}${route.word.trim().toLowerCase()}`;
  return items.filter(({ desc }) => desc.toLowerCase().includes(wanted));
}
