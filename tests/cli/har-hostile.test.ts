import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { judgeHar } from '../../cli/har/judge-har';
import { outsideBody } from '../../core/log/codebook';
import type { LogEvent } from '../../core/log/event';
import { admit } from '../../core/log/whitelist';
import { builtInRulebook as rulebook } from '../../core/rulebook/built-in';
import { pageNamed } from '../../demo/shop/demo-pages';
import { tempFolder } from '../builders/temp-folder';

const video = pageNamed('video-basket');
const folder = tempFolder('har-hostile');

function fileOf(text: string): string {
  const file = join(folder, 'a.har');
  writeFileSync(file, text);
  return file;
}

function judge(log: unknown) {
  const { lines, unreadable } = judgeHar(fileOf(JSON.stringify({ log })), rulebook, '0.1.0');
  const rows = [...lines];
  return { unreadable, output: rows.join('\n'), events: rows.map((row): LogEvent => JSON.parse(row)) };
}

const page = (address: string, text: unknown, more: object = {}) => ({
  startedDateTime: '2026-11-24T02:00:00.000Z',
  request: { method: 'GET', url: address, headers: [{ name: 'sec-fetch-dest', value: 'document' }] },
  response: { status: 200, content: { mimeType: 'text/html', text } },
  ...more,
});

describe('judge --har, personal data in every place of a file', () => {
  const canaries = [
    'Siti Nurbaya',
    'SitiNurbaya',
    '081234567890',
    'siti@example.org',
    'tok3nS3cr3t',
    '577000012345678901',
  ];
  const word = canaries.map((canary) => encodeURIComponent(canary)).join('/');
  const pairs = canaries.map((value) => ({ name: value, value }));
  const headers = [
    ...pairs,
    { name: 'Cookie', value: canaries.join('; ') },
    { name: 'Referer', value: `https://www.tiktok.com/@${word}` },
  ];
  const addresses = [
    `https://www.tiktok.com/@SitiNurbaya/video/577000012345678901?name=${word}#${word}`,
    `https://www.tiktok.com/@SitiNurbaya/live`,
    `https://www.tiktok.com/shop/pdp/SitiNurbaya/577000012345678901`,
    `https://shop-id.tokopedia.com/pdp/SitiNurbaya/577000012345678901?${word}`,
    `https://shop-id.tokopedia.com/SitiNurbaya/${word}`,
    `https://www.tokopedia.com/SitiNurbaya/tok3nS3cr3t-577000012345678901`,
    `https://pay.tokopediax.com/${word}`,
    `https://SitiNurbaya.tiktok.com/${word}`,
    `https://SitiNurbaya:tok3nS3cr3t@www.tokopedia.com/cart/${word}`,
  ];
  const asked = (address: string, second: number, type: string) => ({
    startedDateTime: `2026-11-24T02:00:${String(second).padStart(2, '0')}Z`,
    pageref: word,
    _resourceType: type,
    _initiator: { type: word, url: `https://SitiNurbaya.tokopedia.com/${word}` },
    comment: word,
    request: {
      method: type === 'document' ? 'POST' : 'SitiNurbaya',
      url: address,
      queryString: pairs,
      cookies: pairs,
      postData: { mimeType: word, text: word, params: pairs },
      headers: type === 'document' ? [...headers, { name: 'Sec-Fetch-Dest', value: 'document' }] : headers,
    },
    response: {
      status: 200,
      statusText: word,
      headers,
      cookies: pairs,
      content: {
        mimeType: 'text/html',
        text: `<title>${word}</title>${canaries.join()}<html><script src=a></script><p>Rp1.000</p><button>Beli sekarang</button>${/tiktok\.com\/@/.test(address) ? video.html : ''}`,
        comment: word,
      },
    },
    serverIPAddress: word,
  });

  test('is in no row, and no row lost a field to the guard', () => {
    const entries = addresses.flatMap((address, index) => [
      asked(address, index * 2, 'document'),
      asked(address.replace('www.', 'm.'), index * 2 + 1, 'SitiNurbaya'),
      asked(`https://SitiNurbaya.example.org/${word}`, index * 2 + 1, 'xhr'),
    ]);
    const { output, events } = judge({
      creator: { name: word, version: word },
      browser: { name: `Firefox ${word}`, version: `140.0 ${word}` },
      pages: [{ id: word, title: word }],
      entries,
    });
    expect(events.filter(({ event }) => event === 'step').length).toBeGreaterThan(3);
    expect(events.filter(({ event }) => event === 'host_contacted').length).toBeGreaterThan(20);
    for (const canary of canaries) {
      expect(output.toLowerCase()).not.toContain(canary.toLowerCase());
      expect(output.toLowerCase()).not.toContain(encodeURIComponent(canary).toLowerCase());
    }
    const body = (event: LogEvent) => Object.entries(event).filter(([name]) => !outsideBody.includes(name));
    for (const event of events) expect(admit(Object.fromEntries(body(event))).dropped).toEqual([]);
  });
});

