import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DrivenBrowser, DrivenPage } from '../../demo/drive/driver';
import { type DemoServer, startDemoServer } from '../../demo/server';
import { pageNamed } from '../../demo/shop/demo-pages';
import { launchHere } from '../builders/browser-here';
import { endOf, startCapture } from '../builders/take-capture';

const passphrase = 'kapal sendok bulan pagar jeruk';

let server: DemoServer;
let profile: string;
let browser: DrivenBrowser;
beforeAll(async () => {
  server = await startDemoServer();
  profile = mkdtempSync(join(tmpdir(), 'key-on-disk-'));
});
afterAll(async () => {
  await server?.close();
  rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
});

const start = async () => {
  browser = await launchHere({ ...server, language: 'en', userDataDir: profile });
};

/** Captures a page up to its review, with every cover kept. */
async function reviewed(): Promise<DrivenPage> {
  const page = await browser.newPage();
  await page.goto(pageNamed('video-basket').address);
  const capture = await startCapture(browser, page, 'visible');
  expect(await endOf(capture)).toBeNull();
  await capture.waitForSelector('.signing');
  const all = capture.locator('button.keep-all');
  if ((await all.count()) > 0 && (await all.isEnabled())) await all.click();
  return capture;
}
const store = async (capture: DrivenPage) => {
  await capture.click('button.continue');
  await capture.waitForURL(/gallery\.html#/, { timeout: 60_000 });
  await capture.waitForSelector('button.export');
};
async function protect(page: DrivenPage): Promise<void> {
  await page.click('button.protect');
  await page.fill('[name=passphrase]', passphrase);
  await page.fill('[name=again]', passphrase);
  await page.click('.new-passphrase .primary');
  await page.waitForSelector('.new-passphrase', { state: 'detached', timeout: 60_000 });
}

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesIn(path) : entry.isFile() ? [path] : [];
  });

/** Where in the profile a text stands, in the ways in which browsers write texts. */
const placesOf = (text: string): string[] =>
  filesIn(profile).filter((path) => {
    const bytes = readFileSync(path);
    return bytes.includes(Buffer.from(text, 'latin1')) || bytes.includes(Buffer.from(text, 'utf16le'));
  });

/**
 * Private keys in the profile: the 48 bytes of a PKCS#8 of P-384, by what stands around them. Whoever finds one signs with it.
 * The public half behind them may be packed: Firefox writes values by Snappy, and that half stood there before.
 */
function privateKeysOnDisk(): string[] {
  const between = Buffer.from('a1640362', 'hex');
  return filesIn(profile).flatMap((path) => {
    const bytes = readFileSync(path);
    const found: string[] = [];
    for (let at = bytes.indexOf(between); at >= 0; at = bytes.indexOf(between, at + 1))
      if (bytes[at - 50] === 4 && bytes[at - 49] === 48)
        found.push(bytes.subarray(at - 48, at).toString('hex'));
    return found;
  });
}

/** Ids of captures in the gallery, with the handle that stands in the address. */
const idsIn = (gallery: DrivenPage) =>
  gallery.evaluate(`(async () => {
    const db = await new Promise((done) => {
      const asked = indexedDB.open('captures');
      asked.onsuccess = () => done(asked.result);
    });
    const ids = await new Promise((done) => {
      const asked = db.transaction('captures').objectStore('captures').getAllKeys();
      asked.onsuccess = () => done(asked.result);
    });
    db.close();
    return ids;
  })()`) as Promise<string[]>;

test('a key without a passphrase lies on the disk, and the review says so; behind one, or erased, the profile gives none', {
  timeout: 240_000,
}, async () => {
  await start();
  const first = await reviewed();
  expect(await first.textContent('.signing')).toContain('lies readable on this device’s disk');
  await store(first);
  const [bareId = ''] = await idsIn(first);
  await first.waitForTimeout(3000);
  expect(new Set(privateKeysOnDisk()).size, 'the search finds what is there').toBe(1);

  const second = await reviewed();
  await protect(second);
  await second.waitForSelector('.signing.open');
  await store(second);
  const opener = await second.evaluate(
    `chrome.storage.session.get().then((all) => Object.entries(all).find(([name]) => name.startsWith('opener:'))[1])`,
  );
  await second.waitForTimeout(3000);
  const ids = await idsIn(second);
  await browser.close();
  expect(privateKeysOnDisk()).toEqual([]);
  for (const secret of [passphrase, String(opener)]) expect(placesOf(secret)).toEqual([]);
  // Ids lie in the database that holds the captures, and nowhere else: in no history, no session.
  expect(ids).toHaveLength(2);
  for (const id of [bareId, ...ids])
    expect(placesOf(id).filter((path) => !/IndexedDB|[/\\]idb[/\\]|indexeddb/.test(path))).toEqual([]);

  await start();
  const third = await reviewed();
  expect(await third.textContent('.signing')).toContain('locked');
  await third.click('button.continue');
  await third.waitForSelector('.keep-refused');
  expect(await third.textContent('.keep-refused')).toContain('the signing key is locked');
  await third.fill('.unlock [name=passphrase]', `${passphrase}!`);
  await third.click('.unlock .primary');
  await third.waitForSelector('.unlock .wrong', { timeout: 30_000 });
  expect(await third.textContent('.unlock .wrong')).toContain('does not open the key');
  await third.fill('.unlock [name=passphrase]', passphrase);
  await third.click('.unlock .primary');
  await third.waitForSelector('.signing.open', { timeout: 30_000 });
  await store(third);
  expect(await third.textContent('.result .verdict')).toContain('Everything that was checked holds.');
  // A key that lies there again is gone from the disk when everything is erased.
  await third.goto(browser.address('gallery.html'));
  await third.click('.keys > .buttons .quiet:has-text("Go on without a passphrase")');
  await third.click('.keys > .buttons .danger');
  await third.waitForSelector('.guard.bare');
  await third.waitForTimeout(2000);
  expect(new Set(privateKeysOnDisk()).size).toBe(1);
  await third.goto(browser.address('options.html'));
  await third.click('.danger-quiet');
  await third.click('.erase .danger');
  await third.waitForSelector('.option-data .notice', { timeout: 60_000 });
  await browser.close();
  expect(privateKeysOnDisk()).toEqual([]);
});
