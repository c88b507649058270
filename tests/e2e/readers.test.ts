import { beforeAll, describe, expect, test } from 'vitest';
import { pageFromHtml } from '../../core/page/from-html';
import type { SeenPage } from '../../core/page/page';
import { readingOf, readPage } from '../../core/page/read-page';
import { builtInRulebook } from '../../core/rulebook/built-in';
import type { DrivenBrowser } from '../../demo/drive/driver';
import type { OtherHost } from '../../demo/server';
import { basketItem, SHOP_ID_PRODUCT, shopChild, videoItem, videoState } from '../../demo/shop/video-state';
import { awkwardPages } from '../builders/awkward-pages';
import { videoAddress, videoId } from '../builders/pages';
import { stageHere } from '../builders/stage-here';

const basket = JSON.stringify(videoState(basketItem(videoId, 'contoh', [shopChild(SHOP_ID_PRODUCT)])));
const plain = JSON.stringify(videoState(videoItem(videoId, 'contoh')));

let served = '';
const videoHost: OtherHost = {
  host: new URL(videoAddress).host,
  answer: (path) =>
    path === new URL(videoAddress).pathname
      ? { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body: served }
      : null,
};

describe('the reader in the browser and the reader of page texts', () => {
  let browser: DrivenBrowser;

  beforeAll(async () => {
    ({ browser } = await stageHere({ language: 'id', pages: [videoHost] }));
  });

  test.each(awkwardPages.map(({ name, html }) => [name, html] as const))(
    'agree on state %s',
    async (_name, text) => {
      const html = `<!doctype html>${text.replaceAll('{"a":1}', basket).replaceAll('{"a":2}', plain)}`;
      const page = await browser.newPage();
      served = html;
      await page.goto(videoAddress);
      // A busy browser brings the script into the page, and tells that it is whole, a moment after it loaded.
      const inBrowser = () =>
        browser.background
          .evaluate(`chrome.tabs
      .query({ url: '${videoAddress}' })
      .then(([tab]) => chrome.tabs.sendMessage(tab.id, { topic: 'page.read', ask: null }))`)
          .then(
            (seen) => readingOf(seen as SeenPage, builtInRulebook),
            () => 'not there yet',
          );
      const { signals } = builtInRulebook;
      // What is read of a page's text, a browser reads too; how it was answered only a browser knows.
      const ofText = readPage(pageFromHtml(html, videoAddress, signals), builtInRulebook);
      // And it does not call a page empty while something may still come.
      const look = ofText.look === 'empty' ? 'not-yet' : ofText.look;
      await expect.poll(inBrowser, { timeout: 10_000 }).toEqual({ ...ofText, status: 200, look });
      await page.close();
    },
  );
});
