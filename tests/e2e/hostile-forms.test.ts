import { beforeAll, describe, expect, test } from 'vitest';
import type { Rect } from '../../core/personal/personal-place';
import type { DrivenBrowser } from '../../demo/drive/driver';
import { findInPage } from '../builders/find-in-page';
import { hostileFormAddress, hostileFormPages } from '../builders/hostile-form-pages';
import { propertyUses } from '../builders/page-scripts';
import { stageHere } from '../builders/stage-here';
import { endOf, startCapture } from '../builders/take-capture';

/** All that our scripts read, and what others found to blind them. */
const names = [
  ...new Set([
    ...propertyUses().names,
    'nodeType',
    'nodeName',
    'shadowRoot',
    'children',
    'contains',
    'style',
  ]),
];

describe('a form whose fields are called like properties of the page', { timeout: 120_000 }, () => {
  let browser: DrivenBrowser;
  beforeAll(async () => {
    ({ browser } = await stageHere({ language: 'en', pages: [hostileFormPages] }));
  });

  test(`is searched as any other: all five data are found under each of ${names.length} names`, async () => {
    const page = await browser.newPage();
    const address = hostileFormAddress(names);
    await page.goto(address);
    const { personal: found } = await findInPage(browser, address);
    const drawn = (await page.evaluate(`[...document.querySelectorAll('[data-canary]')].map((one) => {
      const range = document.createRange();
      range.selectNodeContents(one);
      const { x, y, width: w, height: h } = range.getBoundingClientRect();
      return { x: x + scrollX, y: y + scrollY, w, h };
    })`)) as Rect[];
    expect(drawn).toHaveLength(5 * (1 + 2 * names.length));
    const open = drawn.filter(
      (one) =>
        !found.some(
          (place) =>
            place.x <= one.x + 0.5 &&
            place.y <= one.y + 0.5 &&
            place.x + place.w >= one.x + one.w - 0.5 &&
            place.y + place.h >= one.y + one.h - 0.5,
        ),
    );
    expect(open).toEqual([]);
    await page.close();
  });

  test('is captured as any other', async () => {
    const page = await browser.newPage();
    await page.goto(hostileFormAddress(names));
    const capture = await startCapture(browser, page, 'visible');
    expect(await endOf(capture)).toBeNull();
    await capture.close();
    await page.close();
  });

  test('nor is the answer kept back by a page that makes every object wait', async () => {
    const page = await browser.newPage();
    await page.goto('https://www.tiktok.com/@demo/video/7600000000000000999');
    await page.evaluate(
      'void Object.defineProperty(Object.prototype, "then", { value: function () {}, configurable: true })',
    );
    const popup = await browser.openPopup(page);
    await popup.waitFor(`document.querySelector('.to-capture') !== null`, 8000);
    await page.close();
  });
});
