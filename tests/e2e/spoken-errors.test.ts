import { beforeAll, describe, expect, test } from 'vitest';
import { beginRecording } from '../../demo/begin-recording';
import type { DrivenBrowser, DrivenPage } from '../../demo/drive/driver';
import { pageNamed } from '../../demo/shop/demo-pages';
import { isForbidden, isTabGone } from '../../services/browser/browser-errors';
import { stageHere } from '../builders/stage-here';
import { toldOn } from '../builders/told-in-toolbar';

/** Makes a store one of a later version, which ours cannot open; whoever has it open is told to close it. */
const spoil = (name: string) => `new Promise((done, failed) => {
  const opening = indexedDB.open('${name}', 99);
  opening.onsuccess = () => { opening.result.close(); done(null); };
  opening.onerror = () => failed(opening.error);
})`;
const restore = (name: string) => `new Promise((done) => {
  const gone = indexedDB.deleteDatabase('${name}');
  gone.onsuccess = gone.onerror = () => done(null);
})`;

describe('what does not work is said', () => {
  let browser: DrivenBrowser;
  let hands: DrivenPage;

  beforeAll(async () => {
    ({ browser } = await stageHere({ language: 'en' }));
    hands = await browser.newPage();
    await hands.goto(browser.address('examples.html'));
  });
  const open = async (path: string) => {
    const page = await browser.newPage();
    await page.goto(browser.address(path));
    return page;
  };
  const said = async (page: DrivenPage, selector: string) => {
    await page.waitForSelector(selector, { timeout: 10_000 });
    return page.textContent(selector);
  };

  test('a press in the logbook whose store was closed under it, and the page goes on when it opens again', async () => {
    const logbook = await open('logbook.html');
    await logbook.fill('[name=study]', 'uji');
    await beginRecording(logbook);
    const page = await browser.newPage();
    await page.goto(pageNamed('video-basket').address);
    await expect
      .poll(
        async () => {
          await logbook.reload();
          // The page draws its flows a while after it was loaded.
          await logbook.waitForSelector('.flow-row', { timeout: 2000 }).catch(() => undefined);
          return logbook.locator('.flow-row').count();
        },
        { timeout: 15_000, interval: 100 },
      )
      .toBe(1);
    await page.close();
    await logbook.click('.flow-row');
    await logbook.waitForSelector('.withhold-flow input');
    await hands.evaluate(spoil('record/uji'));
    await logbook.click('.withhold-flow input');
    expect(await said(logbook, '.failed')).toContain('That did not work: ');
    expect(await said(logbook, '.unreadable')).toContain('The record cannot be read now');
    await hands.evaluate(restore('record/uji'));
    await logbook.reload();
    await logbook.waitForSelector('.consent, .recording');
    expect(await logbook.locator('.unreadable').count()).toBe(0);
    await logbook.close();
  });

  test.each([
    ['logbook', 'record/uji', 'The record cannot be read now'],
    ['monitor', 'record/uji', 'The record cannot be read now'],
    ['options', 'record/uji', 'The record cannot be read now'],
    ['gallery', 'captures', 'The captures cannot be read now'],
  ])('the %s says in a sentence that its store does not open', async (name, store, sentence) => {
    await hands.evaluate(spoil(store));
    const page = await open(`${name}.html`);
    expect(await said(page, '.unreadable')).toContain(sentence);
    await page.close();
    await hands.evaluate(restore(store));
    const again = await open(`${name}.html`);
    await again.waitForSelector('main');
    await again.waitForTimeout(500);
    expect(await again.locator('.unreadable').count()).toBe(0);
    await again.close();
  });

  test('a popup without an answer says why, in the language that is chosen elsewhere too', async () => {
    const popup = await open('popup.html?tab=987654');
    expect(await said(popup, '.answer')).toContain('not there any more');
    const english = await said(popup, '.answer');
    await hands.evaluate(`chrome.storage.local.set({ language: 'id' }).then(() => null)`);
    await expect.poll(() => popup.evaluate('document.documentElement.lang')).toBe('id');
    expect(await said(popup, '.answer')).not.toBe(english);
    await hands.evaluate(`chrome.storage.local.set({ language: 'en' }).then(() => null)`);
    await popup.close();
  });

  test('a damaged rules file: every page opens, says so, and it can be let go', async () => {
    const damaged = { rulebook: '{"about":{"version":"2099.1.1"}}', fingerprint: 'ab', checkedBy: '0.1.0' };
    const version = `chrome.runtime.getManifest().version`;
    await hands.evaluate(
      `chrome.storage.local.set({ rulebook_pack: { ...${JSON.stringify(damaged)}, checkedBy: ${version} } }).then(() => null)`,
    );
    for (const name of ['logbook', 'monitor', 'gallery', 'history']) {
      const page = await open(`${name}.html`);
      await page.waitForSelector('main');
      expect((await page.textContent('main'))?.length, name).toBeGreaterThan(100);
      await page.close();
    }
    const page = await browser.newPage();
    await page.goto(pageNamed('video-basket').address);
    await expect.poll(() => toldOn(browser, page), { timeout: 10_000 }).toBe('tokopedia');
    const options = await open('options.html');
    expect(await said(options, '.pack .stopped')).toContain('cannot be read any more');
    await options.click('.pack .built-in');
    await options.waitForSelector('.pack .stopped', { state: 'detached' });
    expect(await hands.evaluate(`chrome.storage.local.get('rulebook_pack')`)).toEqual({});
    await options.close();
    await page.close();
  });

  test('the browser’s own words for a tab that is gone, and for a page that may not be touched, are known', async () => {
    const wordsOf = async (call: string) =>
      String(await hands.evaluate(`${call}.then(() => 'it worked', (cause) => String(cause))`));
    const gone = await wordsOf(
      `chrome.scripting.executeScript({ target: { tabId: 987654 }, func: () => 1 })`,
    );
    expect(isTabGone(gone), gone).toBe(true);
    const badge = await wordsOf(`chrome.action.setBadgeText({ tabId: 987654, text: 'x' })`);
    expect(isTabGone(badge), badge).toBe(true);
    const own = `chrome.tabs.getCurrent().then(({ id }) => chrome.tabs.create({ url: 'about:blank' }).then((tab) => chrome.tabs.captureVisibleTab(tab.windowId, { format: 'png' }).finally(() => chrome.tabs.remove(tab.id))))`;
    const forbidden = await wordsOf(own);
    expect(isForbidden(forbidden), forbidden).toBe(true);
    expect(isTabGone(forbidden), forbidden).toBe(false);
  });
});
