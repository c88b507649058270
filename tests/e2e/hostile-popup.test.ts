import { beforeAll, expect, test } from 'vitest';
import type { DrivenBrowser } from '../../demo/drive/driver';
import type { OtherHost } from '../../demo/server';
import {
  basketItem,
  pageState,
  SHOP_ID_PRODUCT,
  shopChild,
  VIDEO_STATE_ID,
} from '../../demo/shop/video-state';
import { stageHere } from '../builders/stage-here';

const id = '7600000000000000666';
const markup =
  '<img src=x onerror="globalThis.wasRun=1"><script>globalThis.wasRun=1</script><b id="hostile">\u202e{name}';

const headers = { 'content-type': 'text/html; charset=utf-8' };

const hostile: OtherHost = {
  host: 'www.tiktok.com',
  answer: (path) => (path === `/@hostile/video/${id}` ? { status: 200, headers, body: hostilePage() } : null),
};

let browser: DrivenBrowser;
beforeAll(async () => {
  ({ browser } = await stageHere({ language: 'en', pages: [hostile] }));
});

/** A page that puts markup wherever the popup shows words of a page. */
function hostilePage(): string {
  const plain = shopChild(SHOP_ID_PRODUCT);
  const extra = { ...JSON.parse(String(plain.extra)), currency: markup, title: markup };
  const child = { ...plain, keyword: markup, extra: JSON.stringify(extra) };
  const item = { ...basketItem(id, markup, [child]), AnchorTypes: [markup, '33'], isECVideo: markup };
  const scope = { 'webapp.video-detail': { itemInfo: { itemStruct: item } } };
  const state = JSON.stringify(pageState(scope)).replaceAll('<', '\\u003c');
  return `<!DOCTYPE html><title>x</title><script id="${VIDEO_STATE_ID}" type="application/json">${state}</script>`;
}

test('what a page says comes into the real popup as text, and nothing of it runs', async () => {
  const page = await browser.newPage();
  await page.goto(`https://www.tiktok.com/@hostile/video/${id}`);
  const popup = await browser.openPopup(page);
  await popup.waitFor(`document.querySelector('main.state-tokopedia') !== null`, 10_000);
  await popup.evaluate(`for (const fold of document.querySelectorAll('details')) fold.open = true`);

  expect(await popup.text()).toContain('<img src=x onerror=');
  const made = await popup.evaluate(
    `[...document.querySelectorAll('script:not([src]), #hostile, img[onerror], iframe')].map((part) => part.outerHTML)`,
  );
  expect(made).toEqual([]);
  expect(await popup.evaluate('typeof globalThis.wasRun')).toBe('undefined');
  await popup.close();
  await page.close();
});
