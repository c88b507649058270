import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { judgeCommand } from '../../cli/judge-command';
import { exportedFields } from '../../core/export/export-row';
import { outsideBody } from '../../core/log/codebook';
import type { LogEvent } from '../../core/log/event';
import { admit } from '../../core/log/whitelist';
import { launchFirefox } from '../../demo/drive/firefox';
import { builtFor } from '../../demo/drive/launch';
import { waitFor } from '../../demo/drive/wait-for';
import { findChromium } from '../../demo/machine/find-browser';
import { type DemoServer, startDemoServer } from '../../demo/server';
import { pageNamed } from '../../demo/shop/demo-pages';
import { harTools, type WrittenEntry } from '../builders/har-tools';
import { runCommand } from '../builders/run-command';
import { isWholeRun } from '../run/whole-run';

const video = pageNamed('video-basket').address;
const product = pageNamed('shop-id-product').address;
const outside = pageNamed('outside').address;
const secret = 'BudiRahasia';

let folder: string;
let server: DemoServer;

/** Walks as a buyer would, in a real Chromium that finds the demo shop only, and keeps its traffic as HAR. */
async function walk(content: 'embed' | 'omit'): Promise<string> {
  const path = join(folder, `${content}.har`);
  const rules = [...server.hosts.map((host) => `MAP ${host} 127.0.0.1:${server.port}`), 'MAP * ~NOTFOUND'];
  const context = await chromium.launchPersistentContext(join(folder, content), {
    executablePath: await findChromium(),
    recordHar: { path, content },
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      `--host-resolver-rules=${rules.join(', ')}, EXCLUDE 127.0.0.1`,
      '--ignore-certificate-errors',
    ],
  });
  await context.addCookies([{ name: 'buyer', value: secret, url: 'https://www.tiktok.com' }]);
  const page = await context.newPage();
  await page.goto(video);
  await page.evaluate(async (name) => {
    const ask = (path: string, init?: RequestInit) => fetch(path, init).catch(() => undefined);
    await ask(`/api/${name}?token=${name}`);
    await ask(`/api/other/${name}`);
    await ask('/api/order', { method: 'POST', body: name, headers: { 'x-name': name } });
    await ask(`https://cdn.artikel-lain.test/${name}`);
    const frame = document.createElement('iframe');
    frame.src = `https://artikel.test/?${name}`;
    const loaded = new Promise((done) => frame.addEventListener('load', done));
    document.body.append(frame);
    await loaded;
  }, secret);
  await page.goto(`${product}?buyer=${secret}`);
  await page.goto(outside);
  await context.close();
  return path;
}

const judge = async (file: string) => {
  const told = await runCommand(judgeCommand, ['--har', file]);
  expect(told.stderr).toMatch(
    /^judge: pages found: 2, unread for want of a body: [012], not recognised: 0, answers of TikTok's interface not read: 0\.\n$/,
  );
  expect(told.status).toBe(0);
  return told.stdout;
};
const eventsIn = (output: string): LogEvent[] =>
  output
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
/** How many entries of a HAR file are about an address and have a whole answer: Firefox may know content before status. */
const entriesOf = (har: string, address: string): number =>
  (JSON.parse(har).log.entries as WrittenEntry[]).filter(
    ({ request, response }) => request.url === address && response.status > 0 && response.content.text,
  ).length;
const stepsIn = (events: readonly LogEvent[]) =>
  events
    .filter(({ event }) => event === 'step')
    .map(({ step, page_host, basket, processor }) => ({ step, page_host, basket, processor }));

// Firefox's panel keeps a page's content only when it finds the time to ask for it: once a night, not at each change.
describe.runIf(isWholeRun)('judge --har, on what a real Firefox wrote', { timeout: 120_000 }, () => {
  let har: { log: { entries: WrittenEntry[]; pages?: unknown } };

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'har-'));
    server = await startDemoServer();
    const browser = await launchFirefox({ ...server, extensionPath: builtFor('Firefox') });
    const page = await browser.newPage();
    await page.bringToFront();
    await browser.har.begin();
    let written = '';
    const opened: string[] = [];
    for (const address of [video, product]) {
      await page.goto(address);
      opened.push(address);
      // Firefox asks for what a page was answered with only when it has time, and no more once the page is left. One
      // reading is not the next: the file is the one that was seen to hold all of it.
      const isThere = async () => {
        written = await browser.har.read();
        return opened.every((one) => entriesOf(written, one) > 0) || undefined;
      };
      await waitFor(isThere, { told: () => `${address} did not come into the HAR file` });
    }
    har = JSON.parse(written);
    await browser.close();
  }, 120_000);
  afterAll(async () => {
    await server?.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  const stepsOf = async (written: unknown) => {
    const file = join(folder, 'firefox.har');
    writeFileSync(file, JSON.stringify(written));
    const { status, stdout } = await runCommand(judgeCommand, ['--har', file]);
    expect(status).toBe(0);
    return stepsIn(eventsIn(stdout));
  };

  test('tells the walk from the basket to the page of PT Tokopedia', async () => {
    expect(await stepsOf(har)).toEqual([
      { step: 'basket', page_host: 'www.tiktok.com', basket: 'yes', processor: 'tokopedia' },
      { step: 'product', page_host: 'shop-id.tokopedia.com', basket: 'yes', processor: 'tokopedia' },
    ]);
  });

  test.each(harTools)('gives the same steps as %s would have written it', async (_tool, rewrite) => {
    const { pages: _pages, ...log } = har.log;
    expect(await stepsOf({ log: { ...log, entries: log.entries.map(rewrite) } })).toEqual(await stepsOf(har));
  });
});

