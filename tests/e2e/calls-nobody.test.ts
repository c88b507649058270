import { rmSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { beginRecording } from '../../demo/begin-recording';
import { launchBrowser } from '../../demo/drive/launch';
import type { DemoServer } from '../../demo/server';
import { pageNamed } from '../../demo/shop/demo-pages';
import { browserHere, builtHere, launchHere, pagesHere, serveHere } from '../builders/browser-here';
import { callingVariant, sinfulCalls } from '../builders/calling-variant';
import { endOf, startCapture } from '../builders/take-capture';
import { toldOn } from '../builders/told-in-toolbar';
import { isWholeRun } from '../run/whole-run';

let server: DemoServer;
beforeAll(async () => {
  server = await serveHere();
});

test('every page of the extension, the popup, a recorded flow and a capture ask for nothing', async () => {
  const browser = await launchHere({ ...server, language: 'en' });
  const before = server.requests.length;
  const logbook = await browser.newPage();
  expect(pagesHere.length).toBeGreaterThan(8);
  for (const name of [...pagesHere, 'logbook.html']) {
    await logbook.goto(browser.address(name));
    await logbook.waitForSelector('body *');
  }
  await logbook.waitForSelector('.consent');
  await beginRecording(logbook);
  const page = await browser.newPage();
  const visited = ['video-basket', 'shop-id-product', 'us-product', 'robot-check', 'look-alike', 'outside'];
  for (const name of visited) {
    await page.goto(pageNamed(name).address);
    const popup = await browser.openPopup(page);
    await popup.waitFor(`document.querySelector('main .answer') !== null`, 10_000);
    await popup.close();
  }
  await browser.stopBackground();
  await page.goto(pageNamed('video-plain').address);
  await expect.poll(() => toldOn(browser, page), { timeout: 10_000 }).toBe('none');
  const capture = await startCapture(browser, page, 'visible');
  expect(await endOf(capture)).toBeNull();
  await browser.close();

  // The pages ask for nothing beside themselves: so the server saw what was opened, and nothing else.
  const asked = server.requests.slice(before).map(({ host, path }) => `https://${host}${path}`);
  expect(asked).toEqual([...visited, 'video-plain'].map((name) => pageNamed(name).address));
  expect(browser.calls()?.byExtension).toEqual([]);
  expect(browser.calls()?.seen).toBeGreaterThanOrEqual(asked.length);
});

test.runIf(isWholeRun)(
  'an extension that calls is found out, whichever part of it calls, and wherever',
  async () => {
    const extensionPath = callingVariant(builtHere);
    const browser = await launchBrowser(browserHere, { extensionPath, ...server, language: 'en' });
    try {
      const page = await browser.newPage();
      await page.goto(pageNamed('video-basket').address);
      await expect.poll(() => toldOn(browser, page), { timeout: 10_000 }).toBe('tokopedia');
      const popup = await browser.openPopup(page);
      await popup.waitFor(`document.querySelector('main .answer') !== null`, 10_000);
      await page.goto(browser.address('logbook.html'));
      await page.waitForSelector('main');
      const arrived = () => server.requests.map(({ host, path }) => `https://${host}${path}`);
      for (const address of Object.values(sinfulCalls).filter((one) => !one.includes('nobody')))
        await expect.poll(arrived, { message: address, timeout: 10_000 }).toContain(address);
    } finally {
      await browser.close();
      rmSync(extensionPath, { recursive: true, force: true });
    }
    expect([...new Set(browser.calls()?.byExtension)].toSorted()).toEqual(
      Object.values(sinfulCalls).toSorted(),
    );
  },
);
