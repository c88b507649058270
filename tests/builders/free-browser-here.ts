import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import type { LogEvent, LogRow } from '../../core/log/event';
import type { LaunchOptions } from '../../demo/drive/driver';
import type { FreeBrowser, OwnPage } from '../../demo/drive/free-browser';
import { launchFree } from '../../demo/drive/launch';
import { readText } from '../../demo/popup';
import type { DemoServer, OtherHost } from '../../demo/server';
import { browserHere, serveHere } from './browser-here';
import { eventsOf, readStore } from './read-store';
import { type Told, toldBy } from './told-in-toolbar';

const launchFreeHere = (options: LaunchOptions): Promise<FreeBrowser> =>
  launchFree(browserHere, { language: 'en', ...options });

/** A browser as people have it, for all tests of a file; each begins with an empty record, recording, and no tab of its own. */
export class FreeStage {
  server!: DemoServer;
  browser!: FreeBrowser;
  private readonly tabs: number[] = [];

  constructor(others: readonly OtherHost[] = [], options: Partial<LaunchOptions> = {}) {
    beforeAll(async () => {
      this.server = await serveHere(others);
      this.browser = await launchFreeHere({ ...this.server, ...options });
    });
    beforeEach(() => this.startRecording());
    afterEach(() => this.clear());
    afterAll(() => this.browser?.close());
  }

  /** Switches recording on, as the logbook does, and waits until pages that come then are observed. */
  async startRecording(): Promise<void> {
    await this.byExtension(
      `chrome.storage.local.set({ recording: { on: true, study: 'uji', since: '2026-11-24T00:00:00Z', stopped: null } }).then(() => null)`,
    );
    await this.observed();
  }
  /** Waits until pages that come from now on are observed. */
  async observed(): Promise<void> {
    const observers = 'chrome.scripting.getRegisteredContentScripts().then(({ length }) => length)';
    await expect.poll(() => this.byExtension(observers).catch(() => 0), { timeout: 10_000 }).toBe(1);
  }
  byExtension = (expression: string): Promise<unknown> => this.browser.byExtension(expression);
  inPage = (tabId: number, expression: string): Promise<unknown> => this.browser.inPage(tabId, expression);
  title = (tabId: number): Promise<string> => this.browser.title(tabId);
  told = async (tabId: number): Promise<Told> => toldBy(await this.title(tabId));

  /** Opens a tab and waits until its page is there; it is closed at the test's end. */
  async open(address: string): Promise<number> {
    const tabId = await this.browser.open(address);
    this.tabs.push(tabId);
    return tabId;
  }
  /** Opens a tab whose page need not come to its end. */
  async begin(address: string): Promise<number> {
    const tabId = Number(
      await this.byExtension(`chrome.tabs.create({ url: ${JSON.stringify(address)} }).then(({ id }) => id)`),
    );
    this.tabs.push(tabId);
    return tabId;
  }
  /** The popup's own page, as it is opened on a tab. */
  popupOn = (tabId: number): Promise<OwnPage> => this.browser.ownPage(`popup.html?tab=${tabId}`);
  setNote(isOn: boolean): Promise<unknown> {
    return this.byExtension(`chrome.storage.local.set({ note: ${isOn} }).then(() => null)`);
  }

  /** All that was recorded so far. */
  async events(): Promise<LogEvent[]> {
    return eventsOf((await this.byExtension(readStore('rows'))) as LogRow[]);
  }
  /** What was recorded as judged: the row, whether a basket, and whose. */
  judgements = async () =>
    (await this.events())
      .filter(({ event }) => event === 'step' || event === 'verdict')
      .map(({ event, basket, processor }) => [event, basket, processor]);
  named = async (name: string) => (await this.events()).filter(({ event }) => event === name);
  recorded = (rows: readonly unknown[]) =>
    expect.poll(this.judgements, { timeout: 10_000, interval: 100 }).toEqual(rows);
  tells = (tabId: number, what: Told) =>
    expect.poll(() => this.told(tabId), { timeout: 10_000, interval: 50 }).toBe(what);

  private async clear(): Promise<void> {
    for (const tabId of this.tabs.splice(0))
      await this.byExtension(`chrome.tabs.remove(${tabId}).then(() => null, () => null)`);
    // The extension's own way: what was on its way is written before the record goes.
    await pause(100);
    await this.byExtension(`chrome.runtime.sendMessage({ topic: 'data.erase', ask: null }).then(() => null)`);
  }
}

export const textOf = async (page: OwnPage): Promise<string> => String(await page.evaluate(readText));

/** The page's words come to hold these. */
export const says = (page: OwnPage, words: string) =>
  expect.poll(() => textOf(page), { timeout: 12_000, interval: 50 }).toContain(words);
