import { join } from 'node:path';
import { build, type Rolldown } from 'vite';
import { frame, stateScript } from '../shop/page-frame';
import { pageState, VIDEO_STATE_ID, videoState } from '../shop/video-state';
import { feedItems } from './feed-items';
import { FEED_LOOK } from './feed-look';
import { liveRooms } from './live-rooms';
import { FEED_HANDLE, HOST, ORIGIN, routeOf } from './route';
import { sharePage } from './share-page';

export const FEED_ADDRESS = `${ORIGIN}/foryou`;
export const PROFILE_ADDRESS = `${ORIGIN}/@${FEED_HANDLE}`;
export const SEARCH_ADDRESS = `${ORIGIN}/search?q=botol`;
/** Rooms whose data say: goods, no goods, nothing about goods. */
export const LIVE_ADDRESSES = {
  goods: `${ORIGIN}/@feedlive/live`,
  quiet: `${ORIGIN}/@feedlivequiet/live`,
  plain: `${ORIGIN}/@feedliveplain/live`,
} as const;
/** Static, and one of the demo pages: not of the app. */
export const SHARE_PAGE = { address: sharePage.address, expected: 'tokopedia' } as const;

/** What the server sends for a path of the feed. */
export interface FeedAnswer {
  readonly type: string;
  readonly body: string;
}

/** The answer for a host and a path (no query) of the feed app, or undefined where it has none. */
export async function feedAnswer(host: string, path: string): Promise<FeedAnswer | undefined> {
  if (host !== HOST) return undefined;
  if (path === '/demo-feed.js') return { type: 'text/javascript; charset=utf-8', body: await appScript() };
  if (path === '/demo-feed.json') return { type: 'application/json', body: FEED_DATA };
  const html = shellFor(path);
  return html === undefined ? undefined : { type: 'text/html; charset=utf-8', body: html };
}

const FEED_DATA = JSON.stringify({ items: feedItems.map(({ item }) => item), rooms: liveRooms });

/** The one HTML shell: only a post's own address gets a state about an item. */
function shellFor(path: string): string | undefined {
  const route = routeOf(path);
  if (route.kind === 'unknown' || (route.kind === 'live' && !Object.hasOwn(liveRooms, route.handle)))
    return undefined;
  if (route.kind !== 'detail') return shell(pageState({}));
  const own = feedItems.find(({ address }) => address === ORIGIN + path);
  return own && shell(videoState(own.item));
}

function shell(state: unknown): string {
  return frame({
    title: 'Feed Contoh',
    look: FEED_LOOK,
    head: stateScript(VIDEO_STATE_ID, state),
    body: '<div id="app"></div>\n<script src="/demo-feed.js"></script>',
  });
}

let script: Promise<string> | undefined;

/** The app's script, built at the first request and kept. */
function appScript(): Promise<string> {
  script ??= buildApp();
  return script;
}

/** Production React whatever NODE_ENV says: under a test runner Vite would take its development half. */
async function buildApp(): Promise<string> {
  const built = (await build({
    configFile: false,
    root: import.meta.dirname,
    mode: 'production',
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    oxc: { jsx: { runtime: 'automatic', importSource: 'react', development: false } },
    build: {
      write: false,
      modulePreload: false,
      rolldownOptions: { input: join(import.meta.dirname, 'main.tsx'), output: { format: 'iife' } },
    },
  })) as Rolldown.RolldownOutput;
  return built.output[0].code;
}
