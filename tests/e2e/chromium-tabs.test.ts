import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { pageNamed } from '../../demo/shop/demo-pages';
import { FreeStage } from '../builders/free-browser-here';

const video = pageNamed('video-basket').address;
const plain = pageNamed('video-plain').address;
const pathOf = (address: string) => new URL(address).pathname;
const judged = ['step', 'yes', 'tokopedia'];
const html = { 'content-type': 'text/html; charset=utf-8' };

/** A page that has another one prepared, and one that asks a payment host at once and a little later. */
const preparing = 'https://www.tiktok.com/@preparing/video/7600000000000000102';
const prepared = 'https://www.tiktok.com/@prepared/video/7600000000000000101';
const rules = JSON.stringify({
  prerender: [{ source: 'list', urls: [pathOf(prepared)], eagerness: 'immediate' }],
});
const asks = (path: string) => `fetch('https://api.kasir.test/${path}', { mode: 'no-cors' }).catch(() => 0)`;
const inHead = (page: string, script: string) => page.replace('</head>', `${script}</head>`);
const tiktok = {
  host: 'www.tiktok.com',
  answer: (path: string) => {
    if (path === pathOf(preparing))
      return {
        status: 200,
        headers: html,
        body: inHead(pageNamed('video-plain').html, `<script type="speculationrules">${rules}</script>`),
      };
    if (path === pathOf(prepared))
      return {
        status: 200,
        headers: html,
        body: inHead(
          pageNamed('video-basket').html,
          `<script>${asks('first')}; document.addEventListener('prerenderingchange', () => setTimeout(() => ${asks('shown')}, 500))</script>`,
        ),
      };
    return null;
  },
};
const cashier = {
  host: 'api.kasir.test',
  answer: () => ({ status: 200, headers: { 'access-control-allow-origin': '*' }, body: 'yes' }),
};

describe('what Chromium alone does to a tab', () => {
  const stage = new FreeStage([tiktok, cashier]);
  const hosts = async () => (await stage.named('host_contacted')).map(({ host }) => host);

  test('a tab that was laid aside keeps its flow under its new number', async () => {
    const tabId = await stage.open(video);
    await stage.tells(tabId, 'tokopedia');
    await stage.recorded([judged]);
    await stage.open(plain);
    const kept = Number(await stage.byExtension(`chrome.tabs.discard(${tabId}).then(({ id }) => id)`));
    expect(kept).not.toBe(tabId);
    await pause(500);
    await stage.browser.stopBackground();
    await pause(500);
    await stage.byExtension(`chrome.tabs.update(${kept}, { active: true }).then(() => null)`);
    await stage.tells(kept, 'tokopedia');
    await pause(500);
    expect(await stage.named('flow_end')).toEqual([]);
    expect(await stage.judgements()).toEqual([judged]);
    await stage.byExtension(`chrome.tabs.remove(${kept}).then(() => null)`);
  });

  test('a page that was prepared is judged when it is shown, with the hosts that it asked before and after', async () => {
    const tabId = await stage.open(preparing);
    await stage.tells(tabId, 'none');
    await pause(2500);
    expect(await stage.judgements()).toEqual([]);
    expect(await hosts()).not.toContain('kasir.test');
    await stage.inPage(tabId, `void setTimeout(() => { location.href = '${pathOf(prepared)}'; })`);
    await stage.tells(tabId, 'tokopedia');
    const activation = `performance.getEntriesByType('navigation')[0].activationStart`;
    expect(Number(await stage.inPage(tabId, activation)), 'it was prepared').toBeGreaterThan(0);
    await stage.recorded([judged]);
    const asked = async () =>
      (await stage.named('host_contacted'))
        .filter(({ host }) => host === 'kasir.test')
        .reduce((sum, { request_count = 1 }) => sum + Number(request_count), 0);
    await expect.poll(asked, { timeout: 12_000 }).toBe(2);
  });
});
