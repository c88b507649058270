import { expect } from 'vitest';
import { eventOf } from '../../core/log/chain';
import type { LogEvent, LogRow } from '../../core/log/event';
import type { LaunchOptions } from '../../demo/drive/driver';
import type { FreeBrowser, OwnPage } from '../../demo/drive/free-browser';
import { launchFree } from '../../demo/drive/launch';
import { browserHere } from './browser-here';
import { readStore } from './read-store';

export const launchFreeHere = (options: LaunchOptions): Promise<FreeBrowser> =>
  launchFree(browserHere, { language: 'en', ...options });

/** Switches recording on, as the logbook does. */
export const startRecording = (browser: FreeBrowser): Promise<unknown> =>
  browser.byExtension(
    `chrome.storage.local.set({ recording: { on: true, study: 'uji', since: '2026-11-24T00:00:00Z', stopped: null } }).then(() => null)`,
  );

/** All that was recorded so far. */
export async function eventsOf(browser: FreeBrowser): Promise<LogEvent[]> {
  const rows = (await browser.byExtension(readStore('rows'))) as LogRow[];
  return rows.flatMap(({ body }) => (body === null ? [] : [eventOf(body) as LogEvent]));
}

export const badgeBecomes = (browser: FreeBrowser, tabId: number, text: string) =>
  expect.poll(() => browser.badge(tabId), { timeout: 10_000, interval: 50 }).toBe(text);

/** The popup's own page, as it is opened on a tab. */
export const popupOn = (browser: FreeBrowser, tabId: number): Promise<OwnPage> =>
  browser.ownPage(`popup.html?tab=${tabId}`);

export const textOf = async (page: OwnPage): Promise<string> =>
  String(await page.evaluate('document.body?.innerText ?? ""'));