describe('judge --har, on what a real Chromium wrote', { timeout: 120_000 }, () => {
  let embedded: string;
  let output: string;
  let events: LogEvent[];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'har-'));
    server = await startDemoServer();
    embedded = await walk('embed');
    output = await judge(embedded);
    events = eventsIn(output);
  }, 120_000);
  afterAll(async () => {
    await server?.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  test('tells the walk as one flow, from the basket to the page of PT Tokopedia', () => {
    expect(stepsIn(events)).toEqual([
      { step: 'basket', page_host: 'www.tiktok.com', basket: 'yes', processor: 'tokopedia' },
      { step: 'product', page_host: 'shop-id.tokopedia.com', basket: 'yes', processor: 'tokopedia' },
    ]);
    expect(new Set(events.map(({ flow_id }) => flow_id)).size).toBe(1);
    expect(events[0]?.event).toBe('flow_start');
    expect(events.at(-1)).toMatchObject({ event: 'flow_end', end_reason: 'elsewhere' });
    for (const wanted of ['nav', 'signal']) expect(events.map(({ event }) => event)).toContain(wanted);
  });

  test('counts the hosts that each step contacted, with method and outcome', () => {
    const contacts = events
      .filter(({ event }) => event === 'host_contacted')
      .map((row) =>
        [
          row.step,
          row.host,
          row.request_type,
          row.request_method,
          row.request_outcome,
          row.request_count,
          row.initiator_host,
        ].join(' '),
      );
    expect(contacts.toSorted()).toEqual([
      'basket artikel-lain.test fetch GET failed 1 www.tiktok.com',
      'basket artikel.test iframe GET ok 1 www.tiktok.com',
      'basket www.tiktok.com document GET ok 1 ',
      'basket www.tiktok.com fetch GET refused 2 www.tiktok.com',
      'basket www.tiktok.com fetch POST refused 1 www.tiktok.com',
      'product shop-id.tokopedia.com document GET ok 1 ',
    ]);
  });

  test('numbers every row of the flow, and writes each with an id of its own', () => {
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_event, index) => index));
    expect(new Set(events.map(({ event_id }) => event_id)).size).toBe(events.length);
    for (const { event_id } of events) expect(event_id).toMatch(/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/);
  });

  test('writes the schema of the extension’s own exports, all of it let through, and nothing that stays in the browser', () => {
    for (const event of events) {
      expect(Object.keys(event)).toEqual(exportedFields.map(({ name }) => name));
      const body = Object.entries(event).filter(([name]) => !outsideBody.includes(name));
      expect(admit(Object.fromEntries(body)).dropped).toEqual([]);
    }
    expect(events[0]).toMatchObject({ study_id: 'har', tz_offset_min: 0 });
    expect(events[0]?.participant_id).toMatch(/^har-[0-9a-f]{12}$/);
    expect(events[0]?.browser).toMatch(/^Chromium \d+$/);
  });

  test('repeats nothing of paths, queries, headers, cookies and bodies', () => {
    expect(readFileSync(embedded, 'utf8')).toContain(secret);
    expect(output).not.toContain(secret);
  });

  test.each(harTools)('gives the same steps as %s would have written it', async (_tool, rewrite) => {
    const har = JSON.parse(readFileSync(embedded, 'utf8'));
    const file = join(folder, 'rewritten.har');
    const { pages: _pages, ...log } = har.log;
    writeFileSync(file, JSON.stringify({ log: { ...log, entries: log.entries.map(rewrite) } }));
    const { status, stdout } = await runCommand(judgeCommand, ['--har', file]);
    expect(status).toBe(0);
    expect(stepsIn(eventsIn(stdout))).toEqual(stepsIn(events));
  });

  test('gives the same bytes for the same file', async () => {
    expect(await judge(embedded)).toBe(output);
  });

  test('says unknown of a video whose contents were left out of the file, never no', async () => {
    const without = eventsIn(await judge(await walk('omit')));
    expect(stepsIn(without)[0]).toMatchObject({ step: 'basket', basket: 'unknown', processor: 'unknown' });
    expect(without.find(({ event }) => event === 'unread')).toMatchObject({
      step: 'basket',
      unread_why: 'page-not-read',
    });
    expect(without.some(({ event }) => event === 'drift')).toBe(false);
    expect(without.some(({ basket }) => basket === 'no')).toBe(false);
  });
});
