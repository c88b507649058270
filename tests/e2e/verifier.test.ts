import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { zipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildBundle } from '../../core/bundle/build-bundle';
import { fingerprintOf } from '../../core/bundle/signature';
import { writeWithdrawal } from '../../core/bundle/withdrawal';
import type { DrivenBrowser, DrivenPage } from '../../demo/drive/driver';
import { faultsInEveryDress } from '../builders/axe-faults';
import { launchHere } from '../builders/browser-here';
import { bundleWithNotes, demoCapture, demoSaying, type Key, newKey } from '../builders/bundles';
import { stageHere } from '../builders/stage-here';
import { filesOf } from '../builders/tampering';
import { tempFolder } from '../builders/temp-folder';

const root = join(import.meta.dirname, '../..');
const alone = join(root, '.output/verifier/verify.html');
const at = 20_000;
const answer = '.verdict h2';

const folder = tempFolder('verifier');
let key: Key;
let loose: string[];
const file = (name: string) => join(folder, `${name}.zip`);

beforeAll(async () => {
  key = await newKey();
  const bundle = await bundleWithNotes(key);
  writeFileSync(file('whole'), bundle);
  const after = '2026-11-30T21:00:00.000Z';
  writeFileSync(join(folder, 'withdrawal.txt'), await writeWithdrawal(key.publicKey, after, key.sign));
  writeFileSync(file('again'), zipSync(Object.fromEntries(filesOf(bundle))));
  mkdirSync(join(folder, 'loose'));
  loose = [...filesOf(bundle)].map(([name, bytes]) => {
    writeFileSync(join(folder, 'loose', name), bytes);
    return join(folder, 'loose', name);
  });
  bundle[at] = (bundle[at] as number) ^ 1;
  writeFileSync(file('changed'), bundle);
  writeFileSync(file('text'), 'no bundle');
  // Texts that would run, were they ever taken as markup.
  const said = { ...demoSaying(), collector: '<img src=x onerror="document.title=1">' };
  writeFileSync(file('markup'), await buildBundle(demoCapture(key, { said })));
});

