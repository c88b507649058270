import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DrivenBrowser, DrivenPage } from '../../demo/drive/driver';
import { type DemoServer, startDemoServer } from '../../demo/server';
import { pageNamed } from '../../demo/shop/demo-pages';
import { browserHere, launchHere } from '../builders/browser-here';
import { type PolicyFiles, policyFilesFor } from '../builders/policy-files';
import { rowsIn } from '../builders/read-store';
import { tempFolder } from '../builders/temp-folder';
import { toldOn } from '../builders/told-in-toolbar';
import { notProved } from '../run/not-proved';

/** Chromium looks at its policy files when they change, and lets them settle for some seconds. */
const patience = { timeout: 40_000 };
const files = policyFilesFor(browserHere) as PolicyFiles;
if (files === null)
  notProved(`policies of a real ${browserHere} were not tried; only root may write where it looks.`);

describe.skipIf(files === null)('a browser that an organisation manages', { timeout: 120_000 }, () => {
  const userDataDir = tempFolder('managed');
  let server: DemoServer;
  let browser: DrivenBrowser;
  let options: DrivenPage;

  const textOf = (section: string) => options.innerText(`.option-${section}`);
  const rows = async () => (await rowsIn(options)).length;
  const open = async (name: string, shows: string): Promise<DrivenPage> => {
    const page = await browser.newPage();
    await page.goto(browser.address(`${name}.html`));
    await page.waitForSelector(shows);
    return page;
  };
  const visit = async (address: string) => {
    const page = await browser.newPage();
    await page.goto(address);
    await expect.poll(() => toldOn(browser, page), { timeout: 10_000 }).not.toBe('');
    return page;
  };
  const start = async () => {
    const { policyFile } = files;
    browser = await launchHere({ ...server, language: 'en', userDataDir, staysLoaded: true, policyFile });
    options = await open('options', 'main.options');
  };
  /** The organisation changes its mind; where the browser only looks at its start, that is when it is heard. */
  const manage = async (policy: object) => {
    files.set(browser, policy);
    if (files.isHeardLive) return;
    await browser.close();
    await start();
  };

  beforeAll(async () => {
    server = await startDemoServer();
    await start();
  });
  afterAll(async () => {
    files?.remove();
    await browser?.close();
    await server?.close();
  });

  test('ends a recording when it forbids recording, says so, and nothing switches it on again', async () => {
    expect(await options.innerText('main')).not.toContain('organisation');
    await options.evaluate(
      `chrome.storage.local.set({ recording: { on: true, study: 'uji', since: '2026-11-24T00:00:00Z', stopped: null } })`,
    );
    const recorded = await visit(pageNamed('video-basket').address);
    await expect.poll(rows, { timeout: 10_000 }).toBeGreaterThan(0);
    await recorded.close();
    await manage({ recording: 'forbidden', study: 'smp-1', language: 'en', note: 'forbidden' });
    await expect.poll(() => textOf('recording'), patience).toContain('Your organisation forbids recording');
    await expect
      .poll(() => options.evaluate('chrome.storage.local.get("recording")'))
      .toMatchObject({ recording: { on: false } });
    const before = await rows();
    // Past the interface, as a fault of ours or a tampered page would: the background still refuses.
    await options.evaluate(
      `chrome.storage.local.set({ note: true, recording: { on: true, study: 'uji', since: '2026-11-24T00:00:00Z', stopped: null } })`,
    );
    const page = await visit(pageNamed('video-basket').address);
    await page.goto(pageNamed('shop-id-product').address);
    await expect.poll(() => toldOn(browser, page)).toBe('tokopedia');
    expect(await browser.titleOf(page)).not.toContain('Recording');
    expect(await page.evaluate('document.documentElement.children.length')).toBe(2);
    await page.close();
    expect(await rows()).toBe(before);
    expect(
      await options.evaluate('chrome.scripting.getRegisteredContentScripts()'),
      'no counter of hosts',
    ).toEqual([]);
  });

  test('disables what it set, in the options and in the logbook', async () => {
    expect(await options.isDisabled('[name=language][value=id]')).toBe(true);
    expect(await options.isDisabled('[name=note]')).toBe(true);
    expect(await textOf('language')).toContain('Set by your organisation');
    expect(await textOf('note')).toContain('Your organisation forbids notes on pages');
    const logbook = await open('logbook', '.forbidden');
    expect(await logbook.locator('.consent').count()).toBe(0);
    await logbook.close();
  });

  test('names the study and opens in its language where it allows recording, and obeys field by field', async () => {
    await manage({ recording: 'allowed', study: 'smp-1', language: 'id', note: 'sometimes' });
    await expect
      .poll(() => textOf('recording'), patience)
      .toContain('Nama penelitian diatur oleh organisasi Anda: smp-1');
    // Chromium itself leaves out what does not fit the schema; what a browser hands on, we name.
    const handedOn = (await options.evaluate('chrome.storage.managed.get()')) as { note?: string };
    const says = await options.innerText('main');
    expect(says.includes('tidak dapat dipakai dan karena itu diabaikan: note')).toBe('note' in handedOn);
    expect(await options.isDisabled('[name=note]')).toBe(false);
    const logbook = await open('logbook', '.consent');
    expect(await logbook.getAttribute('html', 'lang')).toBe('id');
    expect(await logbook.isDisabled('[name=study]')).toBe(true);
    expect(await logbook.inputValue('[name=study]')).toBe('smp-1');
    await logbook.close();
  });
});
