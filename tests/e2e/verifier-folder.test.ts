import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { DrivenBrowser } from '../../demo/drive/driver';
import { launchHere } from '../builders/browser-here';
import { bundleWithNotes, newKey } from '../builders/bundles';
import { filesOf } from '../builders/tampering';

const alone = join(import.meta.dirname, '../../.output/verifier/verify.html');
let folder: string;
let browser: DrivenBrowser;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dropped-'));
  const bundle = await bundleWithNotes(await newKey());
  writeFileSync(join(folder, 'whole.zip'), bundle);
  mkdirSync(join(folder, 'loose'));
  for (const [name, bytes] of filesOf(bundle)) writeFileSync(join(folder, 'loose', name), bytes);
  browser = await launchHere({ port: 1, hosts: [], language: 'en' });
});
afterEach(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true });
});

test('the verifier takes a folder that is dropped on it from a disk', { timeout: 120_000 }, async () => {
  const page = (await browser.newPage()) as unknown as Page;
  await page.goto(pathToFileURL(alone).href);
  const session = await page.context().newCDPSession(page);
  const drop = async (name: string) => {
    const data = { items: [], files: [join(folder, name)], dragOperationsMask: 1 };
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
      await session.send('Input.dispatchDragEvent', { type, x: 300, y: 300, data });
  };
  await drop('whole.zip');
  await expect.poll(() => page.textContent('.status')).toMatch(/^whole\.zip:/);
  await drop('loose');
  await expect.poll(() => page.textContent('.status')).toMatch(/^loose:/);
  expect(await page.textContent('.verdict h2')).toBe('Everything that was checked holds.');
  expect(await page.textContent('.checks')).toContain('The files were given one by one');
  writeFileSync(join(folder, 'loose', 'extra.txt'), 'not listed');
  await drop('loose');
  await expect.poll(() => page.textContent('main')).toContain('extra.txt');
});
