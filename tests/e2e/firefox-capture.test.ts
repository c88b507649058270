import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CaptureFacts } from '../../core/bundle/capture-facts';
import { readZip } from '../../core/bundle/read-zip';
import { type DemoFirefox, type ExtensionPage, launchDemoFirefox } from '../../demo/firefox';
import { type DemoServer, startDemoServer } from '../../demo/server';
import { pageNamed } from '../../demo/shop/demo-pages';
import { withCaptureGranted } from '../builders/manifest-variant';
import { bars, placeOf, stripe, stripedAddress, stripedPages } from '../builders/striped-page';

const root = join(import.meta.dirname, '../..');

describe('a capture in Firefox', { timeout: 120_000 }, () => {
  let server: DemoServer;
  let firefox: DemoFirefox;
  let extensionPath: string;
  let helper: ExtensionPage;

  beforeAll(async () => {
    server = await startDemoServer([stripedPages]);
    extensionPath = withCaptureGranted(join(root, '.output/firefox-mv3'));
    firefox = await launchDemoFirefox({ extensionPath, ...server, language: 'en' });
    helper = await firefox.openExtensionPage('gallery.html');
  });
  afterAll(async () => {
    await firefox?.close();
    await server?.close();
    if (extensionPath) rmSync(extensionPath, { recursive: true, force: true });
  });

  /** Opens the capture's page behind the captured one, as the popup and the keys do. */
  async function capture(page: Page, extent: 'visible' | 'full'): Promise<ExtensionPage> {
    await helper.evaluate(`(async () => {
      const [tab] = (await browser.tabs.query({})).filter(({ url }) => url === ${JSON.stringify(page.url())});
      await browser.tabs.update(tab.id, { active: true });
      await browser.tabs.create({ url: '/capture.html?tab=' + tab.id + '&window=' + tab.windowId + '&extent=${extent}',
        index: tab.index + 1, active: false });
    })()`);
    const shown = await firefox.extensionPage('capture.html');
    await shown.waitFor(`document.querySelector('.stage .tile, .refused') !== null`, 60_000);
    expect(await shown.evaluate(`document.querySelector('.refused')?.innerText ?? ''`)).toBe('');
    return shown;
  }

  /** Keeps every cover and stores; the stored bundle's bytes, as the gallery exports them. */
  async function keep(shown: ExtensionPage): Promise<string> {
    const before = new Set(readdirSync(firefox.downloads));
    await shown.evaluate(`document.querySelector('button.keep-all').click()`);
    await shown.waitFor(`!document.querySelector('button.continue').disabled`);
    await shown.evaluate(`document.querySelector('button.continue').click()`);
    const gallery = await firefox.extensionPage('gallery.html#');
    await gallery.waitFor(`document.querySelector('button.export') !== null`, 60_000);
    await gallery.evaluate(`document.querySelector('button.export').click()`);
    const saved = () =>
      readdirSync(firefox.downloads).filter((name) => /\.zip$/.test(name) && !before.has(name));
    await expect.poll(() => saved().length, { timeout: 20_000 }).toBe(1);
    const path = join(firefox.downloads, saved()[0] ?? '');
    await expect
      .poll(() => spawnSync('npx', ['tsx', 'cli/verify.ts', path], { cwd: root }).status, { timeout: 20_000 })
      .toBe(0);
    await gallery.close();
    return path;
  }

  const archiveIn = (bundle: string) => {
    const inZip = (zip: Uint8Array, wanted: string) =>
      readZip(zip, () => true).entries.find(({ name }) => name === wanted)?.bytes ?? new Uint8Array();
    const wacz = inZip(readFileSync(bundle), 'capture.wacz');
    return (name: string) => inZip(wacz, name);
  };

  test('of a video with a basket becomes a bundle that the verifier takes', async () => {
    const page = await firefox.newPage();
    await page.goto(pageNamed('video-basket').address);
    const file = archiveIn(await keep(await capture(page, 'visible')));
    const facts: CaptureFacts = JSON.parse(new TextDecoder().decode(file('evidence/capture.json')));
    expect(facts.verdict).toMatchObject({ processor: 'tokopedia', basket: 'yes' });
    expect(facts.browser).toMatch(/^Firefox \d+/);
    expect(facts.redactions.length).toBeGreaterThan(0);
    await page.close();
  });

  test('of a full page holds each row once, and puts the page back', async () => {
    const page = await firefox.newPage();
    await page.goto(stripedAddress('height=3000'));
    await page.evaluate(`scrollTo({ top: 700, behavior: 'instant' })`);
    const shown = await capture(page, 'full');
    expect(await page.evaluate('scrollY')).toBe(700);
    const file = archiveIn(await keep(shown));
    const png = Buffer.from(file('evidence/screenshot.png')).toString('base64');
    const blank = await firefox.newPage();
    const rows = (await blank.evaluate(async (data) => {
      const image = new Image();
      image.src = `data:image/png;base64,${data}`;
      await image.decode();
      const canvas = document.createElement('canvas');
      canvas.width = image.width;
      canvas.height = 3000;
      const context = canvas.getContext('2d') as CanvasRenderingContext2D;
      context.drawImage(image, 0, 0);
      const column = context.getImageData(4, 0, 1, 3000).data;
      return Array.from({ length: 3000 }, (_none, row) => [...column.slice(row * 4, row * 4 + 3)]);
    }, png)) as number[][];
    const faults = rows.flatMap((colour, row) => {
      const place = placeOf(colour);
      const atEdge = (place === 'top' && row < bars.top) || (place === 'bottom' && row >= 3000 - bars.bottom);
      return atEdge || place === Math.floor(row / stripe) ? [] : [`row ${row} shows ${place}`];
    });
    expect(faults.slice(0, 8)).toEqual([]);
    await blank.close();
    await page.close();
  });
});
