import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exampleNames } from '../../core/examples/example-readings';
import { type DemoBrowser, launchDemoBrowser } from '../../demo/browser';
import { type DemoServer, startDemoServer } from '../../demo/server';
import { pageNamed } from '../../demo/shop/demo-pages';

const extensionPath = join(import.meta.dirname, '../../.output/chrome-mv3');

describe('the first run', () => {
  const userDataDir = mkdtempSync(join(tmpdir(), 'first-run-'));
  let server: DemoServer;
  let browser: DemoBrowser;
  let welcome: Page;

  const launch = () =>
    launchDemoBrowser({ extensionPath, ...server, language: 'en', userDataDir, keepsWelcome: true });
  const welcomes = (): Page[] =>
    browser.context.pages().filter((page) => page.url().endsWith('/welcome.html'));

  beforeAll(async () => {
    server = await startDemoServer();
    browser = await launch();
    welcome = welcomes()[0] as Page;
    await welcome.waitForSelector('main.welcome');
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    rmSync(userDataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  });

  test('opens one screen that says what it does, what it sees and what it never does', async () => {
    expect(welcomes()).toHaveLength(1);
    const text = await welcome.innerText('main');
    for (const words of ['What it does', 'What it can see', 'What it never does', 'Pin its button'])
      expect(text).toContain(words);
    const hosts = await welcome.locator('.sees code').allInnerTexts();
    const manifest = (await browser.serviceWorker.evaluate('chrome.runtime.getManifest()')) as {
      host_permissions: string[];
    };
    expect(hosts.map((host) => `https://${host}/*`).toSorted()).toEqual(manifest.host_permissions.toSorted());
  });

  test('shows where the button is pinned in this browser, and in others at a press', async () => {
    expect(await welcome.getAttribute('.browser-choice [aria-pressed=true]', 'aria-pressed')).toBe('true');
    expect(await welcome.innerText('.browser-choice [aria-pressed=true]')).toBe('Chrome');
    expect(await welcome.locator('.pin-steps li').count()).toBe(3);
    await welcome.click('.browser-choice button:has-text("Android")');
    expect(await welcome.innerText('.pin-steps')).toContain('Press Behind the Basket');
    expect(await welcome.locator('.pin-steps li').count()).toBe(2);
  });

  test('speaks the other language at a press, and everything else then does too', async () => {
    await welcome.click('.languages [lang=id]');
    await welcome.waitForSelector('html[lang=id]');
    const page = await browser.context.newPage();
    await page.goto(pageNamed('video-basket').address);
    await expect.poll(() => browser.titleOf(page), { timeout: 10_000 }).toContain('ditangani PT Tokopedia');
    await page.close();
    await welcome.click('.languages [lang=en]');
    await welcome.waitForSelector('html[lang=en]');
  });

  test('is without fault to axe in both languages, light and dark, and fits 320 px', async () => {
    for (const address of ['welcome.html', 'examples.html']) {
      const page = await browser.context.newPage();
      await page.goto(`chrome-extension://${browser.extensionId}/${address}`);
      for (const language of ['en', 'id']) {
        await page.click(`.languages [lang=${language}]`);
        await page.waitForSelector(`html[lang=${language}]`);
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme });
          const { violations } = await new AxeBuilder({ page: page as never }).analyze();
          expect(
            violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`),
            address,
          ).toEqual([]);
        }
        for (const width of [320, 360, 1280]) {
          await page.setViewportSize({ width, height: 800 });
          expect(await page.evaluate('document.documentElement.scrollWidth'), address).toBeLessThanOrEqual(
            width,
          );
        }
      }
      await page.close();
    }
  });

  test('leads to examples, whose answers the popup’s own parts give', async () => {
    const page = await browser.context.newPage();
    await page.goto(welcome.url());
    await page.click('.languages [lang=en]');
    await page.click('.ways-on .primary');
    await page.waitForSelector('.example .state-tokopedia');
    for (const name of exampleNames) {
      await page.click(`.example-choice nav [href="#${name}"]`);
      await page.waitForSelector(`.example-choice [href="#${name}"][aria-current=page]`);
    }
    expect(await page.innerText('.example .answer')).toContain('Careful');
    await page.close();
  });

  test('never opens again: not after the extension was loaded anew, not at the next start', async () => {
    for (const page of welcomes()) await page.close();
    await browser.close();
    browser = await launch();
    const page = await browser.context.newPage();
    await page.goto(pageNamed('video-basket').address);
    // The background has long been at work by the time that it shows a verdict.
    await expect.poll(() => browser.badgeOf(page), { timeout: 15_000 }).toBe('TP');
    expect(welcomes()).toEqual([]);
    await page.close();
  });
});
