import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { beginRecording } from '../../demo/begin-recording';
import type { DrivenBrowser, DrivenPage } from '../../demo/drive/driver';
import { type DemoServer, type OtherHost, startDemoServer } from '../../demo/server';
import { pageNamed } from '../../demo/shop/demo-pages';
import { axeFaults } from '../builders/axe-faults';
import { browserHere, builtHere, launchHere } from '../builders/browser-here';
import { withRightsGranted } from '../builders/manifest-variant';
import { eventsIn, readStore, rowsIn } from '../builders/read-store';

const canary = 'canary577000012345678';
const cors = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': '*',
  'access-control-allow-methods': '*',
  'content-type': 'text/html',
};
/** Takes payments, refuses them, sends the buyer on to the bank; its pages ask the bank too. */
const cashier: OtherHost = {
  host: 'api.kasir.test',
  answer: (path) => {
    if (path.startsWith('/refused')) return { status: 500, headers: cors, body: 'no' };
    if (path.startsWith('/pay'))
      return { status: 303, headers: { location: `https://www.bank.test/in?token=${canary}` }, body: '' };
    return { status: 200, headers: cors, body: 'yes' };
  },
};
const bank: OtherHost = {
  host: 'www.bank.test',
  answer: (path) => ({
    status: 200,
    headers: cors,
    body:
      path === '/frame'
        ? '<p>frame</p>'
        : `<title>Bank</title><script>fetch('https://track.bank-helper.test/${canary}')</script><iframe src="/frame"></iframe>`,
  }),
};
const tracker: OtherHost = {
  host: 'track.bank-helper.test',
  answer: () => ({ status: 200, headers: cors, body: '' }),
};

/** Run in a page: four ways to ask that the page's own list does not tell, or not fully. */
const purchase = `(async () => {
  const post = (url) => fetch(url, { method: 'POST', body: 'order=${canary}' }).catch(() => undefined);
  await post('https://api.kasir.test/create/${canary}?order=${canary}');
  await post('https://api.kasir.test/refused/${canary}');
  await post('https://dead.example/${canary}');
  const code = "fetch('https://api.kasir.test/worker/${canary}', { method: 'PUT', body: 'x' }).catch(() => 0).then(() => postMessage(1))";
  const worker = new Worker(URL.createObjectURL(new Blob([code])));
  await new Promise((resolve) => { worker.onmessage = resolve; });
})()`;

