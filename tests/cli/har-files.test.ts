import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { judgeHar } from '../../cli/har/judge-har';
import type { LogEvent } from '../../core/log/event';
import { builtInRulebook as rulebook } from '../../core/rulebook/built-in';
import { pageNamed } from '../../demo/shop/demo-pages';
import { tempFolder } from '../builders/temp-folder';

const video = pageNamed('video-basket');
const product = pageNamed('shop-id-product');
const folder = tempFolder('har-files');
let file: string;

beforeAll(() => {
  file = join(folder, 'walk.har');
});

const at = (clock: string) => `2026-11-24T${clock}Z`;

interface Asked {
  url?: string;
  when?: unknown;
  status?: unknown;
  mime?: string;
  text?: unknown;
  size?: number;
  method?: string;
  sent?: Record<string, string>;
  location?: string;
  more?: object;
}

/** An entry as developer tools write it. */
const entry = ({ url = video.address, when = at('02:00:00'), status = 200, ...rest }: Asked) => ({
  startedDateTime: when,
  time: 12.5,
  request: {
    method: rest.method ?? 'GET',
    url,
    headers: Object.entries(rest.sent ?? {}).map(([name, value]) => ({ name, value })),
  },
  response: {
    status,
    redirectURL: rest.location ?? '',
    headers: [],
    content: { size: rest.size ?? 1, mimeType: rest.mime ?? 'text/html; charset=utf-8', text: rest.text },
  },
  ...rest.more,
});
const pageEntry = (asked: Asked) =>
  entry({ text: video.html, ...asked, sent: { 'Sec-Fetch-Dest': 'document', ...asked.sent } });

function judge(entries: readonly unknown[]) {
  writeFileSync(file, JSON.stringify({ log: { version: '1.2', entries } }));
  const rows = [...judgeHar(file, rulebook, '0.1.0').lines];
  return { output: rows.join('\n'), events: rows.map((row): LogEvent => JSON.parse(row)) };
}
const only = (events: readonly LogEvent[], name: string) => events.filter(({ event }) => event === name);

