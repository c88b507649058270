import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { FreeBrowser } from '../../demo/drive/free-browser';
import { type DemoServer, startDemoServer } from '../../demo/server';
import { pageNamed } from '../../demo/shop/demo-pages';
import {
  badgeBecomes,
  eventsOf,
  launchFreeHere,
  popupOn,
  startRecording,
  textOf,
} from '../builders/free-browser-here';

const video = pageNamed('video-basket').address;
const plain = pageNamed('video-plain').address;

/** Keeps the page from doing anything else for a while, from now on. */
const busyFor = (ms: number) =>
  `void setTimeout(() => { for (const end = Date.now() + ${ms}; Date.now() < end;); })`;

describe('a page’s life', () => {
  let server: DemoServer;
  let browser: FreeBrowser;
  const tabs: number[] = [];

  const open = async (address: string): Promise<number> => {
    const tabId = await browser.open(address);
    tabs.push(tabId);
    return tabId;
  };
  const judgements = async () =>
    (await eventsOf(browser))
      .filter(({ event }) => event === 'step' || event === 'verdict')
      .map(({ event, basket, processor }) => [event, basket, processor]);
  const children = (tabId: number) => browser.inPage(tabId, 'document.documentElement.children.length');
  const noteOn = (isOn: boolean) =>
    browser.byExtension(`chrome.storage.local.set({ note: ${isOn} }).then(() => null)`);

  beforeAll(async () => {
    server = await startDemoServer();
    browser = await launchFreeHere(server);
  });
  beforeEach(async () => {
    await startRecording(browser);
  });
  afterEach(async () => {
    await noteOn(false);
    for (const tabId of tabs.splice(0))
      await browser.byExtension(`chrome.tabs.remove(${tabId}).then(() => null, () => null)`);
    await pause(300);
    await browser.byExtension(`new Promise((done) => {
      const gone = indexedDB.deleteDatabase('record');
      gone.onsuccess = gone.onerror = () => done(null);
    })`);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  test('a page that is too busy to answer the popup keeps its answer, in the toolbar and in the record', async () => {
    const tabId = await open(video);
    await badgeBecomes(browser, tabId, 'TP');
    await expect.poll(judgements).toEqual([['step', 'yes', 'tokopedia']]);
    await browser.inPage(tabId, busyFor(5000));
    const popup = await popupOn(browser, tabId);
    await expect.poll(() => textOf(popup), { timeout: 8000 }).toContain('The page does not answer just now');
    expect(await textOf(popup)).toContain('PT Tokopedia');
    expect(await browser.badge(tabId)).toBe('TP');
    // The popup asks again, and the page is free again by then.
    await expect.poll(() => textOf(popup), { timeout: 15_000 }).not.toContain('does not answer');
    expect(await browser.badge(tabId)).toBe('TP');
    expect(await judgements()).toEqual([['step', 'yes', 'tokopedia']]);
  });

  test('a page that is busy when the background wakes keeps its answer in the record', async () => {
    const tabId = await open(video);
    await badgeBecomes(browser, tabId, 'TP');
    await expect.poll(judgements).toEqual([['step', 'yes', 'tokopedia']]);
    await browser.inPage(tabId, busyFor(5000));
    await browser.stopBackground();
    await open(plain);
    await pause(7000);
    expect(await judgements()).toEqual([['step', 'yes', 'tokopedia']]);
    expect(await browser.badge(tabId)).toBe('TP');
  });

  test.each(['#:~:text=BASKET', '#x:~:text=BASKET', '?q=1#:~:text=BASKET', '#', '#hash'])(
    'an address with %s behind it is judged like the address alone',
    async (behind) => {
      const tabId = await open(video + behind);
      await badgeBecomes(browser, tabId, 'TP');
      await expect.poll(judgements).toEqual([['step', 'yes', 'tokopedia']]);
      const popup = await popupOn(browser, tabId);
      await expect.poll(() => textOf(popup), { timeout: 8000 }).toContain('PT Tokopedia');
      const asked = `chrome.runtime.sendMessage({ topic: 'judgement.get', ask: { tabId: ${tabId} } })`;
      expect(await popup.evaluate(asked)).toMatchObject({ answer: { verdict: { basket: 'yes' } } });
    },
  );

  test('a page cannot silence its answer by writing a text fragment into its address', async () => {
    const tabId = await open(video);
    await badgeBecomes(browser, tabId, 'TP');
    await browser.inPage(tabId, `history.replaceState(null, '', '#:~:text=Video')`);
    await pause(800);
    expect(await browser.badge(tabId)).toBe('TP');
  });

  test('a user name in an address changes nothing', async () => {
    const tabId = await open(video);
    await browser.byExtension(
      `chrome.tabs.update(${tabId}, { url: ${JSON.stringify(video.replace('https://', 'https://user:pw@'))} }).then(() => null)`,
    );
    await pause(1500);
    await badgeBecomes(browser, tabId, 'TP');
  });

  test('a page that comes back is kept by the browser: this driver meets the way back as people do', async () => {
    const tabId = await open(video);
    await browser.inPage(
      tabId,
      `void addEventListener('pageshow', ({ persisted }) => { window.cameBack = persisted; })`,
    );
    await browser.go(tabId, plain);
    await browser.back(tabId, video);
    expect(await browser.inPage(tabId, 'window.cameBack')).toBe(true);
    await badgeBecomes(browser, tabId, 'TP');
  });

  test('a note does not come back with its page, nor stand over the next video', async () => {
    await noteOn(true);
    const tabId = await open(video);
    await expect.poll(() => children(tabId)).toBe(3);
    await browser.go(tabId, plain);
    await browser.back(tabId, video);
    await badgeBecomes(browser, tabId, 'TP');
    await pause(300);
    expect(await children(tabId)).toBe(2);
    await browser.inPage(tabId, `history.pushState(null, '', '${new URL(plain).pathname}')`);
    await pause(1000);
    expect(await children(tabId)).toBe(2);
  });
});
