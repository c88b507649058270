import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { pageNamed } from '../../demo/shop/demo-pages';
import { browserHere } from '../builders/browser-here';
import { FreeStage, says, textOf } from '../builders/free-browser-here';
import { isWholeRun, ofMatrix } from '../run/whole-run';

const video = pageNamed('video-basket').address;
const plain = pageNamed('video-plain').address;
const pathOf = (address: string) => new URL(address).pathname;
const { html } = pageNamed('video-basket');
const judged = ['step', 'yes', 'tokopedia'];
const silent = 'The page does not answer just now';

/** Pages of TikTok's host that come slowly: their state late, or at once and then no end. */
const late = 'https://www.tiktok.com/@late/video/7600000000000000101';
const endless = 'https://www.tiktok.com/@endless/video/7600000000000000101';
const stateEnds = html.indexOf('</script>', html.indexOf('__UNIVERSAL_DATA')) + '</script>'.length;
const stateBegins = html.indexOf('<script', html.indexOf('<head'));
const headers = { 'content-type': 'text/html; charset=utf-8' };
const slowPages = {
  host: 'www.tiktok.com',
  answer: (path: string) => {
    if (path === pathOf(late))
      return {
        status: 200,
        headers,
        body: `${html.slice(0, stateBegins)}<p>${'.'.repeat(2000)}</p>`,
        later: [{ after: 3000, body: html.slice(stateBegins) }],
      };
    if (path === pathOf(endless))
      return {
        status: 200,
        headers,
        body: html.slice(0, stateEnds),
        later: [{ after: 12_000, body: html.slice(stateEnds) }],
      };
    return null;
  },
};

/** Keeps the page from doing anything else for a while, from now on. By a message: a tab that is not in front has late timers. */
const busyFor = (ms: number) =>
  `void (() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => { for (const end = Date.now() + ${ms}; Date.now() < end;); };
    port2.postMessage(null);
  })()`;

