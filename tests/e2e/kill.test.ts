import { beforeAll, expect, test } from 'vitest';
import { faultOfRow } from '../../core/log/chain';
import type { LogEvent } from '../../core/log/event';
import { beginRecording } from '../../demo/begin-recording';
import type { DrivenBrowser } from '../../demo/drive/driver';
import { pageNamed } from '../../demo/shop/demo-pages';
import { browserHere } from '../builders/browser-here';
import { rowsIn } from '../builders/read-store';
import { stageHere } from '../builders/stage-here';
import { isWholeRun } from '../run/whole-run';

/** Each costs about a second in Firefox, where a page loads and judges more slowly. */
const kills = browserHere === 'Firefox' ? 60 : isWholeRun ? 200 : 5;
let browser: DrivenBrowser;

beforeAll(async () => {
  ({ browser } = await stageHere({ language: 'en' }));
});

test(`loses and doubles nothing when the background is stopped at ${kills} random moments of a flow`, {
  timeout: 400_000,
}, async () => {
  const logbook = await browser.newPage();
  await logbook.goto(browser.address('logbook.html'));
  await logbook.fill('[name=study]', 'kill');
  await beginRecording(logbook);
  const rows = () => rowsIn(logbook);
  const navs = async () =>
    (await rows())
      .map(({ body }) => JSON.parse(body ?? 'null') as LogEvent)
      .filter(({ event }) => event === 'nav');

  const pages = ['video-basket', 'shop-id-product', 'live', 'video-drifted'].map(
    (name) => pageNamed(name).address,
  );
  const page = await browser.newPage();
  const visited: string[] = [];
  for (let round = 0; round < kills; round += 1) {
    const address = pages[round % pages.length] as string;
    const killed = new Promise((resolve) => setTimeout(resolve, Math.random() * 120)).then(() =>
      browser.stopBackground(),
    );
    await page.goto(address);
    await killed;
    visited.push(new URL(address).hostname);
    // What was seen arrives, however often the background is stopped on the way.
    await expect
      .poll(async () => (await navs()).length, { timeout: 10_000, interval: 40 })
      .toBe(visited.length);
  }
  await logbook.waitForTimeout(2500);
  const stored = await rows();
  const events = stored.map(({ body }) => JSON.parse(body ?? 'null') as LogEvent);
  expect((await navs()).map(({ page_host }) => page_host)).toEqual(visited);
  expect(events.filter(({ event }) => event === 'step')).toHaveLength(kills);
  expect(new Set(events.map(({ flow_id }) => flow_id)).size).toBe(1);
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_event, index) => index));
  expect(stored.filter((row, index) => faultOfRow(row, stored[index - 1] ?? null) !== null)).toEqual([]);
  expect(events.some(({ event }) => event === 'worker_resumed')).toBe(true);
});
