import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { eventOf, faultOfRow } from '../../core/log/chain';
import { beginRecording } from '../../demo/begin-recording';
import type { DemoServer } from '../../demo/server';
import { pageNamed } from '../../demo/shop/demo-pages';
import { launchHere, serveHere } from '../builders/browser-here';
import { rowsIn } from '../builders/read-store';

let server: DemoServer;
let profile: string;

beforeAll(async () => {
  server = await serveHere();
});
beforeEach(() => {
  profile = mkdtempSync(join(tmpdir(), 'killed-browser-'));
});
afterEach(() => {
  rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
});

const open = async () => {
  const browser = await launchHere({ ...server, language: 'en', userDataDir: profile });
  const logbook = await browser.newPage();
  await logbook.goto(browser.address('logbook.html'));
  await logbook.waitForSelector('main.logbook');
  const rows = () => rowsIn(logbook);
  return { browser, logbook, rows };
};

test('the record outlives a killed browser, and its open flow ends with it', {
  timeout: 120_000,
}, async () => {
  const first = await open();
  await first.logbook.fill('[name=study]', 'killed');
  await beginRecording(first.logbook);
  const page = await first.browser.newPage();
  await page.goto(pageNamed('video-basket').address);
  await expect.poll(async () => (await first.rows()).length).toBeGreaterThan(3);
  const before = await first.rows();
  // Time enough for the browser to write its files; then it is gone without a word.
  await page.waitForTimeout(3000);
  await first.browser.kill();
  await first.browser.close().catch(() => undefined);

  const second = await open();
  await expect
    .poll(async () => (await second.rows()).length, { timeout: 10_000 })
    .toBeGreaterThan(before.length);
  const after = await second.rows();
  expect(after.slice(0, before.length)).toEqual(before);
  expect(eventOf(after[before.length]?.body ?? '')).toMatchObject({
    event: 'flow_end',
    end_reason: 'browser_ended',
  });
  expect(after.filter((row, index) => faultOfRow(row, after[index - 1] ?? null) !== null)).toEqual([]);
  await second.browser.close();
});
