import { beforeEach, describe, expect, test, vi } from 'vitest';
import { pageFromHtml } from '../../core/page/from-html';
import { readingOf } from '../../core/page/read-page';
import { builtInRulebook } from '../../core/rulebook/built-in';
import { seenPageOf, videoAddress } from '../builders/pages';

type Listener = (message: unknown, sender: object) => Promise<unknown> | undefined;
const { listeners, pages } = vi.hoisted(() => ({
  listeners: [] as Listener[],
  /** What the script in a page answers. */
  pages: { answer: undefined as unknown },
}));
vi.mock('webextension-polyfill', () => ({
  default: {
    runtime: {
      id: 'ours',
      getURL: (path: string) => `chrome-extension://ours/${path}`,
      getManifest: () => ({
        host_permissions: ['https://www.tiktok.com/*', 'https://shop-id.tokopedia.com/*'],
      }),
      onMessage: { addListener: (listener: Listener) => listeners.push(listener) },
    },
    storage: { local: { get: async () => ({}) }, onChanged: { addListener: () => undefined } },
    tabs: { sendMessage: async () => pages.answer },
  },
}));
const { answer, askPage, MessageError } = await import('../../services/messages');

const seen = seenPageOf(pageFromHtml('<h1>404 Not Found</h1>', videoAddress, builtInRulebook.signals));
const page = { id: 'ours', url: videoAddress, frameId: 0, tab: { id: 7 } };
const popup = { id: 'ours', url: 'chrome-extension://ours/popup.html' };
const ourTab = { ...popup, url: 'chrome-extension://ours/logbook.html', frameId: 0, tab: { id: 9 } };
const fails = async () => {
  throw new Error('the tab is gone');
};
const handlers = {
  'page.seen': vi.fn(async () => ({ isSettled: true })),
  'hosts.seen': vi.fn(async () => null),
  'verdict.get': vi.fn(fails),
  'judgement.get': vi.fn(fails),
  'note.get': vi.fn(async () => null),
  'note.silence': vi.fn(async () => null),
  'data.erase': vi.fn(async () => ({ exports: [] })),
};

beforeEach(() => {
  listeners.length = 0;
  for (const handler of Object.values(handlers)) handler.mockClear();
  answer(handlers);
});

const tell = (message: unknown, sender: object) => listeners[0]?.(message, sender);
const ask = (topic: unknown, what: unknown, sender: object) => tell({ topic, ask: what }, sender);
const handled = () => Object.values(handlers).flatMap((handler) => handler.mock.calls);

/** Each kind of message: what it asks, and who may ask it. */
const kinds = {
  'page.seen': { what: { why: 'loaded', page: seen }, sender: page },
  'hosts.seen': { what: { hosts: [{ host: 'www.tiktok.com', type: 'img', count: 1 }] }, sender: page },
  'verdict.get': { what: { tabId: 1 }, sender: popup },
  'judgement.get': { what: { tabId: 1 }, sender: popup },
  'note.get': { what: null, sender: page },
  'note.silence': { what: null, sender: page },
  'data.erase': { what: null, sender: popup },
} as const;
type Kind = keyof typeof kinds;
const names = Object.keys(kinds) as Kind[];

test('every kind of message that is answered is tried here', () => {
  expect(names).toEqual(Object.keys(handlers));
});

