import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chainQuery } from '../../core/export/package-readme';
import { type DemoFirefox, type ExtensionPage, launchDemoFirefox } from '../../demo/firefox';
import { type DemoServer, startDemoServer } from '../../demo/server';
import { pageNamed } from '../../demo/shop/demo-pages';
import { canaries, canaryTexts } from '../builders/canaries';
import {
  flowsThatDiffer,
  openDuck,
  opensslAccepts,
  schemaFaults,
  unpack,
  wrongFiles,
} from '../builders/packages';
import { readStore } from '../builders/read-store';

describe('the record in Firefox', () => {
  let server: DemoServer;
  let firefox: DemoFirefox;
  let logbook: ExtensionPage;

  beforeAll(async () => {
    server = await startDemoServer();
    const extensionPath = join(import.meta.dirname, '../../.output/firefox-mv3');
    firefox = await launchDemoFirefox({ extensionPath, ...server, language: 'en' });
    logbook = await firefox.openExtensionPage('logbook.html');
  });
  afterAll(async () => {
    await firefox?.close();
    await server?.close();
  });

  const rows = async () => (await logbook.evaluate(readStore('rows'))) as { body: string | null }[];
  const steps = async () =>
    (await rows()).map(({ body }) => JSON.parse(body ?? 'null')).filter((event) => event?.event === 'step');
  const walk = async (...addresses: string[]) => {
    const page = await firefox.newPage();
    for (const address of addresses) {
      await page.goto(address);
      await new Promise((resolve) => setTimeout(resolve, 1200));
    }
    await page.close();
  };

  test('keeps nothing before it is switched on, and begins by consent', async () => {
    await logbook.waitFor(`document.querySelector('.consent') !== null`);
    await walk(pageNamed('video-basket').address);
    expect(await rows()).toEqual([]);
    await logbook.evaluate(`(() => {
      const set = (name, value) => { const field = document.querySelector('[name=' + name + ']');
        field.value = value; field.dispatchEvent(new Event('input', { bubbles: true })); };
      set('study', 'rubah');
      document.querySelector('[name=agree]').click();
    })()`);
    await logbook.waitFor(`!document.querySelector('.consent .primary').disabled`);
    await logbook.evaluate(`document.querySelector('.consent .primary').click()`);
    await logbook.waitFor(`document.querySelector('.recording') !== null`);
  });

  test('follows a purchase over the hand-over, and keeps nothing personal of it', async () => {
    const { handle, phone, mail, token, order } = canaries;
    const product = `${pageNamed('shop-id-product').address}?phone=${phone}&mail=${mail}&token=${token}`;
    await walk(pageNamed('video-basket').address, product);
    await walk(`https://www.tiktok.com/@${handle}/video/${order}?token=${token}`);
    await expect.poll(async () => (await steps()).length, { timeout: 15_000 }).toBeGreaterThanOrEqual(3);
    expect((await steps()).slice(0, 2).map(({ step, processor }) => [step, processor])).toEqual([
      ['basket', 'tokopedia'],
      ['product', 'tokopedia'],
    ]);
    const stored = JSON.stringify([await rows(), await logbook.evaluate(readStore('flows'))]);
    for (const canary of canaryTexts) expect(stored, canary).not.toContain(canary);
  });

  test('saves a research package that standard tools take', async () => {
    await logbook.evaluate('location.reload()').catch(() => undefined);
    await logbook.waitFor(`document.querySelector('.export-package') !== null`);
    await logbook.evaluate(`document.querySelector('.export-package').click()`);
    const saved = () => readdirSync(firefox.downloads).filter((name) => name.endsWith('.zip'));
    await expect.poll(() => saved().length, { timeout: 30_000 }).toBe(1);
    await logbook.waitFor(`document.querySelector('.notice')?.textContent.includes('.zip')`);
    const folder = join(firefox.downloads, 'unzipped');
    await expect
      .poll(
        () => {
          unpack(join(firefox.downloads, saved()[0] ?? ''), folder);
          return wrongFiles(folder);
        },
        { timeout: 10_000 },
      )
      .toEqual([]);
    expect(opensslAccepts(folder, 'datapackage.json', 'datapackage.json.sig')).toBe(true);
    expect(schemaFaults(JSON.parse(readFileSync(join(folder, 'datapackage.json'), 'utf8')))).toEqual([]);
    const query = await openDuck(folder);
    expect(await query(chainQuery)).toMatchObject([{ bad_leaves: 0n, bad_links: 0n, gaps: 0n }]);
    const [events, flows] = ['events', 'flows'].map(
      (name) => `SELECT * FROM read_parquet('${name}/**/*.parquet')`,
    );
    expect(await flowsThatDiffer(query, events ?? '', flows ?? '')).toEqual([]);
    expect(
      await query(
        `SELECT DISTINCT split_part(browser, ' ', 1) AS browser FROM (${events}) WHERE browser IS NOT NULL`,
      ),
    ).toEqual([{ browser: 'Firefox' }]);
  });
});
