import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { pageNamed } from '../../demo/shop/demo-pages';
import { FreeStage } from '../builders/free-browser-here';

const video = pageNamed('video-basket').address;
const plain = pageNamed('video-plain').address;
const pathOf = (address: string) => new URL(address).pathname;
const judged = ['step', 'yes', 'tokopedia'];

const asks = (path: string) => `fetch('https://api.kasir.test/${path}', { mode: 'no-cors' }).catch(() => 0)`;
const cashier = {
  host: 'api.kasir.test',
  answer: () => ({ status: 200, headers: { 'access-control-allow-origin': '*' }, body: 'yes' }),
};

describe('the extension’s life', () => {
  const stage = new FreeStage([cashier]);
  const children = (tabId: number) => stage.inPage(tabId, 'document.documentElement.children.length');
  const hosts = async () => (await stage.named('host_contacted')).map(({ host }) => host);
  const askCashier = (tabId: number) => stage.inPage(tabId, `${asks('x')}.then(() => null)`);

  test('after an update hosts are recorded as before, in pages that come then', async () => {
    const before = await stage.open(video);
    await stage.tells(before, 'tokopedia');
    await askCashier(before);
    await expect.poll(hosts, { timeout: 10_000 }).toContain('kasir.test');
    const counted = (await hosts()).length;
    await stage.browser.renew();
    // A page that comes in the very moment of the update, before the observer is registered anew, is not observed.
    await stage.observed();
    const after = await stage.open(video);
    await stage.tells(after, 'tokopedia');
    await askCashier(after);
    await expect
      .poll(async () => (await hosts()).slice(counted), { timeout: 10_000 })
      .toContain('kasir.test');
  });

  test('after an update open pages are judged, their flow goes on, and what they do next is followed', async () => {
    const tabId = await stage.open(video);
    await stage.tells(tabId, 'tokopedia');
    await stage.recorded([judged]);
    await stage.browser.renew();
    await stage.tells(tabId, 'tokopedia');
    await stage.inPage(tabId, `history.pushState(null, '', '${pathOf(plain)}')`);
    await expect.poll(() => stage.told(tabId), { timeout: 8000 }).not.toBe('tokopedia');
    await stage.inPage(tabId, `history.pushState(null, '', '${pathOf(video)}')`);
    await stage.tells(tabId, 'tokopedia');
    expect(await stage.named('flow_end')).toEqual([]);
    expect(await stage.named('flow_start')).toHaveLength(1);
  });

  test('after an update no note of before stands, and the next page has one', async () => {
    await stage.setNote(true);
    const tabId = await stage.open(video);
    await expect.poll(() => children(tabId), { timeout: 8000 }).toBe(3);
    await stage.browser.renew();
    // The page is judged anew, as if it had just come: it has one note at most, and that one can be taken away.
    await pause(3000);
    expect(await children(tabId)).toBeLessThanOrEqual(3);
    await stage.inPage(tabId, `history.pushState(null, '', '${pathOf(plain)}')`);
    await expect.poll(() => children(tabId), { timeout: 8000 }).toBe(2);
  });

  test('the background that is stopped and woken goes on with its flows', async () => {
    const tabId = await stage.open(video);
    await stage.recorded([judged]);
    await stage.browser.stopBackground();
    await stage.browser.go(tabId, pageNamed('shop-id-product').address);
    await expect.poll(async () => (await stage.named('step')).length, { timeout: 10_000 }).toBe(2);
    expect(await stage.named('flow_end')).toEqual([]);
    expect(await stage.named('flow_start')).toHaveLength(1);
  });

  test('a clock that is set back ends a flow, and the next one has its own time', async () => {
    const tabId = await stage.open(video);
    await stage.recorded([judged]);
    await stage.browser.inBackground(
      `{ const now = Date.now; Date = class extends Date { constructor(...at) { at.length ? super(...at) : super(now() - 48 * 3600e3); } static now() { return now() - 48 * 3600e3; } }; }`,
    );
    await stage.browser.go(tabId, pageNamed('shop-id-product').address);
    await expect.poll(async () => (await stage.named('flow_start')).length, { timeout: 10_000 }).toBe(2);
    expect(await stage.named('flow_end')).toMatchObject([{ end_reason: 'clock_set_back' }]);
    await stage.browser.stopBackground();
  });
});
