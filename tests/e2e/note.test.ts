import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { DrivenBrowser, DrivenPage } from '../../demo/drive/driver';
import { NEXT_VIDEO_ADDRESS, pageNamed } from '../../demo/shop/demo-pages';
import { launchHere, serveHere } from '../builders/browser-here';
import { type Told, toldOn } from '../builders/told-in-toolbar';

const video = pageNamed('video-basket').address;
const product = pageNamed('shop-id-product').address;
const plain = pageNamed('video-plain').address;
const { html } = pageNamed('video-basket');
/** The same page where the extension has no right to be. */
const elsewhere = 'elsewhere.test';
/** The same page as strict as there can be: it lets in no style and no script. */
const strict = 'https://www.tiktok.com/@strict/video/7600000000000000101';
const headers = { 'content-type': 'text/html; charset=utf-8' };
const strictHeaders = {
  ...headers,
  'content-security-policy': "default-src 'none'; require-trusted-types-for 'script'",
};

/** The note's own element: all that a page can see of it. */
const note = 'html > div:last-child';

describe('the note on the page', () => {
  let browser: DrivenBrowser;
  let options: DrivenPage;
  let page: DrivenPage;

  const there = () => page.locator(note).count();
  const tells = (what: Told) => expect.poll(() => toldOn(browser, page), { timeout: 10_000 }).toBe(what);
  const comes = () => page.waitForSelector(note, { state: 'attached', timeout: 10_000 });
  const isGone = () => page.waitForSelector(note, { state: 'detached', timeout: 10_000 });
  /** As a person would press it: by the real mouse, at the place where the button is drawn. */
  const press = async (wanted: string) => {
    const heard = await browser.heard(page);
    const point = await heard.find(({ role, name }) => role === 'button' && name === wanted)?.middle();
    if (!point) throw new Error(`no button ${wanted}`);
    await page.mouse.move(point.x, point.y);
    await page.mouse.down();
    await page.mouse.up();
  };
  /** A press counts once the note was seen for a moment: until then a person presses again. */
  const pressUntil = (wanted: string, isDone: () => Promise<boolean>) =>
    expect
      .poll(
        async () => {
          if (await isDone()) return true;
          await press(wanted);
          return isDone();
        },
        { interval: 500, timeout: 10_000 },
      )
      .toBe(true);
  const isAway = async () => (await there()) === 0;
  const takesNoPress = async () => {
    await page.waitForTimeout(400);
    await press('Never show again');
    await page.waitForTimeout(300);
    expect(await options.isChecked('[name=note]')).toBe(true);
    expect(await there()).toBe(1);
  };
  /** What a screen reader finds: it goes through a closed root; the page's own scripts do not. */
  const names = async () => (await browser.heard(page)).map(({ name }) => name).join('\n');
  const switchOn = async (isOn: boolean) => {
    await (isOn ? options.check('[name=note]') : options.uncheck('[name=note]'));
    await expect.poll(() => options.evaluate('chrome.storage.local.get("note")')).toEqual({ note: isOn });
  };

  beforeAll(async () => {
    const server = await serveHere([
      { host: elsewhere, answer: () => ({ status: 200, headers, body: html }) },
      {
        host: new URL(strict).host,
        answer: (path) =>
          path === new URL(strict).pathname ? { status: 200, headers: strictHeaders, body: html } : null,
      },
    ]);
    browser = await launchHere({ ...server, language: 'en' });
    options = await browser.newPage();
    await options.goto(browser.address('options.html'));
    await options.waitForSelector('[name=note]');
  });
  beforeEach(async () => {
    await page?.close();
    page = await browser.newPage();
  });

  test('is off at first: the page holds what it was served with, and nothing more', async () => {
    expect(await options.isChecked('[name=note]')).toBe(false);
    await page.goto(video);
    await tells('tokopedia');
    // The background has decided by then: it shows the verdict before it would put a note.
    const popup = await browser.openPopup(page);
    await popup.waitFor(`document.querySelector('main.state-tokopedia') !== null`, 10_000);
    await popup.close();
    const bare = await browser.newPage();
    await bare.goto(`https://${elsewhere}/`);
    const content = 'document.documentElement.outerHTML';
    expect(await page.evaluate(content)).toBe(await bare.evaluate(content));
    expect(await page.evaluate('document.documentElement.children.length')).toBe(2);
    await bare.close();
  });

  test('says the answer once it is switched on, and where to press for more', async () => {
    await switchOn(true);
    await page.goto(video);
    await comes();
    await expect
      .poll(names)
      .toContain('are processed by PT Tokopedia, according to the company and the Ministry of Trade');
    await pressUntil('Details', async () => (await names()).includes('Press the yellow basket'));
  });

  test('comes once in a flow: not on the next pages of the tab, but in another tab', async () => {
    await page.goto(video);
    await comes();
    await pressUntil('Close the note', isAway);
    await page.goto(product);
    await tells('tokopedia');
    await page.goto(video);
    await tells('tokopedia');
    expect(await there()).toBe(0);
    await page.close();
    page = await browser.newPage();
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
      await tells(address === plain ? 'none' : 'tokopedia');
      expect(await there()).toBe(0);
    }
  });

  test('goes with its page, when the page moves on within itself, but stays when only the query changes', async () => {
    await page.goto(video);
    await comes();
    await page.evaluate(`history.replaceState(null, '', location.pathname + '?is_from_webapp=1')`);
    await expect.poll(() => page.url()).toContain('is_from_webapp');
    await tells('tokopedia');
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
    const opened = browser.nextPage();
    // The popup closes as the new tab comes to the front, before it can answer.
    await popup.evaluate(`document.querySelector('.capture-choice .visible').click()`).catch(() => undefined);
    const capture = await opened;
    expect(await there()).toBe(0);
    await capture.close();
  });

  test('cannot be restyled, read or pressed by the page, and looks the same where the page wants it gone', async () => {
    await page.goto(video);
    await comes();
    const before = await page.locator(note).boundingBox();
    await page.evaluate(
      `document.head.appendChild(document.createElement('style')).textContent =
        'div, html > div, body ~ * { color: red !important; font-size: 60px !important; opacity: 0 !important; display: none !important; position: static !important; transform: scale(3) !important; width: 3px !important }'`,
    );
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
    expect(await page.evaluate('typeof (globalThis.browser ?? globalThis.chrome)?.runtime')).toBe(
      'undefined',
    );
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

  test('comes with its look where the page lets no style in, and goes when that page is left', async () => {
    await page.goto(strict);
    await comes();
    const box = await page.locator(note).boundingBox();
    expect(box).toMatchObject({ width: 360, y: 12 });
    // Without its styles a note has no padding and is far lower, or, unwrapped, far higher.
    expect(box?.height).toBeGreaterThan(110);
    expect(box?.height).toBeLessThan(240);
    await page.evaluate(`history.pushState(null, '', '/@demo/video/7600000000000000999')`);
    await isGone();
  });

  test('is reached by keyboard, and goes at Escape, which the page does not hear', async () => {
    await page.goto(video);
    await comes();
    await page.evaluate(`document.addEventListener('keydown', ({ key }) => { window.lastKey = key; })`);
    await page.keyboard.press('Shift+Tab');
    const isFocused = () => page.evaluate(`document.activeElement === document.querySelector('${note}')`);
    for (let presses = 0; presses < 40 && !(await isFocused()); presses += 1)
      await page.keyboard.press('Tab');
    expect(await isFocused()).toBe(true);
    await page.keyboard.press('Escape');
    await isGone();
    expect(await page.evaluate('window.lastKey')).not.toBe('Escape');
  });

  test('takes no press while nobody can see it: under a layer of the page that lets presses through', async () => {
    await page.goto(video);
    await comes();
    await page.evaluate(`void (() => {
      const layer = document.createElement('div');
      layer.popover = 'manual';
      layer.id = 'bait';
      layer.textContent = 'Klik di sini';
      layer.style.cssText = 'position:fixed;inset:0;width:100vw;height:100vh;background:#fff;pointer-events:none';
      document.body.append(layer);
      layer.showPopover();
      document.documentElement.style.opacity = '0';
    })()`);
    await takesNoPress();
    await page.evaluate(
      `void (document.getElementById('bait').remove(), (document.documentElement.style.opacity = ''))`,
    );
    await page.waitForTimeout(400);
    await pressUntil('Close the note', isAway);
  });

  test.each([
    [
      'the page’s own look',
      'html::after{content:"";position:fixed;inset:0;background:#fff;z-index:2147483647;pointer-events:none}',
    ],
    ['a mask', 'html{mask-image:linear-gradient(transparent,transparent)}'],
    ['a mask over a half', 'html{mask-image:linear-gradient(90deg,#000 50%,transparent 50%)}'],
    ['a tenth of its size', 'html{zoom:.1}'],
    [
      'a layer that stays last',
      '#last{position:fixed;inset:0;background:#fff;z-index:2147483647;pointer-events:none}',
    ],
    [
      'the ground of a popover',
      '#bait{width:1px;height:1px;inset:0 auto auto 0;border:0;padding:0}#bait::backdrop{background:#fff;pointer-events:none}',
    ],
  ])('takes no press while nobody can see it: %s', async (_name, css) => {
    await switchOn(true);
    await page.goto(video);
    await comes();
    await page.evaluate(`void (() => {
      document.head.append(Object.assign(document.createElement('style'), { id: 'veil', textContent: ${JSON.stringify(css)} }));
      const bait = Object.assign(document.createElement('div'), { id: 'bait', popover: 'manual' });
      document.body.append(bait);
      if (${css.includes('backdrop')}) bait.showPopover();
      document.documentElement.append(Object.assign(document.createElement('div'), { id: 'last' }));
    })()`);
    await takesNoPress();
    await page.evaluate(
      `void ['veil', 'bait', 'last'].forEach((id) => document.getElementById(id).remove())`,
    );
    await page.waitForTimeout(400);
    await pressUntil('Close the note', isAway);
  });

  test('is silenced for good by one press, and the options say so', async () => {
    await page.goto(video);
    await comes();
    await pressUntil('Never show again', isAway);
    await expect.poll(() => options.isChecked('[name=note]')).toBe(false);
    await page.close();
    page = await browser.newPage();
    await page.goto(video);
    await tells('tokopedia');
    expect(await there()).toBe(0);
    expect(await page.evaluate('document.documentElement.children.length')).toBe(2);
  });
});