describe('the browser’s view of requests', () => {
  let server: DemoServer;
  let browser: DrivenBrowser;
  let logbook: DrivenPage;
  const extensionPath = withRightsGranted(builtHere);

  beforeAll(async () => {
    server = await startDemoServer([cashier, bank, tracker]);
    browser = await launchHere({ extensionPath, ...server, language: 'en' });
    logbook = await browser.newPage();
    await logbook.goto(browser.address('logbook.html'));
    await logbook.waitForSelector('.request-view');
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    rmSync(extensionPath, { recursive: true, force: true });
  });

  const rows = () => rowsIn(logbook);
  const events = () => eventsIn(logbook);
  const contacts = async () =>
    (await events()).filter(({ contact_source }) => contact_source === 'web-request');
  const told = async () =>
    (await contacts())
      .filter(({ host }) => host?.endsWith('.test') || host?.endsWith('.example'))
      .map(({ request_method, host, request_outcome }) => `${request_method} ${host} ${request_outcome}`);
  const visit = async (name: string) => {
    const page = await browser.newPage();
    await page.goto(pageNamed(name).address);
    // It is read when it rests, and is known then.
    await page.waitForTimeout(1200);
    return page;
  };

  test('keeps nothing while recording is off, and says on the consent what it would keep', async () => {
    expect(await logbook.textContent('.request-view')).toContain('Allowed for every host');
    expect(await logbook.textContent('.view-waiting')).toContain('No request has been reported so far');
    expect(await logbook.textContent('.consent .kept')).toContain('method and outcome of each request');
    const page = await visit('video-basket');
    await page.evaluate(purchase);
    await page.waitForTimeout(2500);
    await page.close();
    expect(await rows()).toEqual([]);
    await beginRecording(logbook);
    await logbook.waitForTimeout(2500);
    expect(await rows(), 'nor afterwards, of what was asked before').toEqual([]);
  });

  test('counts what a page asks with method and outcome: read or not, refused, dead, from a worker', async () => {
    const page = await visit('video-basket');
    await page.evaluate(purchase);
    await expect.poll(() => logbook.locator('.view-waiting').count()).toBe(0);
    await expect.poll(told, { timeout: 10_000 }).toEqual([
      'POST kasir.test ok',
      'POST kasir.test refused',
      'POST dead.example failed',
      // The codebook says it: Firefox lists the browser's own question before a foreign method, Chromium does not.
      ...(browserHere === 'Firefox' ? ['OPTIONS kasir.test ok'] : []),
      'PUT kasir.test ok',
    ]);
    expect((await contacts()).at(-1)).toMatchObject({
      event: 'host_contacted',
      step: 'basket',
      party: 'other',
      request_count: 1,
      initiator_host: 'www.tiktok.com',
    });
    await page.close();
  });

  test('counts the page’s own document and what it loads under its own step, though it was asked before', async () => {
    const page = await visit('video-basket');
    await page.goto(pageNamed('shop-id-product').address);
    await page.waitForTimeout(3000);
    const documents = (await contacts())
      .filter(({ request_type }) => request_type === 'main_frame')
      .slice(-2);
    expect(documents.map(({ step, host }) => [step, host])).toEqual([
      ['basket', 'www.tiktok.com'],
      ['product', 'shop-id.tokopedia.com'],
    ]);
    await page.close();
  });

  test('sees where the buyer is sent to pay, and nothing of what that page does', async () => {
    const page = await visit('shop-id-product');
    const before = (await told()).length;
    await page.evaluate(`(() => {
      const form = Object.assign(document.createElement('form'), { method: 'post', action: 'https://api.kasir.test/pay?order=${canary}' });
      document.body.append(form); form.submit();
    })()`);
    await page.waitForURL(/bank/);
    await expect
      .poll(async () => (await told()).slice(before), { timeout: 15_000 })
      .toEqual(['POST kasir.test ok', 'GET bank.test ok']);
    // Its address may be read now, but it is none of ours: the flow has left it.
    await expect
      .poll(async () => (await events()).at(-1), { timeout: 15_000 })
      .toMatchObject({ event: 'flow_end', end_reason: 'elsewhere' });
    await page.waitForTimeout(2500);
    expect((await told()).slice(before), 'nor does it ask anything more that is kept').toHaveLength(2);
    await page.close();
  });

  test('keeps nothing of a page that is no part of a flow', async () => {
    const flow = await visit('video-basket');
    const before = (await told()).length;
    const other = await browser.newPage();
    await other.goto('https://www.bank.test/');
    await other.evaluate(purchase);
    await flow.goto('https://www.bank.test/');
    await flow.evaluate(purchase);
    await flow.waitForTimeout(2500);
    expect((await told()).length).toBe(before);
    await other.close();
    await flow.close();
  });

  test('is woken by a request when the browser has stopped the background', async () => {
    const page = await visit('video-basket');
    await page.waitForTimeout(2500);
    const before = (await told()).length;
    await browser.stopBackground();
    await page.evaluate(`fetch('https://api.kasir.test/after', { method: 'POST' })`);
    await expect
      .poll(async () => (await told()).slice(before), { timeout: 10_000 })
      .toEqual(['POST kasir.test ok']);
    await page.close();
  });

  test('shows method and outcome in the rows of a flow', async () => {
    await logbook.reload();
    await logbook.click('.flow-row');
    await expect
      .poll(() => logbook.textContent('.log-rows'))
      .toContain('POST kasir.test × 1 (xmlhttprequest) ok');
  });

  test('says that it is on, in light and dark, without a fault that axe can find', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await logbook.emulateMedia({ colorScheme });
      expect(await axeFaults(logbook, '.request-view')).toEqual([]);
    }
  });

  test('keeps no path, no query and no content of any request', async () => {
    const stored = JSON.stringify([
      await rows(),
      await logbook.evaluate(readStore('flows')),
      await logbook.evaluate(readStore('state')),
    ]);
    expect(stored).not.toContain(canary);
    for (const word of ['/create', '/worker', 'bank-helper', 'order=']) expect(stored).not.toContain(word);
    expect(
      server.requests.some(({ path }) => path.includes(canary)),
      'it was asked',
    ).toBe(true);
  });

  test('stops with the recording', async () => {
    await logbook.click('.recording .stop');
    await logbook.waitForSelector('.consent');
    const before = (await rows()).length;
    const page = await visit('video-basket');
    await page.evaluate(purchase);
    await page.waitForTimeout(2500);
    expect((await rows()).length).toBe(before);
  });
});
