import { beforeAll, describe, expect, test } from 'vitest';
import type { DrivenBrowser } from '../../demo/drive/driver';
import type { DemoServer } from '../../demo/server';
import { launchHere, serveHere } from '../builders/browser-here';
import { displayHere } from '../builders/display-here';
import { stripedAddress, stripedPages } from '../builders/striped-page';
import { endOf } from '../builders/take-capture';

// Only keys pressed on a screen reach the browser itself, and only they give the right to a picture.
const display = await displayHere("the capture's keys were not tried.");

describe.skipIf(display === null)('the capture’s keys', () => {
  let server: DemoServer;
  let browser: DrivenBrowser;

  beforeAll(async () => {
    server = await serveHere([stripedPages]);
    browser = await launchHere({ ...server, language: 'en', headless: false });
  });

  test('take the visible part, and the full page', async () => {
    const page = await browser.newPage();
    await page.goto(stripedAddress('height=2000'));
    const width = Number(await page.evaluate('document.documentElement.clientWidth'));
    for (const [keys, height] of [
      ['alt+shift+k', Number(await page.evaluate('innerHeight'))],
      ['alt+shift+l', 2000],
    ] as const) {
      await page.bringToFront();
      const opened = browser.nextPage();
      display?.press(keys);
      const capture = await opened;
      expect(await endOf(capture)).toBeNull();
      // The picture as the review shows it: as high for its width as what was to be taken.
      const shape = Number(
        await capture.evaluate(
          `(({ width, height }) => height / width)(document.querySelector('.sheet').getBoundingClientRect())`,
        ),
      );
      expect(Math.abs(shape * width - height)).toBeLessThan(3);
      await capture.close();
    }
    await page.close();
  });

  test('stop a capture that runs, when pressed again', async () => {
    const page = await browser.newPage();
    await page.goto(stripedAddress('height=12000'));
    await page.bringToFront();
    const opened = browser.nextPage();
    display?.press('alt+shift+l');
    const capture = await opened;
    await capture.waitForSelector('.shooting');
    const closed = capture.waitForEvent('close');
    display?.press('alt+shift+l');
    await closed;
    await expect.poll(() => page.evaluate('scrollY'), { timeout: 20_000 }).toBe(0);
    await page.close();
  });
});
