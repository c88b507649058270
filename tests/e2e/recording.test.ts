import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { beforeAll, describe, expect, test } from 'vitest';
import { beginRecording } from '../../demo/begin-recording';
import type { DrivenBrowser, DrivenPage } from '../../demo/drive/driver';
import { savedBy } from '../../demo/saved-file';
import { pageNamed } from '../../demo/shop/demo-pages';
import { axeFaults } from '../builders/axe-faults';
import { canaries, canaryTexts } from '../builders/canaries';
import { eventsIn, readStore, rowsIn } from '../builders/read-store';
import { stageHere } from '../builders/stage-here';
import { visitRecorded } from '../builders/visit-recorded';

describe('recording flows', () => {
  let browser: DrivenBrowser;
  let logbook: DrivenPage;

  beforeAll(async () => {
    ({ browser } = await stageHere({ language: 'en' }));
    logbook = await browser.newPage();
    await logbook.goto(browser.address('logbook.html'));
    await logbook.waitForSelector('main.logbook');
  });

  const rows = () => rowsIn(logbook);
  const events = () => eventsIn(logbook);
  const steps = async () => (await events()).filter(({ event }) => event === 'step');
  const visit = async (page: DrivenPage, address: string) => {
    if ((await logbook.locator('.recording').count()) > 0) return visitRecorded(page, address, logbook);
    await page.goto(address);
    // Nothing is to come of it: there is nothing to wait for.
    await page.waitForTimeout(700);
  };
  /** Walks from the basket to the shop behind it, in one tab, and closes it. */
  const walk = async () => {
    const page = await browser.newPage();
    await visit(page, pageNamed('video-basket').address);
    await visit(page, pageNamed('shop-id-product').address);
    await page.close();
    await logbook.waitForTimeout(300);
  };

  test('keeps nothing before it is switched on', async () => {
    await walk();
    expect(await rows()).toEqual([]);
    expect(await logbook.textContent('main')).toContain('What is never kept');
    expect(await logbook.textContent('footer')).toContain('Rulebook 20');
    // Nobody granted the browser's view of requests: all of this file holds without it.
    expect(await logbook.textContent('.request-view')).toContain('Recording works without it');
    expect(await logbook.textContent('.consent')).not.toContain('method and outcome');
  });

  test('begins only after the consent is ticked, and shows that it is on', async () => {
    await logbook.click('.consent .primary');
    await logbook.waitForSelector('.consent .refused[role=alert]');
    expect(await logbook.textContent('.consent .refused[role=alert]')).toMatch(/first|dulu/);
    await logbook.fill('[name=study]', 'Uji Coba!');
    expect(await logbook.textContent('#study-hint')).toContain('uji-coba');
    await logbook.check('[name=agree]');
    await logbook.click('.consent .primary');
    await logbook.waitForSelector('.recording');
    const page = await browser.newPage();
    await page.goto(pageNamed('video-plain').address);
    await expect.poll(() => browser.titleOf(page)).toContain('Recording');
    const popup = await browser.openPopup(page);
    await popup.waitFor(`document.querySelector('.recording-sign') !== null`, 5000);
    await popup.close();
    await page.close();
  });

  test('follows a purchase over the hand-over, with its evidence and the hosts contacted', async () => {
    await walk();
    await expect.poll(async () => (await steps()).length).toBe(2);
    const all = await events();
    expect((await steps()).map(({ step, processor }) => [step, processor])).toEqual([
      ['basket', 'tokopedia'],
      ['product', 'tokopedia'],
    ]);
    expect(new Set(all.map(({ flow_id }) => flow_id)).size).toBe(1);
    expect(all.map(({ seq }) => seq)).toEqual(all.map((_event, index) => index));
    expect(all.some(({ event }) => event === 'signal')).toBe(true);
    expect(all.at(-1)).toMatchObject({ event: 'flow_end', end_reason: 'closed', study_id: 'uji-coba' });
    await logbook.reload();
    await logbook.waitForSelector('.flow-row');
    await logbook.click('.flow-row');
    await expect.poll(() => logbook.locator('.flow-stop').count()).toBe(2);
    expect(await logbook.textContent('.flow-path')).toContain('shop-id.tokopedia.com');
    await logbook.click('.flow-row');
  });

  test('tells the eye what a row’s columns and marks are, and the ear all of it', async () => {
    expect(await logbook.textContent('.flow-head')).toMatch(/Started.*Steps.*Rows.*End/);
    expect(await logbook.textContent('.flow-row .flow-handlers')).toBe('PT Tokopedia; ');
    await logbook.selectOption('[name=order]', 'most-rows');
    await logbook.waitForSelector('.flow-row');
    expect(await logbook.locator('.flows-bar .package-here').count(), 'the way out stands at the list').toBe(
      1,
    );
    const heard = (await browser.heard(logbook)).find(({ name }) => name.includes('2 steps'));
    expect(heard?.name).toMatch(/\d{4}.*WIB 2 steps: PT Tokopedia ?; \d+ rows; closed$/);
  });

  test('counts the hosts that a page contacts, by name only', async () => {
    const page = await browser.newPage();
    await visit(page, pageNamed('video-basket').address);
    await page.evaluate(
      `Promise.allSettled([1, 2].map((number) => fetch('${pageNamed('video-plain').address}?secret-query=' + number).then((answer) => answer.text())))`,
    );
    await page.waitForTimeout(2500);
    await page.close();
    const contacts = () => events().then((all) => all.filter(({ event }) => event === 'host_contacted'));
    await expect
      .poll(async () => (await contacts()).find(({ request_type }) => request_type === 'fetch'))
      .toMatchObject({
        host: 'www.tiktok.com',
        party: 'tiktok',
        request_count: 2,
        step: 'basket',
        contact_source: 'resource-timing',
        request_method: null,
      });
    expect(JSON.stringify(await contacts())).not.toContain('secret-query');
  });

  test('keeps an unread live room as unknown', async () => {
    const page = await browser.newPage();
    await visit(page, pageNamed('live').address);
    await page.close();
    await expect
      .poll(async () => (await steps()).at(-1))
      .toMatchObject({ kind: 'live', basket: 'unknown', processor: 'unknown' });
  });

  test('keeps no name, phone, mail, address, token or number that a page or its address holds', async () => {
    const { handle, phone, mail, street, token, order } = canaries;
    const page = await browser.newPage();
    const product = new URL(pageNamed('shop-id-product').address);
    product.search = `?phone=${phone}&mail=${mail}&token=${token}&order=${order}`;
    product.hash = `#${street}`;
    await visit(page, product.href);
    await page.evaluate(
      `document.body.insertAdjacentHTML('beforeend', '<input value="${mail}"><p>@${handle} ${phone} ${street} ${order}</p>')`,
    );
    await visit(page, `https://www.tiktok.com/@${handle}/video/${order}?token=${token}`);
    await visit(page, `https://shop-id.tokopedia.com/order/${order}/${handle}/${street}`);
    await page.close();
    await logbook.waitForTimeout(2500);
    const stored = JSON.stringify([
      await rows(),
      await logbook.evaluate(readStore('flows')),
      await logbook.evaluate(readStore('state')),
      await logbook.evaluate(readStore('checkpoints')),
    ]);
    for (const canary of canaryTexts) expect(stored, canary).not.toContain(canary);
    expect((await events()).some(({ page_host }) => page_host === 'shop-id.tokopedia.com')).toBe(true);
  });

  test('goes on where it was when the browser stops the background in the middle of a flow', async () => {
    const page = await browser.newPage();
    await visit(page, pageNamed('video-basket').address);
    await browser.stopBackground();
    await visit(page, pageNamed('shop-id-product').address);
    await page.close();
    await logbook.waitForTimeout(500);
    const all = await events();
    const flow = all.filter(({ flow_id }) => flow_id === all.at(-1)?.flow_id);
    expect(flow.map(({ seq }) => seq)).toEqual(flow.map((_event, index) => index));
    expect(flow.filter(({ event }) => event === 'step').map(({ step }) => step)).toEqual([
      'basket',
      'product',
    ]);
    expect(flow.some(({ event }) => event === 'worker_resumed')).toBe(true);
  });

  test('filters by all that was chosen, however fast', async () => {
    await logbook.reload();
    await logbook.waitForSelector('.flow-row');
    const chosen = `[...document.querySelectorAll('[name=processor], [name=from]')].map(({ value }) => value)`;
    // In one task, so that nothing is drawn between the two.
    await logbook.evaluate(`(() => {
      const set = (name, value, type) => {
        const field = document.querySelector('[name=' + name + ']');
        field.value = value;
        field.dispatchEvent(new Event(type, { bubbles: true }));
      };
      set('processor', 'conflicting', 'change');
      set('from', '2026-01-01', 'input');
    })()`);
    await expect.poll(() => logbook.locator('.flow-row').count()).toBe(0);
    expect(await logbook.evaluate(chosen)).toEqual(['2026-01-01', 'conflicting']);
  });

  test('tells nothing any more of a page and a note whose rows are erased', async () => {
    await walk();
    await logbook.reload();
    await logbook.waitForSelector('.flow-row');
    await logbook.click('.flow-row');
    await expect.poll(() => logbook.locator('.flow-stop').count()).toBe(2);
    await logbook.fill('[name=note]', 'hadiah adik');
    await logbook.click('button:has-text("Save the note")');
    const eraseRowOf = async (event: string) => {
      const { length } = (await rows()).filter(({ erased }) => erased !== null);
      const pressed = `(() => {
        const row = [...document.querySelectorAll('.log-rows li')].find(({ textContent }) => textContent.includes('${event}'));
        row?.querySelector('.quiet').click();
        return row !== undefined;
      })()`;
      await expect.poll(() => logbook.evaluate(pressed), { timeout: 10_000 }).toBe(true);
      await logbook.click('.sure .danger');
      await expect
        .poll(async () => (await rows()).filter(({ erased }) => erased !== null).length)
        .toBe(length + 1);
    };
    await eraseRowOf('user_label');
    await eraseRowOf('step ·');
    await logbook.reload();
    await logbook.waitForSelector('.flow-row');
    await logbook.click('.flow-row');
    await expect.poll(() => logbook.locator('.flow-stop').count()).toBe(1);
    expect(await logbook.evaluate(`document.querySelector('[name=note]').value`)).toBe('');
  });

  test('erases a row and a flow from the page, and the chain still holds', async () => {
    await logbook.reload();
    await logbook.waitForSelector('.flow-row');
    await logbook.click('.flow-row');
    await logbook.waitForSelector('.log-rows .quiet');
    const before = (await rows()).filter(({ erased }) => erased !== null).length;
    await logbook.click('.log-rows .quiet >> nth=0');
    await logbook.click('.sure .danger');
    await expect
      .poll(async () => (await rows()).filter(({ erased }) => erased !== null).length)
      .toBe(before + 1);
    await logbook.click('button:has-text("Check the chain")');
    await expect.poll(() => logbook.textContent('.notice')).toContain('all hold');
  });

  test('exports what it kept: three files that DuckDB reads alike, and a chain that holds', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'exported-'));
    const saved: Record<string, string> = {};
    for (const kind of ['parquet', 'csv', 'sheet', 'ndjson', '4cat', 'chain', 'codebook'])
      saved[kind] = await savedBy(logbook, `.export-${kind}`, folder);
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    const query = async (sql: string) => (await connection.runAndReadAll(sql)).getRowObjects();
    const counts = (source: string) =>
      query(
        `SELECT count(*)::INT AS rows, count(DISTINCT flow_id)::INT AS flows, sum(seq)::INT AS seqs FROM ${source}`,
      );
    const expected = await counts(`read_parquet('${saved.parquet}')`);
    expect(expected[0]?.rows).toBe((await rows()).length);
    expect(await counts(`read_csv('${saved.csv}')`)).toEqual(expected);
    expect(await counts(`read_json('${saved.ndjson}')`)).toEqual(expected);
    expect(readFileSync(saved.sheet ?? '', 'utf8')).toMatch(/^\ufeff/);
    const [faults] = await query(`
      WITH linked AS (SELECT *, lag(chain, 1, repeat('0', 64)) OVER (ORDER BY n) AS before
        FROM read_json('${saved.chain}', format='newline_delimited', columns={n:'BIGINT', salt:'VARCHAR', body:'VARCHAR', leaf:'VARCHAR', chain:'VARCHAR', erased:'VARCHAR'}))
      SELECT count(*) FILTER (WHERE erased IS NULL AND sha256(salt || body) <> leaf)::INT AS leaves,
             count(*) FILTER (WHERE sha256(before || leaf) <> chain)::INT AS links FROM linked`);
    expect(faults).toEqual({ leaves: 0, links: 0 });
    const texts = ['csv', 'sheet', 'ndjson', '4cat', 'chain']
      .map((kind) => readFileSync(saved[kind] ?? '', 'utf8'))
      .join();
    for (const canary of canaryTexts) expect(texts, canary).not.toContain(canary);
    const inParquet = await query(`SELECT * FROM read_parquet('${saved.parquet}')`);
    const told = inParquet.map((row) => Object.values(row).map(String).join(' ')).join(' ');
    for (const canary of canaryTexts) expect(told, canary).not.toContain(canary);
    rmSync(folder, { recursive: true });
  });

  test('leaves out of a table what is erased while it is being made', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'exported-'));
    // As with a record so long that its table takes a while: the worker's last word comes late.
    await logbook.evaluate(`(() => {
      const { Worker } = window;
      window.Worker = class {
        constructor(address) {
          this.worker = new Worker(address);
          this.worker.onmessage = (told) => ('rows' in told.data ? this.onmessage(told) : setTimeout(() => this.onmessage(told), 3000));
          this.worker.onerror = (told) => this.onerror(told);
        }
        postMessage(task) { this.worker.postMessage(task); }
        terminate() { this.worker.terminate(); }
      };
    })()`);
    const isErased = async () => (await rows()).filter(({ erased }) => erased !== null).map(({ n }) => n);
    await logbook.waitForSelector('.log-rows .quiet');
    const before = await isErased();
    const download = logbook.waitForEvent('download');
    await logbook.click('.export-ndjson');
    await logbook.waitForTimeout(1000);
    await logbook.click('.log-rows .quiet >> nth=0');
    await logbook.click('.sure .danger');
    await expect.poll(async () => (await isErased()).length).toBe(before.length + 1);
    const [n] = (await isErased()).filter((place) => !before.includes(place));
    const path = join(folder, 'events.ndjson');
    await (await download).saveAs(path);
    const lines = readFileSync(path, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { n: number; event?: string | null });
    expect(lines.length).toBeGreaterThan(5);
    expect(lines.find((line) => line.n === n)?.event ?? null).toBeNull();
    rmSync(folder, { recursive: true });
    await logbook.reload();
    await logbook.waitForSelector('.flow-row');
  });

  test('lists what today’s rulebook would judge otherwise', async () => {
    await logbook.click('button:has-text("Judge again")');
    await expect.poll(() => logbook.textContent('.notice')).toMatch(/^0 of \d+ judgements changed/);
  });

  test('is read and used without a fault that axe can find', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await logbook.emulateMedia({ colorScheme });
      expect(await axeFaults(logbook)).toEqual([]);
    }
  });

  test('says so when the store cannot be opened, instead of showing an empty page', async () => {
    const page = await browser.newPage();
    await page.addInitScript(
      `IDBFactory.prototype.open = () => { throw new DOMException('no room', 'UnknownError'); };`,
    );
    await page.goto(browser.address('logbook.html'));
    await page.waitForSelector('.unreadable');
    expect(await page.textContent('.unreadable')).toContain('Nothing of it is deleted');
    expect(await page.textContent('.stopped')).toContain('could not store any more');
    await page.close();
  });

  test('says so when recording stopped by itself, and begins again only by consent', async () => {
    // How a full disk stops it: tests/services/log/recorder.test.ts. Here is what the person sees of it.
    await logbook.evaluate(
      `chrome.storage.local.get('recording').then(({ recording }) =>
        chrome.storage.local.set({ recording: { ...recording, on: false, since: null, stopped: 'full' } }))`,
    );
    // The store that could not be opened may have been told of a moment ago.
    await expect
      .poll(() => logbook.textContent('.stopped'), { timeout: 10_000 })
      .toContain('the storage is full');
    await beginRecording(logbook);
    expect(await logbook.locator('.stopped').count()).toBe(0);
  });

  test('keeps nothing more once it is switched off', async () => {
    await logbook.click('.recording .stop');
    await logbook.waitForSelector('.consent');
    const before = (await rows()).length;
    await walk();
    expect((await rows()).length).toBe(before);
  });

  test('is gone when the participant withdraws', async () => {
    await logbook.click('button:has-text("Erase the whole record")');
    await logbook.click('.sure .danger');
    await logbook.waitForSelector('.empty');
    expect(await rows()).toEqual([]);
  });
});
