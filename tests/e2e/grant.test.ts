import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { beginRecording } from '../../demo/begin-recording';
import type { DrivenBrowser, DrivenPage } from '../../demo/drive/driver';
import type { DemoServer, OtherHost } from '../../demo/server';
import { pageNamed } from '../../demo/shop/demo-pages';
import { launchHere, serveHere } from '../builders/browser-here';
import { displayHere } from '../builders/display-here';
import { eventsIn } from '../builders/read-store';
import { tempFolder } from '../builders/temp-folder';
import { visitRecorded } from '../builders/visit-recorded';

const cashier: OtherHost = {
  host: 'api.kasir.test',
  answer: () => ({ status: 200, headers: { 'access-control-allow-origin': '*' }, body: 'yes' }),
};

// The browser's own question is answered by keys, which need a screen; headless it is never answered.
const display = await displayHere('the true grant of the permission was not tried.');

describe.skipIf(display === null)('the permission, truly asked for', () => {
  const userDataDir = tempFolder('grant');
  let server: DemoServer;
  let browser: DrivenBrowser;
  let logbook: DrivenPage;

  const start = async () => {
    browser = await launchHere({
      ...server,
      language: 'en',
      headless: false,
      staysLoaded: true,
      userDataDir,
    });
    logbook = await browser.newPage();
    await logbook.goto(browser.address('logbook.html'));
    await logbook.waitForSelector('.request-view');
  };
  beforeAll(async () => {
    server = await serveHere([cashier]);
    await start();
  });
  // Before its profile goes.
  afterAll(() => browser?.close());

  const told = async () =>
    (await eventsIn(logbook))
      .filter(({ contact_source }) => contact_source === 'web-request')
      .map(({ request_method, host, request_outcome }) => `${request_method} ${host} ${request_outcome}`);
  const buy = async () => {
    const page = await browser.newPage();
    await visitRecorded(page, pageNamed('video-basket').address, logbook);
    await page.evaluate(`fetch('https://api.kasir.test/x', { method: 'POST' })`);
    await page.waitForTimeout(2800);
    await page.close();
    await logbook.bringToFront();
  };
  /** Presses a choice and answers the browser's question; nothing tells when it is drawn. */
  const ask = async (choice: string, isAllowed: boolean) => {
    await logbook.click(choice);
    await logbook.waitForTimeout(3000);
    await browser.answerQuestion(isAllowed, (...keys) => display?.press(...keys));
  };

  test('changes nothing when it is denied', async () => {
    await beginRecording(logbook);
    await logbook.click('.request-view summary');
    await ask('.view-all', false);
    await logbook.waitForTimeout(500);
    expect(await logbook.locator('.request-view.is-on').count()).toBe(0);
    await buy();
    expect(await told()).toEqual([]);
  });

  test('is shown once granted for both companies, and can be widened', async () => {
    await ask('.view-known', true);
    await logbook.waitForSelector('.request-view.is-on');
    expect(await logbook.textContent('.request-view')).toContain('Allowed for TikTok and Tokopedia');
    await ask('.view-all', true);
    await expect.poll(() => logbook.textContent('.request-view')).toContain('Allowed for every host');
    expect(await logbook.textContent('.view-waiting')).toContain('only after you have closed and opened');
  });

  test('works after the browser was opened again, and until it is given back', async () => {
    await browser.close();
    await start();
    await buy();
    expect(await told()).toEqual(['GET www.tiktok.com ok', 'POST kasir.test ok']);
    expect(await logbook.locator('.view-waiting').count()).toBe(0);
    await logbook.click('.view-give-back');
    await logbook.waitForSelector('details.request-view');
    expect(
      await logbook.evaluate(
        `chrome.permissions.getAll().then(({ permissions, origins }) => [permissions.includes('webRequest'), origins.length])`,
      ),
    ).toEqual([false, 4]);
    await buy();
    expect((await told()).length, 'nothing more').toBe(2);
    expect(await logbook.locator('.recording').count(), 'recording goes on').toBe(1);
  });
});
