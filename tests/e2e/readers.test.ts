import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pageFromHtml } from '../../core/page/from-html';
import { readSignals } from '../../core/page/read-signals';
import { builtInRulebook } from '../../core/rulebook/built-in';
import { type DemoBrowser, launchDemoBrowser } from '../../demo/browser';
import { type DemoServer, startDemoServer } from '../../demo/server';
import { basketItem, SHOP_ID_PRODUCT, shopChild, videoItem, videoState } from '../../demo/shop/video-state';
import { awkwardPages } from '../builders/awkward-pages';
import { videoAddress, videoId } from '../builders/pages';

const basket = JSON.stringify(videoState(basketItem(videoId, 'contoh', [shopChild(SHOP_ID_PRODUCT)])));
const plain = JSON.stringify(videoState(videoItem(videoId, 'contoh')));

describe('the reader in the browser and the reader of page texts', () => {
  let server: DemoServer;
  let browser: DemoBrowser;

  beforeAll(async () => {
    server = await startDemoServer();
    const extensionPath = join(import.meta.dirname, '../../.output/chrome-mv3');
    browser = await launchDemoBrowser({ extensionPath, ...server });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  test.each(awkwardPages.map(({ name, html }) => [name, html] as const))(
    'agree on state %s',
    async (_name, text) => {
      const html = `<!doctype html>${text.replaceAll('{"a":1}', basket).replaceAll('{"a":2}', plain)}`;
      const page = await browser.context.newPage();
      await page.route(videoAddress, (route) =>
        route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }),
      );
      await page.goto(videoAddress);
      const inBrowser = await browser.serviceWorker.evaluate(`chrome.tabs
      .query({ url: '${videoAddress}' })
      .then(([tab]) => chrome.tabs.sendMessage(tab.id, { topic: 'page.read', ask: null }))`);
      const { signals } = builtInRulebook;
      expect(inBrowser).toEqual(readSignals(pageFromHtml(html, videoAddress, signals), signals));
      await page.close();
    },
  );
});
