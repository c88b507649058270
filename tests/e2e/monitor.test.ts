import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { builtInRulebook as rulebook } from '../../core/rulebook/built-in';
import type { DrivenBrowser, DrivenPage } from '../../demo/drive/driver';
import { walksCode } from '../../demo/fill/walks-code';
import { savedBy } from '../../demo/saved-file';
import { faultsInEveryDress } from '../builders/axe-faults';
import { rowsIn } from '../builders/read-store';
import { stageHere } from '../builders/stage-here';
import { ofMatrix } from '../run/whole-run';

const folder = mkdtempSync(join(tmpdir(), 'monitor-'));

describe('the migration monitor', () => {
  let browser: DrivenBrowser;
  let page: DrivenPage;
  let query: (sql: string) => Promise<Record<string, unknown>[]>;

  beforeAll(async () => {
    ({ browser } = await stageHere({ language: 'en' }));
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    query = async (sql) => (await connection.runAndReadAll(sql)).getRowObjects();
    page = await browser.newPage();
    await page.setViewportSize({ width: 1100, height: 800 });
    await page.goto(browser.address('monitor.html'));
    await page.waitForSelector('main.monitor');
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true });
  });

  const save = (name: string): Promise<string> => savedBy(page, `.save-${name}`, folder);
  /** The record's bodies as a table of DuckDB: what our own counting never touched. */
  const loadRecord = async (): Promise<void> => {
    const rows = await rowsIn(page);
    const path = join(folder, 'bodies.ndjson');
    writeFileSync(path, rows.map(({ n, body }) => `{"n":${n},"body":${body}}\n`).join(''));
    const text = (name: string) => `body->>'${name}' AS ${name}`;
    await query(`CREATE OR REPLACE TABLE event AS SELECT n, (body->>'ts')::BIGINT AS ts,
      ${['flow_id', 'event', 'step', 'basket', 'processor', 'host'].map(text).join(', ')},
      (body->>'request_count')::INT AS requests
      FROM read_json('${path}', format='newline_delimited', columns={n:'BIGINT', body:'JSON'})`);
  };
  /** One tab a flow: a page is all that follows a nav, and its last judgement counts. */
  const observed = `WITH paged AS (SELECT *, sum((event = 'nav')::INT) OVER (PARTITION BY flow_id ORDER BY n) AS page
      FROM event WHERE event IN ('nav', 'step', 'verdict')),
    last AS (SELECT *, min(ts) OVER (PARTITION BY flow_id, page) AS first_ts FROM paged WHERE event <> 'nav'
      QUALIFY row_number() OVER (PARTITION BY flow_id, page ORDER BY n DESC) = 1),
    basket AS (SELECT *, date_trunc('week', epoch_ms(first_ts + 7 * 3600000))::DATE::VARCHAR AS week
      FROM last WHERE step = 'basket' AND basket <> 'no')`;

  test('has nothing to count where nothing is recorded, and shows what was said all the same', async () => {
    expect(await page.textContent('.empty')).toContain('Nothing is recorded yet');
    expect(await page.locator('.chart').count()).toBe(0);
    expect(await page.locator('.said > li').count()).toBe(rulebook.figures.length);
    expect(await page.locator('.said a[href^="http"]').count()).toBeGreaterThan(5);
  });

  test('is one press from the logbook', async () => {
    await page.goto(browser.address('logbook.html'));
    await page.click('.to-monitor');
    await page.waitForSelector('main.monitor');
  });

  test('counts a record of ten weeks by itself, a week a mark', async () => {
    await page.evaluate(await walksCode());
    expect(await page.evaluate(`recordWalks.fillWalks('2026-09-07', 70, 6)`)).toBeGreaterThan(5000);
    await page.reload();
    await page.waitForSelector('.chart svg');
    await loadRecord();
    const [all] = await query(`${observed} SELECT
      count(*) FILTER (basket <> 'unknown')::INT AS n, count(*) FILTER (basket = 'unknown')::INT AS unread,
      round(100 * count(*) FILTER (basket <> 'unknown' AND processor = 'tokopedia')
        / count(*) FILTER (basket <> 'unknown'), 1)::VARCHAR AS share FROM basket`);
    const told = await page.textContent('.overall');
    expect(told).toContain(`${all?.n} observed baskets`);
    expect(told).toContain(`${all?.share} % to PT Tokopedia`);
    expect(told).toContain(`Not read: ${all?.unread}`);
    expect(Number(all?.unread)).toBeGreaterThan(20);
    expect(await page.getAttribute('.unit-week', 'aria-pressed')).toBe('true');
    expect(await page.locator('.table-of-shares tbody tr').count()).toBe(10);
  });

  test('saves the table of the shares, equal to what DuckDB counts from the record itself', async () => {
    const csv = await save('shares-csv');
    const table = await query(
      `SELECT "from"::VARCHAR AS week, processor, count::INT AS count, n::INT AS n, not_read::INT AS unread,
        wilson_low::DOUBLE AS low, wilson_high::DOUBLE AS high
       FROM read_csv('${csv}') WHERE series = 'observed' AND count > 0 ORDER BY week, processor`,
    );
    const counted = await query(`${observed}, weeks AS (SELECT week,
        count(*) FILTER (basket <> 'unknown')::INT AS n, count(*) FILTER (basket = 'unknown')::INT AS unread
        FROM basket GROUP BY week),
      counts AS (SELECT week, processor, count(*)::INT AS count FROM basket WHERE basket <> 'unknown' GROUP BY ALL)
      SELECT week, processor, count, n, unread FROM counts JOIN weeks USING (week) ORDER BY week, processor`);
    expect(table.map(({ low: _low, high: _high, ...row }) => row)).toEqual(counted);
    expect(table.length).toBeGreaterThan(15);
    for (const { count, n, low, high } of table as Record<string, number>[]) {
      // The ends of the interval are where the score test just rejects (Wilson 1927).
      for (const p of [low, high] as number[]) {
        if (p === 0 || p === 1) continue;
        const score =
          Math.abs((count as number) / (n as number) - p) / Math.sqrt((p * (1 - p)) / (n as number));
        expect(score).toBeCloseTo(1.96, 2);
      }
    }
    const said = await query(`SELECT count(*)::INT AS n FROM read_csv('${csv}') WHERE series = 'said'`);
    expect(said[0]?.n).toBe(rulebook.figures.length);
  });

  test('saves the table of the hosts, equal to what DuckDB counts from the record itself', async () => {
    const csv = await save('hosts-csv');
    const table = await query(`SELECT step, host, flows::INT AS flows, flows_at_step::INT AS of_flows,
      requests_resource_timing::INT AS requests FROM read_csv('${csv}') ORDER BY ALL`);
    const counted =
      await query(`WITH reached AS (SELECT step, count(DISTINCT flow_id)::INT AS of_flows FROM event
        WHERE event IN ('step', 'verdict', 'host_contacted') AND step IS NOT NULL GROUP BY step)
      SELECT step, host, count(DISTINCT flow_id)::INT AS flows, of_flows, sum(requests)::INT AS requests
      FROM event JOIN reached USING (step) WHERE event = 'host_contacted' GROUP BY step, host, of_flows ORDER BY ALL`);
    expect(table).toEqual(counted);
    expect(table.length).toBeGreaterThan(10);
  });

  test.each(['shares', 'hosts'])('saves the %s as an SVG file that stands alone', async (chart) => {
    const svg = readFileSync(await save(`${chart}-svg`), 'utf8');
    const reader = await browser.newPage();
    const found = (await reader.evaluate(async (text) => {
      const parsed = new DOMParser().parseFromString(text, 'image/svg+xml');
      const image = new Image();
      image.src = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
      await image.decode();
      return {
        root: parsed.documentElement.namespaceURI,
        faults: parsed.querySelectorAll('parsererror').length,
        title: parsed.querySelector('svg > title')?.textContent,
        text: [...parsed.querySelectorAll('text')].map(({ textContent }) => textContent).join(' '),
        width: image.naturalWidth,
      };
    }, svg)) as Record<string, unknown>;
    await reader.close();
    expect(found).toMatchObject({ root: 'http://www.w3.org/2000/svg', faults: 0, width: 1008 });
    expect(found.title).toMatch(chart === 'shares' ? /^Who handles orders/ : /^Hosts contacted/);
    for (const said of ['not a sample', 'Study: bench', `rulebook ${rulebook.about.version}`])
      expect(found.text).toContain(said);
    expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|var\(|class=/);
  });

  test.each(ofMatrix(['shares', 'hosts'], ['shares']))(
    'saves the %s as a PNG file of twice the size, in light colours',
    async (chart) => {
      await page.emulateMedia({ colorScheme: 'dark' });
      const png = readFileSync(await save(`${chart}-png`));
      await page.emulateMedia({ colorScheme: 'light' });
      const svg = readFileSync(await save(`${chart}-svg`), 'utf8');
      expect(png.subarray(0, 8)).toEqual(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
      const [, width = 0, height = 0] =
        /<svg [^>]*width="([\d.]+)" height="([\d.]+)"/.exec(svg)?.map(Number) ?? [];
      expect(png.readUInt32BE(16)).toBe(Math.ceil(width * 2));
      expect(png.readUInt32BE(20)).toBe(Math.ceil(height * 2));
      const reader = await browser.newPage();
      const colours = (await reader.evaluate(async (base64) => {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
        const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
        context?.drawImage(bitmap, 0, 0);
        const pixels = context?.getImageData(0, 0, bitmap.width, bitmap.height).data ?? [];
        const count = new Map<string, number>();
        for (let index = 0; index < pixels.length; index += 4) {
          const colour = `${pixels[index]},${pixels[index + 1]},${pixels[index + 2]}`;
          count.set(colour, (count.get(colour) ?? 0) + 1);
        }
        return Object.fromEntries([...count].filter(([, pixels]) => pixels > 200));
      }, png.toString('base64'))) as Record<string, number>;
      await reader.close();
      expect(colours['255,255,255'], 'the ground').toBeGreaterThan(100_000);
      expect(colours['29,26,18'], 'the ink of words and of PT Tokopedia’s marks').toBeGreaterThan(500);
    },
  );

  test('follows the chosen period, and marks what rests on few', async () => {
    await page.click('.unit-day');
    await expect.poll(() => page.locator('.table-of-shares tbody tr').count()).toBeGreaterThan(60);
    expect(await page.locator('.table-of-shares .few').count()).toBeGreaterThan(50);
    expect(await page.textContent('.chart + .note')).toContain('fewer than 30');
    await page.click('.unit-month');
    await expect.poll(() => page.locator('.table-of-shares tbody tr').count()).toBe(3);
    await page.click('.unit-week');
  });

  test('leaves out what the participant erases, and says so', async () => {
    const before = await page.textContent('.overall');
    await page.goto(browser.address('logbook.html'));
    await page.selectOption('[name=processor]', 'tokopedia');
    await page.click('.flow-row');
    await page.click('button:has-text("Erase this flow")');
    await page.click('.sure .danger');
    await expect
      .poll(async () => (await rowsIn(page)).filter(({ erased }) => erased).length)
      .toBeGreaterThan(0);
    await page.click('.to-monitor');
    await page.waitForSelector('.chart svg');
    expect(await page.textContent('.overall')).not.toBe(before);
    expect(await page.textContent('.count-bar')).toMatch(/\d+ rows are erased/);
  });

  test('is read and used without a fault that axe can find, wide and narrow', {
    timeout: 120_000,
  }, async () => {
    for (const width of ofMatrix([1100, 360], [360])) {
      await page.setViewportSize({ width, height: 800 });
      await page.evaluate(`for (const fold of document.querySelectorAll('details')) fold.open = true`);
      expect(await faultsInEveryDress(page, ofMatrix(['id', 'en'], ['en'])), `${width}`).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    }
  });

  test('counts a long record on a press only, shows how far it is, and stops when told', {
    timeout: 120_000,
  }, async () => {
    await page.evaluate(await walksCode());
    await page.evaluate(`recordWalks.fillWalks('2025-01-06', 40, 40)`);
    await page.reload();
    await page.waitForSelector('.count');
    expect(await page.locator('.chart').count()).toBe(0);
    // Stopped as soon as there is something to stop.
    await page.evaluate(`new Promise((resolve) => {
      const watch = new MutationObserver(() => {
        const stop = document.querySelector('.stop');
        if (!stop || !document.querySelector('progress')) return;
        watch.disconnect();
        stop.click();
        resolve();
      });
      watch.observe(document.body, { childList: true, subtree: true });
      document.querySelector('.count').click();
    })`);
    await page.waitForSelector('.count');
    expect(await page.locator('.chart').count()).toBe(0);
    await page.click('.count');
    await page.waitForSelector('.chart svg');
    expect(await page.getAttribute('.unit-month', 'aria-pressed')).toBe('true');
  });

  test('asks nobody for anything', async () => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.reload();
    await page.waitForSelector('main.monitor');
    await page.click('.count');
    await page.waitForSelector('.chart svg');
    await save('shares-png');
    expect(asked.filter((address) => !/^(blob:)?(chrome|moz)-extension:/.test(address))).toEqual([]);
  });
});