describe('a page’s life', () => {
  const stage = new FreeStage([slowPages]);
  const children = (tabId: number) => stage.inPage(tabId, 'document.documentElement.children.length');

  test('a page that is too busy to answer the popup keeps its answer, in the toolbar and in the record', async () => {
    const tabId = await stage.open(video);
    await stage.tells(tabId, 'tokopedia');
    await stage.recorded([judged]);
    const popup = await stage.popupOn(tabId);
    await says(popup, 'PT Tokopedia');
    // Opened anew while the page is busy: Firefox opens no tab then.
    await stage.inPage(tabId, busyFor(8000));
    await popup.evaluate('void setTimeout(() => location.reload())');
    await says(popup, silent);
    expect(await textOf(popup)).toContain('PT Tokopedia');
    expect(await stage.told(tabId)).toBe('tokopedia');
    // The popup asks again, and the page is free again by then.
    await expect.poll(() => textOf(popup), { timeout: 20_000 }).not.toContain(silent);
    expect(await textOf(popup)).toContain('PT Tokopedia');
    expect(await stage.told(tabId)).toBe('tokopedia');
    expect(await stage.judgements()).toEqual([judged]);
  });

  test('a page that is busy when the background wakes keeps its answer in the record', async () => {
    const tabId = await stage.open(video);
    await stage.tells(tabId, 'tokopedia');
    await stage.recorded([judged]);
    await stage.inPage(tabId, busyFor(5000));
    await stage.browser.stopBackground();
    await stage.open(plain);
    await pause(7000);
    expect(await stage.judgements()).toEqual([judged]);
    expect(await stage.told(tabId)).toBe('tokopedia');
  });

  test('a page that nobody changed gets no new row, by the popup, by another language, nor by a new start', async () => {
    const tabId = await stage.open(video);
    await stage.tells(tabId, 'tokopedia');
    await stage.recorded([judged]);
    const before = (await stage.events()).length;
    const popup = await stage.popupOn(tabId);
    await says(popup, 'PT Tokopedia');
    for (const [language, word] of [
      ['id', 'diproses'],
      ['en', 'processed'],
    ]) {
      await stage.byExtension(`chrome.storage.local.set({ language: '${language}' }).then(() => null)`);
      await expect.poll(() => stage.title(tabId), { timeout: 5000 }).toContain(word);
      // The popup is open, and speaks it too.
      await says(popup, word as string);
    }
    await pause(500);
    expect((await stage.events()).length).toBe(before);
  });

  test.each(
    ofMatrix(
      ['#:~:text=BASKET', '#x:~:text=BASKET', '?q=1#:~:text=BASKET', '#', '#hash'],
      ['?q=1#:~:text=BASKET'],
    ),
  )('an address with %s behind it is judged like the address alone', async (behind) => {
    const tabId = await stage.open(video + behind);
    await stage.tells(tabId, 'tokopedia');
    await stage.recorded([judged]);
    const popup = await stage.popupOn(tabId);
    await says(popup, 'PT Tokopedia');
    const asked = `chrome.runtime.sendMessage({ topic: 'judgement.get', ask: { tabId: ${tabId} } })`;
    expect(await popup.evaluate(asked)).toMatchObject({ answer: { verdict: { basket: 'yes' } } });
  });

  test('a page cannot silence its answer by writing a text fragment into its address', async () => {
    const tabId = await stage.open(video);
    await stage.tells(tabId, 'tokopedia');
    await stage.inPage(tabId, `history.replaceState(null, '', '#:~:text=Video')`);
    await pause(800);
    expect(await stage.told(tabId)).toBe('tokopedia');
  });

  test('a user name in an address changes nothing', async () => {
    const tabId = await stage.open(video);
    await stage.byExtension(
      `chrome.tabs.update(${tabId}, { url: ${JSON.stringify(video.replace('https://', 'https://user:pw@'))} }).then(() => null)`,
    );
    await pause(1500);
    await stage.tells(tabId, 'tokopedia');
  });

  test('a page that comes back is kept by the browser: this driver meets the way back as people do', async () => {
    const tabId = await stage.open(video);
    await stage.inPage(
      tabId,
      `void addEventListener('pageshow', ({ persisted }) => { window.cameBack = persisted; })`,
    );
    await stage.browser.go(tabId, plain);
    await stage.tells(tabId, 'none');
    await stage.browser.back(tabId, video);
    expect(await stage.inPage(tabId, 'window.cameBack')).toBe(true);
    await stage.tells(tabId, 'tokopedia');
  });

  test('a note does not come back with its page, nor stand over the next video', async () => {
    await stage.setNote(true);
    const tabId = await stage.open(video);
    await expect.poll(() => children(tabId), { timeout: 5000 }).toBe(3);
    await stage.browser.go(tabId, plain);
    await stage.browser.back(tabId, video);
    await stage.tells(tabId, 'tokopedia');
    await pause(300);
    expect(await children(tabId)).toBe(2);
    await stage.inPage(tabId, `history.pushState(null, '', '${pathOf(plain)}')`);
    await pause(1000);
    expect(await children(tabId)).toBe(2);
  });

  test('an open popup follows its tab: within the page, to another site, and through a reload', async () => {
    const tabId = await stage.open(video);
    const popup = await stage.popupOn(tabId);
    await says(popup, 'PT Tokopedia');
    await stage.browser.go(tabId, plain);
    await says(popup, 'has no yellow basket');
    await stage.browser.go(tabId, video);
    await says(popup, 'processed by PT Tokopedia');
    // Its state is about the video before: that is said, not the old answer.
    await stage.inPage(tabId, `history.pushState(null, '', '/@contoh/video/7600000000000000777')`);
    await expect.poll(() => textOf(popup), { timeout: 10_000 }).not.toContain('processed by PT Tokopedia');
    await stage.byExtension(`chrome.tabs.reload(${tabId}).then(() => null)`);
    await pause(500);
    await stage.browser.go(tabId, video);
    await says(popup, 'processed by PT Tokopedia');
    await stage.byExtension(`chrome.tabs.update(${tabId}, { url: 'about:blank' }).then(() => null)`);
    await says(popup, 'belongs neither to TikTok');
  });

  test('a page that rewrites its query a hundred times a second keeps its answer', async () => {
    const tabId = await stage.open(video);
    await stage.tells(tabId, 'tokopedia');
    await stage.recorded([judged]);
    // Browsers refuse more than two hundred in some seconds.
    await stage.inPage(
      tabId,
      `void ((n) => { const storm = setInterval(() => { history.replaceState(null, '', '?n=' + (n += 1)); if (n > 180) clearInterval(storm); }, 10); })(0)`,
    );
    const told = new Set<string>();
    for (const end = Date.now() + 1500; Date.now() < end; await pause(40)) told.add(await stage.told(tabId));
    const popup = await stage.popupOn(tabId);
    await says(popup, 'processed by PT Tokopedia');
    expect([...told]).toEqual(['tokopedia']);
    await pause(1500);
    expect(await stage.judgements()).toEqual([judged]);
  });

  test('a page whose data come late is said to be loading, and judged once, when they are there', async () => {
    const tabId = await stage.begin(late);
    await pause(400);
    const popup = await stage.popupOn(tabId);
    await says(popup, 'still loading');
    expect(await stage.told(tabId)).not.toBe('unknown');
    await stage.tells(tabId, 'tokopedia');
    await says(popup, 'processed by PT Tokopedia');
    await stage.recorded([judged]);
  });

  test('a page that does not come to its end is answered for as soon as its data are there', async () => {
    const tabId = await stage.begin(endless);
    await pause(1000);
    const popup = await stage.popupOn(tabId);
    await says(popup, 'processed by PT Tokopedia');
    const isLoading = `chrome.tabs.get(${tabId}).then(({ status }) => status)`;
    expect(await stage.byExtension(isLoading), 'before its end').toBe('loading');
    await stage.tells(tabId, 'tokopedia');
  });

  test.each([
    'about:blank',
    ...(browserHere === 'Chromium' && isWholeRun ? ['chrome://version/', 'data:text/html,halo'] : []),
  ])('%s belongs neither to TikTok nor to Tokopedia', async (address) => {
    const tabId = await stage.begin(address);
    await pause(500);
    const popup = await stage.popupOn(tabId);
    await says(popup, 'belongs neither to TikTok');
    expect(await stage.told(tabId)).not.toBe('unknown');
  });

  test('a page that writes itself anew is judged anew', async () => {
    const tabId = await stage.open(video);
    await stage.tells(tabId, 'tokopedia');
    // The other video's page at this one's address.
    const other = pageNamed('video-plain').html.replaceAll('7600000000000000102', '7600000000000000101');
    await stage.inPage(
      tabId,
      `void setTimeout(() => { document.open(); document.write(${JSON.stringify(other)}); document.close(); })`,
    );
    await stage.tells(tabId, 'none');
  });
});
