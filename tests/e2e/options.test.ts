import { beforeAll, describe, expect, test } from 'vitest';
import { beginRecording } from '../../demo/begin-recording';
import type { BrowserName, DrivenBrowser, DrivenPage } from '../../demo/drive/driver';
import { pageNamed } from '../../demo/shop/demo-pages';
import { axeFaults } from '../builders/axe-faults';
import { rowsIn } from '../builders/read-store';
import { stageHere } from '../builders/stage-here';
import { toldOn } from '../builders/told-in-toolbar';

/** The browser's own page where keys are changed. */
const pageOfKeys: Record<BrowserName, RegExp> = {
  Chromium: /^chrome:\/\/extensions\/shortcuts$/,
  Firefox: /^about:addons/,
};

describe('the options', () => {
  let browser: DrivenBrowser;
  let options: DrivenPage;

  const open = async (name: string): Promise<DrivenPage> => {
    const page = await browser.newPage();
    await page.goto(browser.address(`${name}.html`));
    await page.waitForSelector('main');
    return page;
  };
  const textOf = (section: string) => options.innerText(`.option-${section}`);
  const stored = () => options.evaluate('chrome.storage.local.get()');
  const stores = () => options.evaluate('indexedDB.databases().then((all) => all.map(({ name }) => name))');

  beforeAll(async () => {
    ({ browser } = await stageHere({ language: 'en' }));
    options = await open('options');
  });

  test('open from the popup', async () => {
    const page = await browser.newPage();
    await page.goto(pageNamed('video-plain').address);
    const popup = await browser.openPopup(page);
    await popup.waitFor(`document.querySelector('.to-options') !== null`, 10_000);
    const opened = browser.nextPage();
    // It closes as the page opens in front of it, sometimes before it has answered.
    await popup.evaluate(`document.querySelector('.to-options').click()`).catch(() => undefined);
    const found = await opened;
    await found.waitForSelector('main.options');
    expect(await found.url()).toBe(await options.url());
    await found.close();
    await page.close();
  });

  test('are one page of the browser’s own list of extensions', async () => {
    const manifest = await options.evaluate('chrome.runtime.getManifest().options_ui');
    expect(manifest).toMatchObject({ page: expect.stringMatching(/\boptions\.html$/), open_in_tab: true });
  });

  test('tell the rulebook’s age, its sources, the keys and the version', async () => {
    expect(await textOf('rulebook')).toMatch(/Rulebook 20\d\d.* by the clock of this device/);
    await options.click('.option-rulebook summary');
    const listed = () => options.locator('.all-sources li').count();
    expect(await listed()).toBeGreaterThan(50);
    await options.fill('.sources-list [type=search]', 'khazanah 2024');
    await expect.poll(listed).toBe(1);
    await options.fill('.sources-list [type=search]', '');
    expect(await textOf('keys')).toContain('Alt+Shift+K');
    expect(await textOf('about')).toMatch(/version \d/);
    const opened = browser.nextPage();
    await options.click('.change-keys');
    const keys = await opened;
    await expect.poll(() => keys.url()).toMatch(pageOfKeys[browser.name]);
    await keys.close();
  });

  test('change the language of every screen, of those that are open at once', async () => {
    const paths = 'welcome examples history logbook monitor gallery compare verifier'
      .split(' ')
      .map((name) => `${name}.html`);
    const pages: DrivenPage[] = [];
    for (const path of [...paths, 'capture.html?refused=private']) {
      const page = await browser.newPage();
      await page.goto(browser.address(path));
      await page.waitForSelector('html[lang=en] h1');
      pages.push(page);
    }
    for (const language of ['id', 'en']) {
      await options.check(`[name=language][value=${language}]`);
      await options.waitForSelector(`html[lang=${language}]`);
      for (const page of pages) await page.waitForSelector(`html[lang=${language}] h1`);
    }
    for (const page of pages) await page.close();
  });

  test('show that flows are recorded, lead to the consent, and switch it off', async () => {
    expect(await textOf('recording')).toContain('Nothing is recorded');
    const logbook = await open('logbook');
    await logbook.fill('[name=study]', 'uji');
    await beginRecording(logbook);
    await logbook.close();
    await options.waitForSelector('.stop-recording');
    const shop = await browser.newPage();
    await shop.goto(pageNamed('video-basket').address);
    await expect.poll(async () => (await rowsIn(options)).length).toBeGreaterThan(3);
    await shop.close();
    await options.click('.stop-recording');
    await options.waitForSelector('.stop-recording', { state: 'detached' });
    expect(await stored()).toMatchObject({ recording: { on: false, study: 'uji' } });
  });

  test('say what lies in this browser, and what goes before anything is erased', async () => {
    await options.reload();
    await options.waitForSelector('.sizes');
    await expect.poll(() => textOf('data')).toMatch(/[1-9]\d* rows, 1 flow/);
    expect(await textOf('data')).toMatch(/about \d+\.\d MB/);
    // Whatever the browser answers within its three seconds stands there, and in the logbook.
    const answer = /agreed not to clear|did not agree|did not say/;
    await expect.poll(() => options.innerText('.keeping')).toMatch(answer);
    const logbook = await open('logbook');
    await expect.poll(() => logbook.innerText('.note.keeping')).toMatch(answer);
    await logbook.close();
    await options.click('.danger-quiet');
    expect(await options.innerText('.erase')).toMatch(
      /[1-9]\d* rows, 1 flow[\s\S]*signing keys[\s\S]*settings/,
    );
    expect(await axeFaults(options)).toEqual([]);
    await options.keyboard.press('Escape');
    await options.waitForSelector('.danger-quiet');
    expect(await stores()).toContain('record/uji');
  });

  test('erase record, captures, keys and settings, even while recording', async () => {
    // What a first try said stands there no more.
    await options.reload();
    await options.evaluate(`new Promise((done, fail) => {
      const opening = indexedDB.open('captures', 1);
      opening.onupgradeneeded = () => {
        opening.result.createObjectStore('captures', { keyPath: 'capture_id' }).createIndex('taken', 'taken');
        opening.result.createObjectStore('bundles');
        opening.result.createObjectStore('keys', { keyPath: 'fingerprint' });
      };
      opening.onsuccess = () => { opening.result.close(); done(); };
      opening.onerror = () => fail(opening.error);
    })`);
    await options.evaluate(
      `chrome.storage.local.set({ language: 'en', recording: { on: true, study: 'uji', since: '2026-11-24T00:00:00Z', stopped: null } })`,
    );
    await options.waitForSelector('.stop-recording');
    const shop = await browser.newPage();
    await shop.goto(pageNamed('video-basket').address);
    await expect.poll(() => browser.titleOf(shop)).toContain('Recording');
    await options.click('.danger-quiet');
    await options.click('.erase .danger');
    await options.waitForSelector('.notice:has-text("Everything is erased")');
    expect(await stores()).toEqual([]);
    expect(await stored()).toEqual({ welcomed: true });
    expect(await options.evaluate('chrome.storage.session.get()')).toEqual({});
    await expect.poll(() => textOf('data')).toContain('0 rows, 0 flows');
    // What the tab does now is not recorded, and brings nothing back.
    await shop.goto(pageNamed('shop-id-product').address);
    await expect.poll(() => toldOn(browser, shop)).toBe('tokopedia');
    await shop.close();
    expect(await stores()).toEqual([]);
    expect(await textOf('recording')).toContain('Nothing is recorded');
  });
});
