import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type DemoBrowser, launchDemoBrowser } from '../../demo/browser';
import { type DemoServer, startDemoServer } from '../../demo/server';
import { NEXT_VIDEO_ADDRESS, pageNamed } from '../../demo/shop/demo-pages';

const extensionPath = join(import.meta.dirname, '../../.output/chrome-mv3');
const video = pageNamed('video-basket').address;
const product = pageNamed('shop-id-product').address;
const plain = pageNamed('video-plain').address;

/** The note's own element: all that a page can see of it. */
const note = 'html > div:last-child';

describe('the note on the page', () => {
  let server: DemoServer;
  let browser: DemoBrowser;
  let options: Page;
  let page: Page;

  const there = () => page.locator(note).count();
  const badgeBecomes = (text: string) =>
    expect.poll(() => browser.badgeOf(page), { timeout: 10_000 }).toBe(text);
  const comes = () => page.waitForSelector(note, { state: 'attached', timeout: 10_000 });
  const isGone = () => page.waitForSelector(note, { state: 'detached', timeout: 10_000 });
  /** As a person would press it: by the real mouse, at the place where the button is drawn. */
  const press = async (name: string) => {
    const session = await page.context().newCDPSession(page);
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    const found = nodes.find(({ role, name: named }) => role?.value === 'button' && named?.value === name);
    const { model } = await session.send('DOM.getBoxModel', { backendNodeId: found?.backendDOMNodeId ?? 0 });
    const [x = 0, y = 0, , , x2 = 0, y2 = 0] = model.content;
    await page.mouse.click((x + x2) / 2, (y + y2) / 2);
    await session.detach();
  };
  /** What a screen reader finds: it goes through a closed root; the page's own scripts do not. */
  const names = async () => {
    const session = await page.context().newCDPSession(page);
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    await session.detach();
    return nodes.map(({ name }) => String(name?.value ?? '')).join('\n');
  };
  const switchOn = async (isOn: boolean) => {
    await options.setChecked('[name=note]', isOn);
    await expect.poll(() => options.evaluate('chrome.storage.local.get("note")')).toEqual({ note: isOn });
  };

  beforeAll(async () => {
    server = await startDemoServer();
    browser = await launchDemoBrowser({ extensionPath, ...server, language: 'en' });
    options = await browser.context.newPage();
    await options.goto(`chrome-extension://${browser.extensionId}/options.html`);
    await options.waitForSelector('[name=note]');
  });
  beforeEach(async () => {
    await page?.close();
    page = await browser.context.newPage();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  test('is off at first: the page holds what it was served with, and nothing more', async () => {
    expect(await options.isChecked('[name=note]')).toBe(false);
    await page.goto(video);
    await badgeBecomes('TP');
    // The background has decided by then: it shows the verdict before it would put a note.
    const popup = await browser.openPopup(page);
    await popup.waitFor(`document.querySelector('main.state-tokopedia') !== null`, 10_000);
    await popup.close();
    const bare = await (await browser.context.browser()?.newContext({ ignoreHTTPSErrors: true }))?.newPage();
    await bare?.goto(video);
    expect(await page.content()).toBe(await bare?.content());
    expect(await page.evaluate('document.documentElement.children.length')).toBe(2);
    await bare?.context().close();
  });

  test('says the answer once it is switched on, and where to press for more', async () => {
    await switchOn(true);
    await page.goto(video);
    await comes();
    await expect.poll(names).toContain('orders there are handled by PT Tokopedia');
    await press('Details');
    await expect.poll(names).toContain('Press the yellow basket');
  });

  test('comes once in a flow: not on the next pages of the tab, but in another tab', async () => {
    await page.goto(video);
    await comes();
    await press('Close the note');
    await isGone();
    await page.goto(product);
    await badgeBecomes('TP');
    await page.goto(video);
    await badgeBecomes('TP');
    expect(await there()).toBe(0);
    await page.close();
    page = await browser.context.newPage();
    await page.goto(video);
    await comes();
  });

  test('comes anew when the tab had left the flow', async () => {
    await page.goto(video);
    await comes();
    await page.goto(pageNamed('outside').address);
    await page.goto(video);
    await comes();
  });

  test('is not there where nothing is bought, nor where the shop says itself who it is', async () => {
    for (const address of [plain, product]) {
      await page.goto(address);
      await badgeBecomes(address === plain ? '–' : 'TP');
      expect(await there()).toBe(0);
    }
  });

  test('goes with its page, when the page moves on within itself, but stays when only the query changes', async () => {
    await page.goto(video);
    await comes();
    await page.evaluate(`history.replaceState(null, '', location.pathname + '?is_from_webapp=1')`);
    await expect.poll(() => page.url()).toContain('is_from_webapp');
    await badgeBecomes('TP');
    expect(await there()).toBe(1);
    await page.click('#next-video');
    await page.waitForURL(NEXT_VIDEO_ADDRESS);
    await isGone();
  });

  test('is in no picture: it goes before the page is captured', async () => {
    await page.goto(video);
    await comes();
    const popup = await browser.openPopup(page);
    await popup.waitFor(`document.querySelector('.to-capture') !== null`, 10_000);
    await popup.evaluate(`document.querySelector('.to-capture').click()`);
    await popup.waitFor(`document.querySelector('.capture-choice') !== null`, 5000);
    const opened = browser.context.waitForEvent('page');
    await popup.evaluate(`document.querySelector('.capture-choice .visible').click()`);
    const capture = await opened;
    expect(await there()).toBe(0);
    await capture.close();
  });

  test('cannot be restyled, read or pressed by the page, and looks the same where the page wants it gone', async () => {
    await page.goto(video);
    await comes();
    const before = await page.locator(note).boundingBox();
    await page.addStyleTag({
      content:
        'div, html > div, body ~ * { color: red !important; font-size: 60px !important; opacity: 0 !important; display: none !important; position: static !important; transform: scale(3) !important; width: 3px !important }',
    });
    expect(await page.locator(note).boundingBox()).toEqual(before);
    expect(
      await page.evaluate(`(() => {
        const host = document.querySelector('${note}');
        host.click();
        host.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
        const { opacity, display, position } = getComputedStyle(host);
        return { root: host.shadowRoot, text: host.innerText, opacity, display, position };
      })()`),
    ).toEqual({ root: null, text: '', opacity: '1', display: 'block', position: 'fixed' });
    expect(await there()).toBe(1);
    // Nor has the page a way to speak to the extension.
    expect(await page.evaluate('typeof chrome.runtime')).toBe('undefined');
    expect(await options.evaluate('chrome.storage.local.get("note")')).toEqual({ note: true });
  });

  test('keeps clear of what is stuck to the window: a head above, a bar to buy below', async () => {
    await page.setViewportSize({ width: 360, height: 640 });
    await page.addInitScript(`addEventListener('DOMContentLoaded', () => document.body.insertAdjacentHTML('beforeend',
      '<div style="position:fixed;inset:0 0 auto 0;height:64px;background:#fff"></div>' +
      '<div style="position:fixed;inset:auto 0 0 0;height:72px;background:#fff"><button>Beli</button></div>'))`);
    await page.goto(video);
    await comes();
    const box = await page.locator(note).boundingBox();
    expect(box?.y).toBeGreaterThanOrEqual(64);
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(640 - 72);
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(360);
  });

  test('is reached by keyboard, and goes at Escape, which the page does not hear', async () => {
    await page.goto(video);
    await comes();
    await page.evaluate(`document.addEventListener('keydown', ({ key }) => { window.lastKey = key; })`);
    await page.locator('body').press('Shift+Tab');
    const isFocused = () => page.evaluate(`document.activeElement === document.querySelector('${note}')`);
    for (let presses = 0; presses < 40 && !(await isFocused()); presses += 1)
      await page.keyboard.press('Tab');
    expect(await isFocused()).toBe(true);
    await page.keyboard.press('Escape');
    await isGone();
    expect(await page.evaluate('window.lastKey')).not.toBe('Escape');
  });

  test('is silenced for good by one press, and the options say so', async () => {
    await page.goto(video);
    await comes();
    await press('Never show again');
    await isGone();
    await expect.poll(() => options.isChecked('[name=note]')).toBe(false);
    await page.close();
    page = await browser.context.newPage();
    await page.goto(video);
    await badgeBecomes('TP');
    expect(await there()).toBe(0);
    expect(await page.evaluate('document.documentElement.children.length')).toBe(2);
  });
});
