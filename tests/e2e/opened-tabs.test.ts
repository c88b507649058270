import { beforeAll, describe, expect, test } from 'vitest';
import { beginRecording } from '../../demo/begin-recording';
import type { DrivenBrowser, DrivenPage } from '../../demo/drive/driver';
import type { DemoServer } from '../../demo/server';
import { pageNamed } from '../../demo/shop/demo-pages';
import { launchHere, serveHere } from '../builders/browser-here';
import { displayHere } from '../builders/display-here';
import { eventsIn } from '../builders/read-store';

// What the browser itself does at Ctrl+T, only its own keyboard shows.
const display = await displayHere('tabs opened by hand were not tried.');

describe.skipIf(display === null)('a flow and the tabs beside it', () => {
  let server: DemoServer;
  let browser: DrivenBrowser;
  let logbook: DrivenPage;
  let video: DrivenPage;
  const shop = pageNamed('shop-id-product').address;

  beforeAll(async () => {
    server = await serveHere();
    browser = await launchHere({ ...server, headless: false, viewport: null });
    logbook = await browser.newPage();
    await logbook.goto(browser.address('logbook.html'));
    await beginRecording(logbook);
    video = await browser.newPage();
    await video.goto(pageNamed('video-basket').address);
    await video.evaluate(
      `document.body.innerHTML = '<a target="_blank" rel="noopener noreferrer" href="${shop}">shop</a>'`,
    );
  });

  const steps = async () => (await eventsIn(logbook)).filter(({ event }) => event === 'step');
  const flowOf = (at: number) => steps().then((all) => all[at]?.flow_id);

  test('goes on in a tab that a link opens, also where the link hides where it leads from', async () => {
    await video.bringToFront();
    await video.click('a');
    await expect.poll(async () => (await steps()).length, { timeout: 10_000 }).toBe(2);
    expect(await flowOf(1)).toBe(await flowOf(0));
  });

  test('is left alone by a tab that a person opens with Ctrl+T', async () => {
    await video.bringToFront();
    await video.waitForTimeout(500);
    display?.press('ctrl+t', 'ctrl+l');
    display?.type(shop);
    display?.press('Return');
    await expect.poll(async () => (await steps()).length, { timeout: 10_000 }).toBe(3);
    expect(await flowOf(2)).not.toBe(await flowOf(0));
  });
});
