import { execFile, execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifyCommand } from '../../cli/verify-command';
import { timeAuthorities } from '../../core/bundle/time/authorities';
import type { DrivenBrowser, DrivenPage } from '../../demo/drive/driver';
import { findTools } from '../../demo/machine/find-tools';
import type { Popup } from '../../demo/popup';
import { pageNamed } from '../../demo/shop/demo-pages';
import { runCommand } from '../builders/run-command';
import { stageHere } from '../builders/stage-here';
import { endOf } from '../builders/take-capture';
import { tempFolder } from '../builders/temp-folder';
import { startTimeAuthority } from '../builders/time-authority';

const folder = tempFolder('walk-');
const post = pageNamed('video-basket').address.split('?')[0] ?? '';

/** A journalist's way from a page to what is printed, each press of it counted. */
describe('a journalist', { timeout: 180_000 }, () => {
  let browser: DrivenBrowser;
  let server: Server;
  let presses = 0;
  const press = async (page: Pick<DrivenPage, 'evaluate'> | Popup, what: string): Promise<void> => {
    presses += 1;
    await page.evaluate(`document.querySelector(${JSON.stringify(what)}).click()`);
  };
  const saved = async (page: DrivenPage, what: string): Promise<string> => {
    const download = page.waitForEvent('download');
    await press(page, what);
    const file = await download;
    const path = join(folder, file.suggestedFilename());
    await file.saveAs(path);
    return path;
  };
  const verified = (file: string, ...words: string[]) =>
    runCommand(verifyCommand, [file, '--json', '--lang', 'en', ...words]);

  /** From the popup, which is one press, to the review. */
  async function review(shop: DrivenPage): Promise<DrivenPage> {
    const popup = await browser.openPopup(shop);
    presses += 1;
    await popup.waitFor(`document.querySelector('.to-capture') !== null`, 10_000);
    const opened = browser.nextPage();
    await press(popup, '.to-capture');
    await popup.waitFor(`document.querySelector('.capture-choice .visible') !== null`, 5000);
    // The popup closes as the new tab comes to the front, before it can answer.
    await press(popup, '.capture-choice .visible').catch(() => undefined);
    const capture = await opened;
    capture.setDefaultTimeout(15_000);
    expect(await endOf(capture)).toBeNull();
    return capture;
  }

  beforeAll(async () => {
    findTools('unzip', 'openssl', 'curl');
    const authority = startTimeAuthority(folder);
    server = createServer((asked, answer) => {
      const parts: Buffer[] = [];
      asked.on('data', (part) => parts.push(part));
      asked.on('end', () => answer.end(authority.answer(Buffer.concat(parts))));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    ({ browser } = await stageHere({ language: 'en' }));
  });
  afterAll(() => server.close());

  test('has picture, bundle and caption after six presses, and trusted time after two more and one line', async () => {
    const shop = await browser.newPage();
    await shop.goto(post);
    const page = await review(shop);
    await press(page, 'button.keep-all');
    await page.waitForSelector('button.continue:not([disabled])');
    await press(page, 'button.continue');
    await page.waitForSelector('button.publish', { timeout: 60_000 });
    const zip = await saved(page, 'button.publish');
    expect(presses).toBeLessThanOrEqual(6);

    execFileSync('unzip', ['-qo', zip, '-d', join(folder, 'published')]);
    const names = readdirSync(join(folder, 'published'));
    const bundle = names.find((name) => name.endsWith('.zip')) ?? '';
    const stem = bundle.replace(/\.zip$/, '');
    expect(names.toSorted()).toEqual(
      [
        bundle,
        `${stem}.png`,
        `${stem}_1080x1350_en.png`,
        `${stem}_1200x675_en.png`,
        `${stem}_caption.txt`,
      ].toSorted(),
    );
    expect((await verified(join(folder, 'published', bundle))).status).toBe(0);
    execFileSync('unzip', ['-qo', join(folder, 'published', bundle), 'capture.wacz', '-d', folder]);
    execFileSync('unzip', ['-qo', join(folder, 'capture.wacz'), '-d', join(folder, 'wacz')]);
    const read = (...path: string[]) => readFileSync(join(folder, ...path));
    expect(read('published', `${stem}.png`).equals(read('wacz/evidence/screenshot.png'))).toBe(true);
    const facts = JSON.parse(read('wacz/evidence/capture.json').toString());
    expect(facts).toMatchObject({
      page_url: null,
      collector: null,
      case_ref: null,
      original_commitment: null,
    });
    expect(facts.page_commitment).toMatch(/^[0-9a-f]{64}$/);
    expect(JSON.stringify(facts)).not.toContain(post.split('/').at(-1));
    const caption = read('published', `${stem}_caption.txt`).toString();
    for (const part of [
      'BAHASA INDONESIA',
      'ENGLISH',
      'Alternative text: ',
      'Source of the rule: ',
      facts.capture_id,
    ])
      expect(caption).toContain(part);

    // The line as it is copied, but that a machine at hand stands in for the authority.
    presses = 0;
    await page.evaluate(
      `navigator.clipboard.writeText = (text) => { globalThis.copied = text; return Promise.resolve(); }`,
    );
    await press(page, '.authorities .copy');
    const line = String(await page.evaluate('globalThis.copied'));
    const [authority] = timeAuthorities;
    expect(line).toContain(authority?.address);
    const here = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    await promisify(execFile)('sh', ['-c', line.replace(authority?.address ?? '', here)], { cwd: folder });
    const answer = readdirSync(folder).find((name) => name.endsWith(`_${authority?.id}.tsr`)) ?? '';
    presses += 1;
    await page.setInputFiles('#time-answer', join(folder, answer));
    await expect.poll(() => page.textContent('.notice')).toContain('no later than');
    expect(presses).toBeLessThanOrEqual(2);
    const timed = await saved(page, 'button.export');
    const { checks } = JSON.parse((await verified(timed)).stdout);
    expect(checks.find(({ check }: { check: string }) => check === 'time')).toMatchObject({ why: 'holds' });
    await page.close();
    await shop.close();
  });

  test('names the page, themselves and the case, and keeps the uncovered picture, only where they ask for it', async () => {
    const shop = await browser.newPage();
    await shop.goto(post);
    const page = await review(shop);
    await page.click('.about summary');
    expect(await page.isChecked('[name=names-page]')).toBe(false);
    expect(await page.isChecked('[name=keeps-uncovered]')).toBe(false);
    expect(await page.textContent('.about code')).toBe(post);
    await page.click('[name=keeps-uncovered]');
    await page.fill('[name=collector]', 'Redaksi Contoh');
    await page.fill('[name=case-ref]', 'K-12');
    await page.click('button.keep-all');
    const uncovered = await saved(page, 'button.continue');
    await page.waitForSelector('button.save-opening', { timeout: 60_000 });
    const bundle = await saved(page, 'button.export');
    const opening = await saved(page, 'button.save-opening');
    const { status, stdout } = await verified(bundle, '--opening', opening, '--uncovered', uncovered);
    expect(status, stdout).toBe(0);
    expect(JSON.parse(stdout).opened).toEqual({
      outcome: 'compared',
      page: { outcome: 'fits', address: post },
      picture: 'fits',
    });
    expect(await page.textContent('.result')).toContain('Redaksi Contoh');
    expect(await page.textContent('.result')).toContain('K-12');

    await page.goto(browser.address('verifier.html'));
    await page.setInputFiles('#bundle', bundle);
    await page.waitForSelector('.seals');
    await page.setInputFiles('#opening', [opening, uncovered]);
    await expect.poll(() => page.textContent('.seals [role=status]')).toContain(post);
    const other = JSON.parse(readFileSync(opening, 'utf8'));
    other.page.address += '1';
    writeFileSync(opening, JSON.stringify(other));
    await page.setInputFiles('#opening', opening);
    await expect.poll(() => page.textContent('.seals [role=status]')).toContain('It does NOT fit');
    await page.close();

    const again = await review(shop);
    await again.click('.about summary');
    expect(await again.inputValue('[name=collector]'), 'remembered').toBe('Redaksi Contoh');
    expect(await again.isChecked('[name=keeps-uncovered]'), 'never remembered').toBe(false);
    await again.click('[name=names-page]');
    await again.click('button.keep-all');
    await again.click('button.continue');
    await again.waitForSelector('button.publish', { timeout: 60_000 });
    expect(await again.textContent('.result')).toContain(post);
    expect(await again.textContent('details.caption pre')).toContain(`Page: ${post}`);
    await again.fill('[name=archived]', 'https://example.com/');
    expect(await again.isDisabled('.archived [type=submit]')).toBe(true);
    const copy = `https://web.archive.org/web/20261124050000/${post}`;
    await again.fill('[name=archived]', copy);
    await again.click('.archived [type=submit]');
    await expect.poll(() => again.textContent('.archived ul')).toContain(copy);
    expect(await again.textContent('details.caption pre')).toContain(`Archived copy: ${copy}`);
    const archived = await saved(again, 'button.export');
    expect((await verified(archived)).status).toBe(0);
    await again.close();
    await shop.close();
  });
});
