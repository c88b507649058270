import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type DemoFirefox, type ExtensionPage, launchDemoFirefox } from '../../demo/firefox';
import { type DemoServer, startDemoServer } from '../../demo/server';
import { pageNamed } from '../../demo/shop/demo-pages';

const extensionPath = join(import.meta.dirname, '../../.output/firefox-mv3');
const { address, html } = pageNamed('video-basket');
/** As strict a page as there can be: it lets in no style and no script. */
const headers = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': "default-src 'none'; require-trusted-types-for 'script'",
};

describe('the note in Firefox', () => {
  let server: DemoServer;
  let firefox: DemoFirefox;
  let options: ExtensionPage;

  beforeAll(async () => {
    server = await startDemoServer([
      { host: new URL(address).host, answer: () => ({ status: 200, headers, body: html }) },
    ]);
    firefox = await launchDemoFirefox({ extensionPath, ...server, language: 'en' });
    options = await firefox.openExtensionPage('options.html');
    await options.waitFor(`document.querySelector('[name=note]') !== null`);
  });
  afterAll(async () => {
    await firefox?.close();
    await server?.close();
  });

  test('comes with its look, although the page lets no style in, and goes when the page is left', async () => {
    await options.evaluate(`document.querySelector('[name=note]').click()`);
    await options.waitFor(`browser.storage.local.get('note').then(({ note }) => note === true)`);
    const page = await firefox.newPage();
    await page.goto(address);
    await page.waitForSelector('html > div:last-child', { timeout: 15_000 });
    const look = (await page.evaluate(`(() => {
      const host = document.querySelector('html > div:last-child');
      const { width, height, top } = host.getBoundingClientRect();
      return { root: host.shadowRoot, width, height, top };
    })()`)) as { root: null; width: number; height: number; top: number };
    expect(look).toMatchObject({ root: null, width: 360, top: 12 });
    // Without its styles a note has no padding and is far lower, or, unwrapped, far higher.
    expect(look.height).toBeGreaterThan(110);
    expect(look.height).toBeLessThan(240);
    await page.evaluate(`history.pushState(null, '', '/@demo/video/7600000000000000999')`);
    await page.waitForSelector('html > div:last-child', { hidden: true, timeout: 15_000 });
    await page.close();
  });
});
