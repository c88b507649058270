import { writeFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import type { DrivenBrowser } from './drive/driver';
import { waitFor } from './drive/wait-for';
import { FEED_ADDRESS, LIVE_ADDRESSES, SEARCH_ADDRESS } from './feed/feed-pages';
import type { ColorScheme, Popup } from './popup';
import { NEXT_VIDEO_ADDRESS, pageNamed } from './shop/demo-pages';

/** One screen of the popup: how to get there, and which state it must show. */
export interface DemoState {
  readonly name: string;
  /** The address to open. */
  readonly address: string;
  readonly state: string;
  /** Whether the page's own in-page navigation is followed first. */
  readonly moveOn?: boolean;
  /** What the page draws late and must be there. */
  readonly drawn?: string;
  /** What of the popup a page that is busy gives no time for: it is opened again then. */
  readonly holds?: string;
  /** Days by which the extension's clock runs ahead. */
  readonly daysAhead?: number;
}

/** Every state of the popup, reached as a person would reach it. */
export const demoStates: readonly DemoState[] = [
  { name: 'tokopedia-video', address: pageNamed('video-basket').address, state: 'tokopedia' },
  { name: 'tokopedia-product', address: pageNamed('shop-id-product').address, state: 'tokopedia' },
  { name: 'other-region', address: pageNamed('us-product').address, state: 'other-region' },
  { name: 'none', address: pageNamed('video-plain').address, state: 'none' },
  { name: 'photo', address: pageNamed('photo-post').address, state: 'none' },
  { name: 'dropped', address: pageNamed('video-dropped').address, state: 'dropped' },
  { name: 'conflicting', address: pageNamed('video-conflicting').address, state: 'conflicting' },
  { name: 'drift', address: pageNamed('video-drifted').address, state: 'drift' },
  { name: 'unreadable', address: pageNamed('video-cut').address, state: 'unknown' },
  { name: 'stale', address: pageNamed('video-basket').address, state: 'stale', moveOn: true },
  { name: 'live', address: pageNamed('live').address, state: 'unknown' },
  { name: 'profile', address: pageNamed('profile').address, state: 'browse' },
  { name: 'feed', address: FEED_ADDRESS, state: 'tokopedia', drawn: 'video' },
  { name: 'search', address: SEARCH_ADDRESS, state: 'browse', drawn: 'a[href*="/video/"]', holds: '.listed' },
  { name: 'live-basket', address: LIVE_ADDRESSES.goods, state: 'live-basket', drawn: 'video' },
  { name: 'robot-check', address: pageNamed('robot-check').address, state: 'check' },
  { name: 'seller', address: pageNamed('payout').address, state: 'seller' },
  { name: 'native', address: pageNamed('native-product').address, state: 'native' },
  { name: 'look-alike', address: pageNamed('look-alike').address, state: 'lookalike' },
  { name: 'outside', address: pageNamed('outside').address, state: 'elsewhere' },
  { name: 'rules-old', address: pageNamed('video-basket').address, state: 'tokopedia', daysAhead: 200 },
];

/** Opens a state's page and its popup. The caller closes both. */
export async function openState<Driven extends DrivenBrowser>(
  browser: Driven,
  wanted: DemoState,
): Promise<{ page: Awaited<ReturnType<Driven['newPage']>>; popup: Popup }> {
  await browser.background.evaluate(clockAhead(wanted.daysAhead ?? 0));
  const page = (await browser.newPage()) as Awaited<ReturnType<Driven['newPage']>>;
  await page.goto(wanted.address);
  if (wanted.drawn) await page.waitForSelector(wanted.drawn);
  if (wanted.moveOn) {
    await page.click('#next-video');
    await page.waitForURL(NEXT_VIDEO_ADDRESS);
  }
  const isThere = (part: string) => `document.querySelector('main${part}') !== null`;
  const popup = await waitFor(
    async () => {
      const opened = await browser.openPopup(page);
      await opened.waitFor(isThere(`.state-${wanted.state}`), 10_000);
      if (!wanted.holds || (await opened.evaluate(isThere(` ${wanted.holds}`)))) return opened;
      await opened.close();
      return undefined;
    },
    { told: () => `the popup on ${wanted.name} holds no ${wanted.holds}` },
  );
  // What is measured or pictured stands in the product's own letters.
  await popup.evaluate('document.fonts.ready.then(() => true)');
  return { page, popup };
}

/** Moves the worker's clock: only there does the product read the time. */
const clockAhead = (days: number): string => `{
  globalThis.genuineDate ??= Date;
  const genuine = globalThis.genuineDate;
  globalThis.Date = class extends genuine {
    constructor(...parts) { parts.length ? super(...parts) : super(genuine.now() + ${days} * 86400000); }
  };
}`;

/** Opens what a popup shows as a tab of the popup's width: pictures and tools reach below its window's end there. */
export async function openPopupPage<Driven extends DrivenBrowser>(
  browser: Driven,
  popup: Popup,
  { colorScheme, width = 360 }: { colorScheme: ColorScheme; width?: number },
): Promise<Awaited<ReturnType<Driven['newPage']>>> {
  const tabId = await popup.evaluate(
    'chrome.tabs.query({ active: true, currentWindow: true }).then(([tab]) => tab.id)',
  );
  await popup.close();
  const page = (await browser.newPage()) as Awaited<ReturnType<Driven['newPage']>>;
  await page.emulateMedia({ colorScheme });
  await page.setViewportSize({ width, height: 600 });
  await page.goto(browser.address(`popup.html?tab=${tabId}`));
  await page.waitForSelector('main');
  return page;
}

/** Takes a picture of all that a page of ours holds, `least` CSS pixels high or higher, in two device pixels each. */
export async function takeWholePicture(page: Page, path: string, least = 600): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const { width } = page.viewportSize() ?? { width: 360 };
  const metrics = { width, height: least, deviceScaleFactor: 2, mobile: false };
  await session.send('Emulation.setDeviceMetricsOverride', metrics);
  const height = Number(await page.evaluate('document.documentElement.scrollHeight'));
  await session.send('Emulation.setDeviceMetricsOverride', { ...metrics, height });
  const { data } = await session.send('Page.captureScreenshot', { format: 'png' });
  writeFileSync(path, Buffer.from(data, 'base64'));
  await session.detach();
}