describe.each(names)('a "%s" message', (topic) => {
  const { what, sender } = kinds[topic];
  const isFromPage = sender === page;

  test('reaches its handler', async () => {
    await ask(topic, what, sender);
    expect(handlers[topic]).toHaveBeenCalledWith(what, sender);
    expect(handled()).toHaveLength(1);
  });

  test.each<[string, object]>([
    ['another extension', { ...sender, id: 'theirs' }],
    ['nobody', {}],
    ['a frame inside a page', { ...sender, frameId: 3 }],
    ['a page we may not read', { ...page, url: 'https://example.org/' }],
    ['a page without encryption', { ...page, url: videoAddress.replace('https', 'http') }],
    ['a genuine page on another port', { ...page, url: videoAddress.replace('.com', '.com:8443') }],
    ['a page that names ours in its address', { ...page, url: `https://example.org/${popup.url}` }],
    [
      'an extension whose id begins like ours',
      { ...popup, url: 'chrome-extension://ours.example/popup.html' },
    ],
    ['a script without an address', { ...page, url: undefined }],
    isFromPage
      ? ['a page of the extension', ourTab]
      : ['a script of ours in a page: what another tab shows is none of its business', page],
    isFromPage ? ['the popup', popup] : ['our page inside a page', { ...ourTab, frameId: 2 }],
  ])('of %s is not answered', (_who, from) => {
    expect(ask(topic, what, from)).toBeUndefined();
    expect(handled()).toEqual([]);
  });

  // Some kinds ask nothing: every field is one too many.
  const wrongFields: [string, unknown][] =
    what === null
      ? []
      : [
          ['nothing', null],
          ...['__proto__', 'constructor', 'toString'].map((key): [string, unknown] => [
            `a field of its own named ${key}`,
            JSON.parse(JSON.stringify(what).replace(/^\{/, `{"${key}":{"tabId":2},`)),
          ]),
          ['each field as a text', Object.fromEntries(Object.entries(what).map(([key]) => [key, '1']))],
          ['each field as a part', Object.fromEntries(Object.entries(what).map(([key]) => [key, 0.5]))],
        ];
  test.each<[string, unknown]>([
    ['a text', 'x'],
    ['a list', [what]],
    ['no field', {}],
    ['a field too many', { ...what, note: 'x' }],
    ...wrongFields,
  ])('that asks with %s is refused in words', async (_what, asked) => {
    expect(await ask(topic, asked, sender)).toEqual({
      ok: false,
      error: `a "${topic}" message of a shape we do not know`,
    });
    expect(handled()).toEqual([]);
  });

  test.each<[string, unknown]>([
    ['a field too many', { topic, ask: what, from: 'x' }],
    ['a field of its own named __proto__', JSON.parse(`{"topic":"${topic}","ask":{},"__proto__":{}}`)],
    ['no ask', { topic }],
    ['its topic in a list', { topic: [topic], ask: what }],
  ])('with %s is not answered', (_what, message) => {
    expect(tell(message, sender)).toBeUndefined();
    expect(handled()).toEqual([]);
  });
});

describe('messages', () => {
  test('come back as an error in words when the handler fails', async () => {
    expect(await ask('verdict.get', { tabId: 1 }, popup)).toEqual({ ok: false, error: 'the tab is gone' });
  });

  test('may be asked by a page of ours in a tab', async () => {
    await ask('judgement.get', { tabId: 1 }, ourTab);
    expect(handlers['judgement.get']).toHaveBeenCalledTimes(1);
  });

  test.each(['page.erase', 'page.read', 'toString', '__proto__', 'constructor', '', undefined, null, 7, {}])(
    'of the topic %j are not answered',
    (topic) => {
      expect(ask(topic, seen, page)).toBeUndefined();
      expect(ask(topic, { tabId: 1 }, popup)).toBeUndefined();
      expect(handled()).toEqual([]);
    },
  );

  test.each([undefined, null, 'page.seen', 7, []])('that are %j are not answered', (message) => {
    expect(tell(message, page)).toBeUndefined();
  });

  const badReadings: [string, unknown][] = [
    ['a field too few', { ...seen, marks: undefined }],
    ['a huge address', { ...seen, address: 'x'.repeat(100_000) }],
    ['an outcome that is none', { ...seen, item: { ...seen.item, outcome: 'yes' } }],
    ['a room, which no script of a page reads', { ...seen, room: { hasGoods: false, productCount: 0 } }],
    ['the words of a whole page', { ...seen, sight: { ...seen.sight, text: 'x'.repeat(4001) } }],
    ['a sight with more than its fields', { ...seen, sight: { ...seen.sight, html: '<p>' } }],
    ['a look, which is judged by us', { ...seen, look: null }],
    ['a thousand marks', { ...seen, marks: Array.from({ length: 1000 }, () => 'x') }],
    ['a caption as long as a book', { ...seen, item: { ...seen.item, caption: 'x'.repeat(401) } }],
    [
      'a break that is none',
      { ...seen, texts: [{ signal: 'x', values: [], breaks: [{ step: 0, why: '' }] }] },
    ],
  ];
  test.each(badReadings)('are refused with a reading with %s', async (_what, what) => {
    expect(await ask('page.seen', what, page)).toMatchObject({ ok: false });
    expect(handled()).toEqual([]);
  });

  test.each([...badReadings, ['nothing', undefined], ['an error', { ok: false }]])(
    'a page that answers with %s is not believed',
    async (_what, what) => {
      pages.answer = what;
      await expect(askPage(7)).rejects.toThrow(MessageError);
    },
  );

  test('a page’s answer in the known shape is taken', async () => {
    pages.answer = seen;
    expect(await askPage(7)).toEqual({ ...readingOf(seen, builtInRulebook), look: 'error' });
  });

  test.each([0, -1, 1.5, 1e9, Number.NaN])('are refused with a host contacted %d times', async (count) => {
    const hosts = [{ host: 'www.tiktok.com', type: 'img', count }];
    expect(await ask('hosts.seen', { hosts }, page)).toMatchObject({ ok: false });
  });
});
