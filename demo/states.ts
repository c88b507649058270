import { writeFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import type { DemoBrowser } from './browser';
import type { ColorScheme, Popup } from './popup';
import { NEXT_VIDEO_ADDRESS, pageNamed } from './shop/demo-pages';

/** One screen of the popup: how to get there, and which state it must show. */
export interface DemoState {
  readonly name: string;
  /** The demo page to open. */
  readonly page: string;
  readonly state: string;
  /** Whether the page's own in-page navigation is followed first. */
  readonly moveOn?: boolean;
  /** Days by which the extension's clock runs ahead. */
  readonly daysAhead?: number;
}

/** Every state of the popup, reached as a person would reach it. */
export const demoStates: readonly DemoState[] = [
  { name: 'tokopedia-video', page: 'video-basket', state: 'tokopedia' },
  { name: 'tokopedia-product', page: 'shop-id-product', state: 'tokopedia' },
  { name: 'other-region', page: 'us-product', state: 'other-region' },
  { name: 'none', page: 'video-plain', state: 'none' },
  { name: 'photo', page: 'photo-post', state: 'none' },
  { name: 'dropped', page: 'video-dropped', state: 'dropped' },
  { name: 'conflicting', page: 'video-conflicting', state: 'conflicting' },
  { name: 'drift', page: 'video-drifted', state: 'drift' },
  { name: 'unreadable', page: 'video-cut', state: 'unknown' },
  { name: 'stale', page: 'video-basket', state: 'stale', moveOn: true },
  { name: 'live', page: 'live', state: 'unknown' },
  { name: 'profile', page: 'profile', state: 'browse' },
  { name: 'robot-check', page: 'robot-check', state: 'check' },
  { name: 'seller', page: 'payout', state: 'seller' },
  { name: 'native', page: 'native-product', state: 'native' },
  { name: 'look-alike', page: 'look-alike', state: 'lookalike' },
  { name: 'outside', page: 'outside', state: 'elsewhere' },
  { name: 'rules-old', page: 'video-basket', state: 'tokopedia', daysAhead: 200 },
];

/** Opens a state's page and its popup. The caller closes both. */
export async function openState(
  browser: DemoBrowser,
  wanted: DemoState,
): Promise<{ page: Page; popup: Popup }> {
  await browser.serviceWorker.evaluate(clockAhead(wanted.daysAhead ?? 0));
  const page = await browser.context.newPage();
  await page.goto(pageNamed(wanted.page).address);
  if (wanted.moveOn) {
    await page.click('#next-video');
    await page.waitForURL(NEXT_VIDEO_ADDRESS);
  }
  const popup = await browser.openPopup(page);
  await popup.waitFor(`document.querySelector('main.state-${wanted.state}') !== null`, 10_000);
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

/** Takes a picture of all that a popup holds, also below its window's end: its page in a tab of the same width. */
export async function takeWholePicture(
  browser: DemoBrowser,
  popup: Popup,
  { path, colorScheme, width = 360 }: { path: string; colorScheme: ColorScheme; width?: number },
): Promise<void> {
  const tabId = await popup.evaluate(
    'chrome.tabs.query({ active: true, currentWindow: true }).then(([tab]) => tab.id)',
  );
  await popup.close();
  const page = await browser.context.newPage();
  await page.emulateMedia({ colorScheme });
  const session = await browser.context.newCDPSession(page);
  const metrics = { width, height: 600, deviceScaleFactor: 2, mobile: false };
  await session.send('Emulation.setDeviceMetricsOverride', metrics);
  await page.goto(`chrome-extension://${browser.extensionId}/popup.html?tab=${tabId}`);
  await page.waitForSelector('main');
  const height = Number(await page.evaluate('document.documentElement.scrollHeight'));
  await session.send('Emulation.setDeviceMetricsOverride', { ...metrics, height });
  const { data } = await session.send('Page.captureScreenshot', { format: 'png' });
  writeFileSync(path, Buffer.from(data, 'base64'));
  await page.close();
}
