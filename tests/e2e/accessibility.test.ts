import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DrivenBrowser, DrivenPage } from '../../demo/drive/driver';
import { type DemoServer, startDemoServer } from '../../demo/server';
import { demoStates, openPopupPage, openState } from '../../demo/states';
import { axeFaults } from '../builders/axe-faults';
import { launchHere } from '../builders/browser-here';

const openAll = `for (const fold of document.querySelectorAll('details')) fold.open = true`;

describe('axe finds nothing in either language, light or dark', () => {
  let server: DemoServer;
  let browser: DrivenBrowser;

  beforeAll(async () => {
    server = await startDemoServer();
    browser = await launchHere({ ...server, language: 'id' });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  /** What axe finds on a screen of ours in all four dresses. */
  async function violationsInAll(screen: DrivenPage, makeReady = ''): Promise<string[]> {
    const found: string[] = [];
    for (const language of ['en', 'id']) {
      await screen.click(`.languages [lang=${language}]`);
      await screen.waitForSelector(`html[lang=${language}]`);
      await screen.evaluate(makeReady);
      for (const colorScheme of ['light', 'dark'] as const) {
        await screen.emulateMedia({ colorScheme });
        for (const line of await axeFaults(screen)) found.push(`${language} ${colorScheme} ${line}`);
      }
    }
    return found;
  }

  test.each(demoStates.map((state) => [state.name, state] as const))('popup: %s', async (_name, state) => {
    const { page, popup } = await openState(browser, state);
    const screen = await openPopupPage(browser, popup, { colorScheme: 'light' });
    expect(await violationsInAll(screen, openAll)).toEqual([]);
    await screen.close();
    await page.close();
  });

  test('the capture, refused', { timeout: 120_000 }, async () => {
    const page = await browser.newPage();
    await page.goto(browser.address(`capture.html?refused=private`));
    await page.waitForSelector('.refused');
    expect(await violationsInAll(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 800 });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
    await page.close();
  });

  test('the popup’s choice of what to capture', async () => {
    const [state] = demoStates;
    if (!state) throw new Error('no state');
    const { page, popup } = await openState(browser, state);
    const screen = await openPopupPage(browser, popup, { colorScheme: 'light' });
    await screen.click('.to-capture');
    expect(await violationsInAll(screen)).toEqual([]);
    await screen.close();
    await page.close();
  });

  const openHistory = async (width: number): Promise<DrivenPage> => {
    const page = await browser.newPage();
    await page.setViewportSize({ width, height: 800 });
    await page.goto(browser.address(`history.html?date=2024-02-21`));
    await page.waitForSelector('.timeline svg');
    return page;
  };

  test('how it came to this', { timeout: 120_000 }, async () => {
    const page = await openHistory(1100);
    expect(await violationsInAll(page)).toEqual([]);
    await page.close();
  });

  test('how it came to this, narrow and all open', { timeout: 120_000 }, async () => {
    const page = await openHistory(320);
    await page.evaluate(openAll);
    expect(await axeFaults(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
    await page.close();
  });
});

describe('a reader with a keyboard only', () => {
  let server: DemoServer;
  let browser: DrivenBrowser;

  beforeAll(async () => {
    server = await startDemoServer();
    browser = await launchHere({ ...server, language: 'en' });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  test('reaches and opens every row of the popup, and sees where the focus is', async () => {
    const state = demoStates.find(({ name }) => name === 'tokopedia-video');
    if (!state) throw new Error('no such state');
    const { page, popup } = await openState(browser, state);
    const screen = await openPopupPage(browser, popup, { colorScheme: 'light' });
    const wanted = await screen.locator('.folds > .fold').count();
    expect(wanted).toBeGreaterThanOrEqual(5);
    const opened = new Set<string>();
    const outlines = new Set<string>();
    for (let presses = 0; presses < 140 && opened.size < wanted; presses += 1) {
      await screen.keyboard.press('Tab');
      outlines.add(String(await screen.evaluate(`getComputedStyle(document.activeElement).outlineStyle`)));
      const fold = await screen.evaluate(
        `document.activeElement.matches('.fold > summary') && document.activeElement.parentElement.className`,
      );
      if (typeof fold !== 'string' || opened.has(fold)) continue;
      await screen.keyboard.press('Enter');
      opened.add(fold);
    }
    expect(opened.size).toBe(wanted);
    expect(await screen.locator('.folds > .fold[open]').count()).toBe(wanted);
    expect([...outlines]).not.toContain('none');
    await screen.close();
    await page.close();
  });
});
