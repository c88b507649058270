import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { beginRecording } from '../../demo/begin-recording';
import type { DrivenBrowser, DrivenPage } from '../../demo/drive/driver';
import type { OtherHost } from '../../demo/server';
import { pageNamed } from '../../demo/shop/demo-pages';
import { eventsIn, rowsIn } from '../builders/read-store';
import { stageHere } from '../builders/stage-here';
import { endOf, startCapture } from '../builders/take-capture';
import { visitRecorded } from '../builders/visit-recorded';
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

/** Remembers which drawing stands on each tab's button: no browser tells. */
const watchIcons = `if (!globalThis.iconsOf) {
  const genuine = chrome.action.setIcon.bind(chrome.action);
  const iconsOf = (globalThis.iconsOf = {});
  chrome.action.setIcon = (icon) => { iconsOf[icon.tabId] = icon.path[16]; return genuine(icon); };
}`;

/** The last capture that was kept, as the gallery lists it. */
const lastCapture = `new Promise((resolve, reject) => {
  const opening = indexedDB.open('captures');
  opening.onerror = () => reject(opening.error);
  opening.onsuccess = () => {
    const all = opening.result.transaction('captures').objectStore('captures').index('taken').getAll();
    all.onsuccess = () => {
      opening.result.close();
      const { facts } = all.result.at(-1);
      resolve({ processor: facts.processor, answer: facts.answer.en });
    };
  };
})`;

describe('what stands in a page’s place', { timeout: 120_000 }, () => {
  let browser: DrivenBrowser;
  let logbook: DrivenPage;
  let page: DrivenPage;
  /** Null serves the page itself. */
  let served: StandIn | null = null;

  const rows = () => rowsIn(logbook);
  const events = () => eventsIn(logbook);

  beforeAll(async () => {
    const hosts = [...new Set(Object.values(kinds).map((address) => new URL(address).host))];
    const pages = hosts.map(
      (host): OtherHost => ({
        host,
        answer: (path) => {
          if (served === null) return null;
          const { status, body } = standIns[served];
          const isAsked = Object.values(kinds).some((address) => new URL(address).pathname === path);
          return isAsked ? { status, body, headers: { 'content-type': 'text/html; charset=utf-8' } } : null;
        },
      }),
    );
    ({ browser } = await stageHere({ language: 'en', pages }));
    logbook = await browser.newPage();
    await logbook.goto(browser.address('logbook.html'));
    await beginRecording(logbook);
  });
  beforeEach(async () => {
    page = await browser.newPage();
  });

  /** Captures what the tab shows, and gives what the capture says of it. */
  async function captured(): Promise<unknown> {
    const capture = await startCapture(browser, page, 'visible');
    expect(await endOf(capture)).toBeNull();
    // An error page may hold the page itself, with all that is personal in it.
    const all = capture.locator('button.keep-all');
    if ((await all.count()) > 0 && (await all.isEnabled())) await all.click();
    await capture.click('button.continue');
    await capture.waitForURL(/gallery\.html#/, { timeout: 60_000 });
    const told = await capture.evaluate(lastCapture);
    await capture.close();
    return told;
  }

  const iconOf = (address: string) =>
    browser.background.evaluate(
      `chrome.tabs.query({ url: '${address.replace(/\?.*/, '')}*' }).then((tabs) => iconsOf[tabs.at(-1).id])`,
    );

  test.each(ofMatrix(whole, telling))(
    '%s for %s is not known: toolbar, popup, record and capture',
    async (standIn, kind) => {
      served = standIn;
      const { state, says, reason } = standIns[standIn];
      await browser.background.evaluate(watchIcons);
      await page.goto(kinds[kind]);
      await expect.poll(() => browser.titleOf(page), { timeout: 10_000 }).toMatch(says);
      expect(await browser.badgeOf(page)).toBe('');
      expect(await iconOf(kinds[kind])).toBe('/icon/unknown-recording-16.png');
      // A page with nothing on it is called empty only after the last look.
      if (standIn === 'a blank page') await page.waitForTimeout(6000);
      const popup = await browser.openPopup(page);
      await popup.waitFor(`document.querySelector('main.state-${state}') !== null`, 10_000);
      await popup.waitFor(`document.body.textContent.includes(${JSON.stringify(reason)})`, 10_000);
      await popup.close();
      expect(await captured()).toMatchObject({ processor: 'unknown', answer: expect.stringMatching(says) });
      await page.close();
      expect((await events()).filter(({ event }) => ['step', 'drift', 'verdict'].includes(event))).toEqual(
        [],
      );
    },
  );

  test('is no step of a flow that is under way: the record knows where it went, and nothing else', async () => {
    served = null;
    await visitRecorded(page, kinds['a video'], logbook);
    served = 'a 404';
    const before = (await rows()).length;
    await visitRecorded(page, kinds['a shop-id product'], logbook);
    await page.waitForTimeout(3000);
    const after = (await events()).slice(before);
    expect(after.filter(({ event }) => event === 'nav')).toMatchObject([
      { surface: 'shop-tokopedia', step: null, page_host: 'shop-id.tokopedia.com' },
    ]);
    expect(after.filter(({ event }) => ['step', 'verdict', 'signal', 'drift'].includes(event))).toEqual([]);
    await page.close();
  });
});
