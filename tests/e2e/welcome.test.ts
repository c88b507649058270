import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exampleNames } from '../../core/examples/example-readings';
import type { BrowserName, DrivenBrowser, DrivenPage } from '../../demo/drive/driver';
import { waitFor } from '../../demo/drive/wait-for';
import { type DemoServer, startDemoServer } from '../../demo/server';
import { pageNamed } from '../../demo/shop/demo-pages';
import { launchHere } from '../builders/browser-here';
import { tempFolder } from '../builders/temp-folder';
import { toldOn } from '../builders/told-in-toolbar';

/** What the screen calls the browser that it is in. */
const named: Record<BrowserName, string> = { Chromium: 'Chrome', Firefox: 'Firefox' };

describe('the first run', () => {
  const userDataDir = tempFolder('first-run');
  let server: DemoServer;
  let browser: DrivenBrowser;
  let welcome: DrivenPage;

  const launch = () =>
    launchHere({ ...server, language: 'en', userDataDir, staysLoaded: true, keepsWelcome: true });
  const welcomes = async (): Promise<DrivenPage[]> => {
    const found: DrivenPage[] = [];
    for (const page of await browser.pages())
      if ((await page.url()).endsWith('/welcome.html')) found.push(page);
    return found;
  };

  beforeAll(async () => {
    server = await startDemoServer();
    browser = await launch();
    welcome = await waitFor(async () => (await welcomes())[0], { told: () => 'the first run shows nothing' });
    // It opens with the installation, before this driver has set the language; it follows that.
    await welcome.waitForSelector('html[lang=en] main.welcome');
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  test('opens one screen that says what it does, what it sees and what it never does', async () => {
    expect(await welcomes()).toHaveLength(1);
    const text = await welcome.innerText('main');
    for (const words of ['What it does', 'What it can see', 'What it never does', 'Pin its button'])
      expect(text).toContain(words);
    const hosts = await welcome.locator('.sees code').allTextContents();
    const manifest = (await browser.background.evaluate('chrome.runtime.getManifest()')) as {
      host_permissions: string[];
    };
    expect(hosts.map((host) => `https://${host}/*`).toSorted()).toEqual(manifest.host_permissions.toSorted());
  });

  test('shows where the button is pinned in this browser, and in others at a press', async () => {
    expect(await welcome.getAttribute('.browser-choice [aria-pressed=true]', 'aria-pressed')).toBe('true');
    expect(await welcome.innerText('.browser-choice [aria-pressed=true]')).toBe(named[browser.name]);
    expect(await welcome.locator('.pin-steps li').count()).toBe(3);
    await welcome.click('.browser-choice button:has-text("Android")');
    expect(await welcome.innerText('.pin-steps')).toContain('Press Behind the Basket');
    expect(await welcome.locator('.pin-steps li').count()).toBe(2);
  });

  test('speaks the other language at a press, and everything else then does too', async () => {
    await welcome.click('.languages [lang=id]');
    await welcome.waitForSelector('html[lang=id]');
    const page = await browser.newPage();
    await page.goto(pageNamed('video-basket').address);
    await expect.poll(() => browser.titleOf(page), { timeout: 10_000 }).toContain('diproses PT Tokopedia');
    await page.close();
    await welcome.click('.languages [lang=en]');
    await welcome.waitForSelector('html[lang=en]');
  });

  test('opens with one choice, of what one came for: each door leads to where that begins', async () => {
    expect(await welcome.locator('.doors a').allTextContents()).toHaveLength(3);
    for (const [door, begins] of [
      ['examples.html', '.example .answer'],
      ['logbook.html', '[name=study]'],
      ['gallery.html', '.empty'],
    ] as const) {
      const page = await browser.newPage();
      await page.goto(await welcome.url());
      await page.click(`.doors [href="/${door}"]`);
      await page.waitForSelector(begins);
      await page.close();
    }
  });

  test('leads to examples, whose answers the popup’s own parts give', async () => {
    const page = await browser.newPage();
    await page.goto(await welcome.url());
    await page.click('.languages [lang=en]');
    await page.click('.doors [href="/examples.html"]');
    await page.waitForSelector('.example .state-tokopedia');
    for (const name of exampleNames) {
      await page.click(`.example-choice nav [href="#${name}"]`);
      await page.waitForSelector(`.example-choice [href="#${name}"][aria-current=page]`);
    }
    expect(await page.innerText('.example .answer')).toContain('Careful');
    await page.close();
  });

  test('never opens again: not after the extension was loaded anew, not at the next start', async () => {
    for (const page of await welcomes()) await page.close();
    await browser.close();
    browser = await launch();
    const page = await browser.newPage();
    await page.goto(pageNamed('video-basket').address);
    // The background has long been at work by the time that it shows a verdict.
    await expect.poll(() => toldOn(browser, page), { timeout: 15_000 }).toBe('tokopedia');
    expect(await welcomes()).toEqual([]);
    await page.close();
  });
});