describe('the verifier as one file from a disk', { timeout: 120_000 }, () => {
  let browser: DrivenBrowser;
  let page: DrivenPage;
  const asked: string[] = [];
  const errors: string[] = [];

  beforeAll(async () => {
    // No host at all is to be reached.
    browser = await launchHere({ port: 1, hosts: [], language: 'en' });
    page = await browser.newPage();
    page.on('request', (request) => asked.push(request.url()));
    page.on('console', (message) => errors.push(message.text()));
    page.on('pageerror', (error) => errors.push(String(error)));
    await page.goto(pathToFileURL(alone).href);
  });

  const check = async (name: string) => {
    await page.setInputFiles('#bundle', file(name));
    await expect.poll(() => page.textContent('.status')).toMatch(new RegExp(`^${name}\\.zip:`));
  };

  test('is small, and its policy allows nothing but itself', () => {
    expect(statSync(alone).size).toBeLessThan(700_000);
    const html = readFileSync(alone, 'utf8');
    const [, policy = ''] = /Content-Security-Policy" content="([^"]+)"/.exec(html) ?? [];
    expect(policy).toMatch(
      /^default-src 'none'; script-src 'sha256-[^']+'; style-src 'sha256-[^']+'; img-src blob:; font-src data:; base-uri 'none'; form-action 'none'$/,
    );
    // Its parts' licences stand in a comment, with their makers' addresses.
    const frame = html.replace(/<script>.*<\/script>/s, '').replace(/<!--.*?-->/gs, '');
    expect(frame).not.toMatch(/\bsrc=|href=|https?:|<script/);
    const reaching =
      /\bfetch\(|XMLHttpRequest|WebSocket|sendBeacon|EventSource|\beval\(|new Function|localStorage/g;
    expect(html.match(reaching)).toBeNull();
  });

  test('says that a bundle holds, whose key it is, and shows its picture and notes', async () => {
    await check('whole');
    expect(await page.textContent(answer)).toBe('Everything that was checked holds.');
    expect((await page.textContent('.fingerprint code'))?.replaceAll(' ', '')).toBe(
      fingerprintOf(key.publicKey),
    );
    expect(await page.locator('.changed').count()).toBe(0);
    await expect.poll(() => page.evaluate(`document.querySelector('.frame img')?.naturalWidth`)).toBe(200);
    expect(await page.locator('.frame svg > :not(defs)').count()).toBe(3);
    await page.uncheck('.tick input');
    expect(await page.locator('.frame svg').count()).toBe(0);
  });

  test('takes the files that somebody unpacked, all at once, and what another program zipped again', async () => {
    await page.setInputFiles('#bundle', loose);
    await expect.poll(() => page.textContent(answer)).toBe('Everything that was checked holds.');
    expect(await page.textContent('.checks')).toContain('The files were given one by one');
    await check('again');
    expect(await page.textContent(answer)).toContain('Only the container was changed');
    expect(await page.locator('.changed').count()).toBe(0);
    await page.setInputFiles('#bundle', loose.slice(0, 1));
    await expect
      .poll(() => page.textContent(answer))
      .toBe('The archive holds; the rest of the bundle was not given.');
  });

  test('names file and bytes of a change, and marks the picture as doubtful', async () => {
    await check('changed');
    expect(await page.textContent(answer)).toBe('This bundle does not hold.');
    const [line = ''] = await page.locator('.first-cause').allTextContents();
    const [, from, to] = /bytes ([\d,]+) to ([\d,]+)/.exec(line) ?? [];
    expect(Number(from?.replace(',', ''))).toBeLessThanOrEqual(at);
    expect(Number(to?.replace(',', ''))).toBeGreaterThanOrEqual(at);
    expect(line).toContain('capture.wacz/');
    expect(await page.textContent('.doubt')).toContain('did not pass');
    expect(await page.textContent('.frame .band')).toBe('do not rely on it');
  });

  test('compares with the fingerprint that was published, also when it is entered later', async () => {
    await check('whole');
    await page.fill('#expected', 'ab'.repeat(32));
    await expect.poll(() => page.textContent(answer)).toBe('This bundle does not hold.');
    expect(await page.textContent('.first-cause')).toContain('not the fingerprint that you entered');
    await page.fill('#expected', fingerprintOf(key.publicKey).replace(/(..)/g, '$1:'));
    await expect.poll(() => page.textContent(answer)).toBe('Everything that was checked holds.');
    await page.fill('#expected', '');
  });

  test('takes the statement that the key was withdrawn, and does without it again', async () => {
    await check('whole');
    expect(await page.textContent('.covers')).toContain('can sign with an earlier date');
    await page.setInputFiles('#statement', join(folder, 'withdrawal.txt'));
    await expect.poll(() => page.textContent(answer)).toContain('not to be relied on');
    expect(await page.textContent('.first-cause')).toContain('The maker has withdrawn this key');
    await page.click('.statement button');
    await expect.poll(() => page.textContent(answer)).toBe('Everything that was checked holds.');
  });

  test('takes a bundle that is dropped, and says of another file that it is none', async () => {
    const bytes = [...readFileSync(file('text'))];
    await page.evaluate((content) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([Uint8Array.from(content)], 'dropped.zip'));
      document.body.dispatchEvent(
        new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }),
      );
    }, bytes);
    await expect.poll(() => page.textContent('.status')).toContain('dropped.zip: This bundle does not hold.');
    expect(await page.textContent('.first-cause')).toContain('no ZIP file');
    expect(await page.locator('.picture').count()).toBe(0);
  });

  test('takes nothing of a bundle as markup', async () => {
    await check('markup');
    expect(await page.textContent('.result')).toContain('<img src=x onerror=');
    await expect.poll(() => page.locator('.result img').count()).toBe(1);
    expect(await page.title()).toBe('Check a capture');
  });

  test('can be worked by keyboard, and axe finds nothing', async () => {
    await page.reload();
    const focused = () =>
      page.evaluate(() => document.activeElement?.id || document.activeElement?.getAttribute('lang'));
    const order = [];
    for (let n = 0; n < 5; n += 1) {
      await page.keyboard.press('Tab');
      order.push(await focused());
    }
    expect(order).toEqual(['id', 'en', 'bundle', 'bundle-folder', 'expected']);
    expect(await faultsInEveryDress(page, ['en', 'id'])).toEqual([]);
    for (const name of ['whole', 'changed']) {
      await check(name);
      expect(await faultsInEveryDress(page, ['en', 'id'])).toEqual([]);
    }
    await page.setViewportSize({ width: 320, height: 800 });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
  });

  test('asked the network for nothing, and broke no rule of its policy', () => {
    expect(asked.filter((url) => !/^(file|blob|data):/.test(url))).toEqual([]);
    expect(errors).toEqual([]);
  });
});

describe('the verifier in the extension', { timeout: 120_000 }, () => {
  let browser: DrivenBrowser;

  beforeAll(async () => {
    ({ browser } = await stageHere({ language: 'id' }));
  });

  test('is the same page, under the policy of the extension', async () => {
    const page = await browser.newPage();
    const errors: string[] = [];
    page.on('console', (message) => errors.push(message.text()));
    await page.goto(browser.address('verifier.html'));
    await page.setInputFiles('#bundle', file('whole'));
    await page.waitForSelector('.result');
    expect(await page.textContent(answer)).toBe('Semua yang diperiksa cocok.');
    await expect.poll(() => page.evaluate(`document.querySelector('.frame img')?.naturalWidth`)).toBe(200);
    expect(errors).toEqual([]);
    await page.close();
  });
});
