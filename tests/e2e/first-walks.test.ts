import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifyCommand } from '../../cli/verify-command';
import { type DemoBrowser, launchDemoBrowser } from '../../demo/browser';
import { type DemoServer, startDemoServer } from '../../demo/server';
import { demoStates } from '../../demo/states';
import { report } from '../../demo/walks/report';
import { research } from '../../demo/walks/research';
import { shop } from '../../demo/walks/shop';
import { startHost, startPage } from '../../demo/walks/start-page';
import type { Walk } from '../../demo/walks/walk';
import { unpack, wrongFiles } from '../builders/packages';
import { runCommand } from '../builders/run-command';

const html = { 'content-type': 'text/html; charset=utf-8' };

/** What `npm start` opens with, and where each choice leads. */
describe('the first five minutes', { timeout: 120_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'first-walks-'));
  let server: DemoServer;
  let browser: DemoBrowser;
  const extensionPath = join(import.meta.dirname, '../../.output/chrome-mv3');

  beforeAll(async () => {
    const start = { host: startHost, answer: () => ({ status: 200, headers: html, body: startPage() }) };
    server = await startDemoServer([start]);
    browser = await launchDemoBrowser({ extensionPath, ...server, language: 'en' });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Walks it without a window. @returns what was told, and the names of the files it left */
  async function walked({ name, walk }: Walk): Promise<{ told: string[]; files: string[]; place: string }> {
    const told: string[] = [];
    const place = mkdtempSync(join(folder, name));
    await walk(browser, place, (line) => told.push(line));
    return { told, files: readdirSync(place).toSorted(), place };
  }

  test('open with one choice, each door of which begins its own walk', async () => {
    const begun: string[] = [];
    const page = await browser.newPage();
    await page.exposeBinding('begin', (_source, name: string) => void begun.push(name));
    await page.goto(`https://${startHost}/`);
    for (const door of await page.locator('.door button').all()) await door.click();
    await expect.poll(() => begun).toEqual(['shop', 'research', 'report']);
    await page.close();
    for (const walk of [shop, research, report]) await walk.begin(browser);
  });

  test('lead a researcher to a package that is whole', async () => {
    const { files, place } = await walked(research);
    expect(files).toHaveLength(3);
    unpack(join(place, files.find((name) => name.endsWith('.zip')) ?? ''), join(place, 'package'));
    expect(wrongFiles(join(place, 'package'))).toEqual([]);
  });

  test('lead a journalist to a bundle that holds', async () => {
    const { told, files, place } = await walked(report);
    const bundle = files.find((name) => name.endsWith('.zip')) ?? '';
    expect(told.at(-1)).toContain(`npm run --silent verify -- artifacts/demo/report/${bundle}`);
    expect((await runCommand(verifyCommand, [join(place, bundle), '--lang', 'en'])).status).toBe(0);
  });

  // Last: it moves the clock.
  test('lead a shopper to the answer of every kind of page', async () => {
    const { told, files } = await walked(shop);
    expect(told).toHaveLength(demoStates.length);
    expect(files).toHaveLength(demoStates.length);
    expect(told[0]).toContain('processed by PT Tokopedia');
  });
});
