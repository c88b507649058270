import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { eventOf } from '../../core/log/chain';
import type { LogEvent, LogRow } from '../../core/log/event';
import type { DrivenBrowser, DrivenPage } from '../../demo/drive/driver';
import { type DemoServer, startDemoServer } from '../../demo/server';
import { pageNamed } from '../../demo/shop/demo-pages';
import { launchHere } from '../builders/browser-here';
import { readStore } from '../builders/read-store';
import { ofMatrix } from '../run/whole-run';

const kinds = {
  'a shop-id product': pageNamed('shop-id-product').address,
  'a video': pageNamed('video-basket').address,
  'a product of another region': pageNamed('us-product').address,
  'the feed': 'https://www.tiktok.com/foryou',
} as const;

const document = (title: string, body: string) =>
  `<!doctype html><html><head><title>${title}</title></head><body>${body}</body></html>`;
const noPage = /page itself did not come/;
const standIns = {
  // With the good page as its body: the status outweighs it.
  'a 403': {
    status: 403,
    body: pageNamed('video-basket').html,
    state: 'unknown',
    says: noPage,
    reason: 'an error came',
  },
  'a 404': {
    status: 404,
    body: document('404 Not Found', '<h1>404 Not Found</h1>'),
    state: 'unknown',
    says: noPage,
    reason: 'an error came',
  },
  'a challenge': {
    status: 200,
    body: document('Just a moment...', '<p>Verify you are human to continue</p>'),
    state: 'check',
    says: /robot check stands here/,
    reason: 'whether the visitor is human',
  },
  'a log-in wall': {
    status: 200,
    body: document('Log in | TikTok', '<h1>Log in</h1><form><input type="password"></form>'),
    state: 'unknown',
    says: noPage,
    reason: 'request to log in',
  },
  'a blank page': {
    status: 200,
    body: document('', ''),
    state: 'unknown',
    says: noPage,
    reason: 'its document is empty',
  },
} as const;

type Kind = keyof typeof kinds;
type StandIn = keyof typeof standIns;
const whole = (Object.keys(kinds) as Kind[]).flatMap((kind) =>
  (Object.keys(standIns) as StandIn[]).map((standIn) => [standIn, kind] as const),
);
const telling = [
  ['a 403', 'a video'],
  ['a blank page', 'a shop-id product'],
] as const;

describe('what stands in a page’s place', () => {
  let server: DemoServer;
  let browser: DrivenBrowser;
  let logbook: DrivenPage;
  let page: DrivenPage;
  let served: StandIn = 'a 403';

  const rows = async () => (await logbook.evaluate(readStore('rows'))) as LogRow[];
  const events = async () =>
    (await rows()).flatMap(({ body }) => (body === null ? [] : [eventOf(body) as LogEvent]));

  beforeAll(async () => {
    const hosts = [...new Set(Object.values(kinds).map((address) => new URL(address).host))];
    server = await startDemoServer(
      hosts.map((host) => ({
        host,
        answer: (path) => {
          const { status, body } = standIns[served];
          const isAsked = Object.values(kinds).some((address) => new URL(address).pathname === path);
          return isAsked ? { status, body, headers: { 'content-type': 'text/html; charset=utf-8' } } : null;
        },
      })),
    );
    browser = await launchHere({ ...server, language: 'en' });
    logbook = await browser.newPage();
    await logbook.goto(browser.address('logbook.html'));
    await logbook.check('[name=agree]');
    await logbook.click('.consent .primary');
    await logbook.waitForSelector('.recording');
  });
  beforeEach(async () => {
    page = await browser.newPage();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  test.each(ofMatrix(whole, telling))(
    '%s for %s is not known: toolbar, popup and record',
    async (standIn, kind) => {
      served = standIn;
      const { state, says, reason } = standIns[standIn];
      await page.goto(kinds[kind]);
      await expect.poll(() => browser.titleOf(page), { timeout: 10_000 }).toMatch(says);
      expect(await browser.badgeOf(page)).toBe('?');
      // A page with nothing on it is called empty only after the last look.
      if (standIn === 'a blank page') await page.waitForTimeout(6000);
      const popup = await browser.openPopup(page);
      await popup.waitFor(`document.querySelector('main.state-${state}') !== null`, 10_000);
      await popup.waitFor(`document.body.textContent.includes(${JSON.stringify(reason)})`, 10_000);
      await popup.close();
      await page.close();
      expect((await events()).filter(({ event }) => ['step', 'drift', 'verdict'].includes(event))).toEqual(
        [],
      );
    },
  );
});