describe('judge --har, whose the events are', () => {
  const judgedFor = (of: Parameters<typeof judgeHar>[3], entries = [pageEntry({})]) => {
    writeFileSync(file, JSON.stringify({ log: { version: '1.2', entries } }));
    return [...judgeHar(file, rulebook, '0.1.0', of).lines].map((line) => JSON.parse(line));
  };

  test('is told by the study and the participant that were given', () => {
    for (const event of judgedFor({ study: 'uji-coba', participant: 'P12' }))
      expect(event).toMatchObject({ study_id: 'uji-coba', participant_id: 'P12', participant_code: 'P12' });
    const [pseudonym] = judgedFor({ participant: 'a1'.repeat(16) });
    expect(pseudonym).toMatchObject({ participant_id: 'a1'.repeat(16), participant_code: null });
  });

  test('is a person of its own for each file where nothing was said: two are not one cluster', () => {
    const [one] = judgedFor({});
    const [other] = judgedFor({}, [pageEntry({ when: at('03:00:00') })]);
    expect(one.participant_id).not.toBe(other.participant_id);
    expect(one.export_id).not.toBe(other.export_id);
  });

  test('numbers its rows in a chain, and leaves what was read in the file', () => {
    const events = judgedFor({});
    expect(events.map(({ n }) => n)).toEqual(events.map((_event, index) => index + 1));
    expect(new Set(events.map(({ chain }) => chain)).size).toBe(events.length);
    expect(events.some((event) => 'reading' in event)).toBe(false);
    expect(events.find(({ event }) => event === 'step').reading_digest).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('judge --har, the pages of a file', () => {
  test.each([
    ['2023-10-04T16:59:00+07:00', 'own-shop', 'tiktok-shop', 420],
    ['2023-10-04T17:01:00+07:00', 'closed', 'none', 420],
    ['2023-10-04T10:01:00Z', 'closed', 'none', 0],
    ['2024-01-10T08:00:00-05:30', 'transition', 'conflicting', -330],
    ['2024-03-27T00:00:00.000+07:00', 'migrated', 'tokopedia', 420],
    ['2023-10-04T09:59:00', 'own-shop', 'tiktok-shop', 0],
    ['2023-10-04T16:59:00', 'closed', 'none', 0],
  ])('are judged for the moment they were asked for: %s', (when, phase, processor, tz_offset_min) => {
    const [step] = only(judge([pageEntry({ when })]).events, 'step');
    expect(step).toMatchObject({ basket: 'yes', phase, processor, tz_offset_min });
  });

  test('are read where they are kept as base64, and only then', () => {
    const kept = pageEntry({ text: Buffer.from(video.html).toString('base64') });
    expect(only(judge([kept]).events, 'step')).toMatchObject([{ basket: 'unknown' }]);
    Object.assign(kept.response.content, { encoding: 'base64' });
    expect(only(judge([kept]).events, 'step')).toMatchObject([{ basket: 'yes', processor: 'tokopedia' }]);
  });

  test('are what the tab was led to: no frame, no prefetch, no download, no failure', () => {
    const { events } = judge([
      pageEntry({}),
      pageEntry({ url: product.address, when: at('02:00:01'), sent: { 'Sec-Fetch-Dest': 'iframe' } }),
      pageEntry({
        url: product.address,
        when: at('02:00:02'),
        sent: { 'Sec-Purpose': 'prefetch;prerender' },
      }),
      pageEntry({ url: product.address, when: at('02:00:03'), mime: 'application/pdf' }),
      pageEntry({ url: product.address, when: at('02:00:04'), status: 0, mime: 'x-unknown' }),
      pageEntry({ url: product.address, when: at('02:00:05'), status: 204, mime: '' }),
    ]);
    expect(only(events, 'nav')).toHaveLength(1);
    expect(only(events, 'host_contacted').map((row) => [row.request_type, row.request_outcome])).toEqual([
      ['document', 'ok'],
      ['iframe', 'ok'],
      ['document', 'ok'],
      ['document', 'failed'],
    ]);
  });

  test('are the first documents of HAR pages and those of our hosts, where the browser does not say what it asked for', () => {
    const frame = 'https://artikel.test/frame';
    const { events } = judge([
      entry({ text: video.html, more: { pageref: 'page_1', _resourceType: 'document' } }),
      entry({ url: frame, when: at('02:00:01'), more: { pageref: 'page_1' } }),
      entry({ url: product.address, text: product.html, when: at('02:00:02'), more: { pageref: 'page_1' } }),
    ]);
    expect(only(events, 'nav').map(({ page_host, ts }) => [page_host, ts])).toEqual([
      ['www.tiktok.com', Date.parse(at('02:00:00'))],
      ['shop-id.tokopedia.com', Date.parse(at('02:00:02'))],
    ]);
  });

  test('take along the redirects that led to them, even into the flow that they begin', () => {
    const hop = { status: 302, mime: 'x-unknown', text: undefined, location: video.address };
    const { events } = judge([
      pageEntry({ ...hop, url: 'https://vt.tiktok.com/ZSabc/' }),
      pageEntry({ when: at('02:00:01') }),
      pageEntry({ ...hop, url: 'https://artikel.test/out', when: at('02:00:02') }),
      pageEntry({ url: product.address, text: product.html, when: at('02:00:03') }),
    ]);
    expect(only(events, 'flow_start')).toHaveLength(1);
    expect(only(events, 'host_contacted').map(({ step, host }) => `${step} ${host}`)).toEqual([
      'basket vt.tiktok.com',
      'basket www.tiktok.com',
      'product artikel.test',
      'product shop-id.tokopedia.com',
    ]);
  });

  test('end the flow where they are nobody’s we know, and are not written themselves', () => {
    const elsewhere = pageEntry({ url: 'https://artikel.test/bank', when: at('02:05:00') });
    const later = entry({ url: 'https://cdn.artikel.test/x', when: at('02:06:00'), mime: 'image/png' });
    const { events, output } = judge([pageEntry({}), elsewhere, later]);
    expect(events.at(-1)).toMatchObject({
      event: 'flow_end',
      end_reason: 'elsewhere',
      ts: Date.parse(at('02:05:00')),
    });
    expect(output).not.toContain('artikel');
  });
});

/** A walk of two pages in a browser's own words, as other tools write it down. */
const walk = () => [
  pageEntry({
    sent: { 'User-Agent': 'Mozilla/5.0 (X11) Chrome/156.0.0.0 Safari/537.36', Accept: 'text/html,*/*' },
  }),
  entry({
    url: 'https://www.tiktok.com/api/post/item_list/?a=1',
    when: at('02:00:01'),
    mime: 'application/json',
  }),
  pageEntry({ url: product.address, text: product.html, when: at('02:00:02') }),
];
describe('judge --har, what other tools wrote', () => {
  test('is named by the User-Agent that the servers saw', () => {
    expect(judge(walk()).events[0]?.browser).toBe('Chromium 156');
  });

  test.each([
    'no healthy upstream',
    'upstream connect error or disconnect/reset before headers',
    '404 page not found',
  ])('takes a line of plain text that was answered with 200 for no page: %s', (text) => {
    const { events } = judge([
      pageEntry({}),
      pageEntry({ url: product.address, when: at('02:01:00'), text }),
    ]);
    expect(events.filter(({ event }) => event === 'step').map(({ kind }) => kind)).toEqual(['video']);
    expect(events.filter(({ event }) => event === 'drift')).toEqual([]);
  });

  test('ends with one sum: pages, bodies that are missing or packed, what is not recognised, the interface', () => {
    const packed = pageEntry({
      text: '\u001f\ufffd\b\u0000<a',
      when: at('02:00:05'),
      url: `${video.address}2`,
    });
    const odd = entry({
      url: 'https://www.tiktok.com/about-nothing-known',
      when: at('02:00:06'),
      more: { pageref: 'x' },
    });
    writeFileSync(file, JSON.stringify({ log: { entries: [...walk(), packed, odd] } }));
    const { lines, summary } = judgeHar(file, rulebook, '0.1.0');
    const rows = [...lines].map((row): LogEvent => JSON.parse(row));
    expect(summary).toEqual({ pages: 3, withoutBody: 1, notRecognised: 1, interfaceAnswers: 1 });
    expect(rows.filter(({ event }) => event === 'drift')).toEqual([]);
  });

  test('takes a page that was answered with an error for no step of buying', () => {
    for (const status of [400, 403, 404, 429, 451, 500, 503]) {
      const refused = pageEntry({ url: product.address, text: '<p>x</p>', status, when: at('02:00:05') });
      expect(judge([refused]).events).toEqual([]);
      const { events } = judge([pageEntry({}), refused]);
      expect(only(events, 'step')).toMatchObject([{ step: 'basket', basket: 'yes' }]);
      expect(only(events, 'drift')).toEqual([]);
    }
  });

  test('takes pages that a tool asked for, which says that it takes anything', () => {
    const asked = (agent: string) =>
      judge([entry({ text: video.html, sent: { Accept: '*/*', 'User-Agent': agent } })]).events;
    for (const agent of ['', 'insomnia/9.3.2', 'curl/8.5.0', 'HTTPie/3.2.2'])
      expect(only(asked(agent), 'step'), agent).toHaveLength(1);
    // A program of a page's own says so too.
    expect(asked('Mozilla/5.0 (X11; Linux) Firefox/140.0')).toEqual([]);
  });

  test('says of a page that came why it could not be read, and lets its address speak', () => {
    for (const [text, why] of [
      ['\u001f\ufffd\b\u0000<a', 'packed'],
      ['', 'no-body'],
    ] as const) {
      const { events } = judge([pageEntry({ url: product.address, text })]);
      expect(only(events, 'step')).toMatchObject([{ basket: 'yes' }]);
      expect(only(events, 'unread')).toContainEqual(
        expect.objectContaining({ unread_what: 'file', unread_why: why }),
      );
      expect(only(events, 'drift')).toEqual([]);
    }
  });

  test('names the browser by who asked for pages, not by the first program of the machine', () => {
    const other = entry({
      url: 'https://example.org/a',
      mime: 'application/json',
      when: at('01:00:00'),
      sent: { 'User-Agent': 'Mozilla/5.0 Chrome/120.0.0.0 Safari/537.36' },
    });
    const page = pageEntry({
      sent: { 'User-Agent': 'Mozilla/5.0 (Macintosh) Version/17.4 Safari/605.1.15' },
    });
    for (const { browser } of judge([other, page]).events) expect(browser).toBe('Safari 17');
  });

  test('takes an answer in which nothing came, or that leads nowhere, for no step of buying', () => {
    const asked = { url: product.address, text: '', when: at('02:00:05') };
    for (const nothing of [{ size: 0 }, { status: 102 }, { status: 307 }, { status: 204 }])
      expect(judge([pageEntry({ ...asked, ...nothing })]).events).toEqual([]);
    const withoutBodies = [pageEntry({ ...asked, size: 12 }), pageEntry({ ...asked, size: 0, status: 304 })];
    for (const kept of withoutBodies)
      expect(only(judge([kept]).events, 'step')).toMatchObject([{ basket: 'yes' }]);
  });

  test('leaves out what stood in a page’s place for a moment, and what has no time of its own', () => {
    const challenge = pageEntry({ text: '<title>Please wait...</title>' });
    const { events } = judge([challenge, pageEntry({ when: at('02:00:02') })]);
    expect(only(events, 'step')).toMatchObject([{ basket: 'yes' }]);
    expect(only(events, 'drift')).toEqual([]);
    for (const when of ['1970-01-01T00:00:00.000Z', '1970-01-01T07:00:00+07:00', '1999-12-31T00:00:00Z'])
      expect(judge([pageEntry({ when })]).events).toEqual([]);
  });
});

describe('judge --har, the time of a file', () => {
  const image = (clock: string) =>
    entry({ url: 'https://p16.tiktokcdn.com/x.jpg', when: at(clock), mime: 'image/jpeg' });

  test('is put in order, whatever the order of the entries', () => {
    const { events } = judge([
      image('02:10:00'),
      pageEntry({ url: product.address, text: product.html, when: at('02:05:00') }),
      pageEntry({}),
    ]);
    expect(only(events, 'step').map(({ step }) => step)).toEqual(['basket', 'product']);
    expect(only(events, 'host_contacted').at(-1)).toMatchObject({ step: 'product', host: 'tiktokcdn.com' });
    expect(events.at(-1)?.ts).toBe(Date.parse(at('02:10:00')));
  });

  test('ends a flow after 30 minutes of rest, and not before', () => {
    const busy = judge([pageEntry({}), image('02:20:00'), image('02:29:00'), image('02:58:00')]).events;
    expect(only(busy, 'flow_end')).toMatchObject([
      { end_reason: 'file_ended', ts: Date.parse(at('02:58:00')) },
    ]);
    expect(only(busy, 'host_contacted').map(({ request_count }) => request_count)).toEqual([1, 2, 1]);

    const idle = judge([pageEntry({}), image('02:20:00'), pageEntry({ when: at('09:00:00') })]).events;
    expect(only(idle, 'flow_end')).toMatchObject([
      { end_reason: 'timeout', ts: Date.parse(at('02:50:00')) + 1 },
      { end_reason: 'file_ended', ts: Date.parse(at('09:00:00')) },
    ]);
    expect(new Set(idle.map(({ flow_id }) => flow_id)).size).toBe(2);
    expect(new Set(only(idle, 'step').map(({ session_id }) => session_id)).size).toBe(2);
  });
});

test('judge --har counts a host once a step, however often it was contacted', { timeout: 30_000 }, () => {
  const image = entry({ url: 'https://a.example.org/x', when: at('02:00:01'), mime: 'image/png' });
  const { events } = judge([pageEntry({}), ...Array(20_000).fill(image)]);
  expect(only(events, 'host_contacted').map(({ request_count }) => request_count)).toEqual([1, 20_000]);
});