describe('judge --har, entries that are not as they should be', () => {
  test('are left out and counted, and the rest is judged', () => {
    const { unreadable, events } = judge({
      entries: [
        ...[null, 7, 'text', [], {}],
        page('nowhere', ''),
        page(video.address, video.html, { startedDateTime: 'yesterday' }),
        page(video.address, video.html, { startedDateTime: 1e300 }),
        page(video.address, video.html, { startedDateTime: '2026-02-30T00:00:00Z' }),
        page(video.address, video.html, { startedDateTime: '2026-11-24' }),
        page(video.address, video.html, { request: null }),
        page(video.address, video.html),
      ],
    });
    expect(unreadable).toBe(11);
    expect(events.filter(({ event }) => event === 'step')).toHaveLength(1);
  });

  test('contact nobody where their address is none of the web, or has no name', () => {
    const nowhere =
      'data:text/html,x blob:https://www.tiktok.com/1 about:blank file:///etc/passwd javascript:1 ' +
      'chrome-extension://abc/x.html ftp://ftp.example.org/x https://10.0.0.1/x http://localhost/x';
    const others = nowhere
      .split(' ')
      .map((address) => page(address, video.html, { request: { url: address } }));
    const { unreadable, events } = judge({ entries: [page(video.address, video.html), ...others] });
    expect(unreadable).toBe(0);
    expect(events.filter(({ event }) => event === 'nav')).toHaveLength(1);
    expect(events.filter(({ event }) => event === 'host_contacted').map(({ host }) => host)).toEqual([
      'www.tiktok.com',
    ]);
  });

  test.each([
    ['no response', { response: undefined }],
    ['a response that is a list', { response: [] }],
    ['no content', { response: { status: 200 } }],
    [
      'content that is no text',
      { response: { status: 200, content: { mimeType: 'text/html', text: { a: 1 } } } },
    ],
    [
      'an unknown encoding',
      { response: { content: { mimeType: 'text/html; charset=x', text: '%%%', encoding: 'base64' } } },
    ],
    [
      'huge numbers',
      { time: 1e308, response: { status: 1e308, content: { mimeType: 'text/html', size: -1e308 } } },
    ],
    [
      'a half-sent page',
      { response: { status: 200, content: { mimeType: 'text/html', text: video.html.slice(0, 3000) } } },
    ],
    ['the years of nobody', { startedDateTime: '9999-12-31T23:59:59Z', response: { status: 200 } }],
  ])('never become a yes, nor a no: %s', (what, more) => {
    const { events } = judge({ entries: [page(video.address, '', more)] });
    for (const { basket, request_outcome } of events) {
      expect([null, 'unknown']).toContain(basket);
      expect([null, 'unknown', 'ok']).toContain(request_outcome);
    }
    // A status that no server gives is an error's: nothing came of it.
    if (what !== 'huge numbers') expect(events.map(({ event }) => event)).toContain('step');
  });

  test('may hold the names of what every object has', () => {
    const text = JSON.stringify({ log: { entries: [page(video.address, video.html)] } });
    const poisoned = text
      .replace('{"log":{', '{"__proto__":{"log":1},"log":{"__proto__":{"entries":7},"constructor":1,')
      .replace('"headers":[', '"__proto__":{"url":7},"headers":[{"name":"__proto__","value":"constructor"},')
      .replace('"response":', '"_resourceType":"__proto__","pageref":"constructor","response":');
    expect(poisoned).not.toBe(text);
    // These follow from the file's bytes.
    const ofFile = /_id$|^(?:request_type|chain|reading_digest)$/;
    const withoutIds = (har: string) =>
      [...judgeHar(fileOf(har), rulebook, '0.1.0').lines].map((line) =>
        Object.fromEntries(Object.entries(JSON.parse(line)).filter(([name]) => !ofFile.test(name))),
      );
    expect(withoutIds(`\uFEFF${poisoned}`)).toEqual(withoutIds(text));
    expect(({} as Record<string, unknown>).url).toBeUndefined();
  });
});
