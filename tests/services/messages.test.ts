import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Reading } from '../../core/page/page';
import { readSignals } from '../../core/page/read-signals';
import { builtInRulebook } from '../../core/rulebook/built-in';
import { addressPage, videoAddress } from '../builders/pages';

type Listener = (message: unknown, sender: object) => Promise<unknown> | undefined;
const { listeners } = vi.hoisted(() => ({ listeners: [] as Listener[] }));
vi.mock('webextension-polyfill', () => ({
  default: {
    runtime: {
      id: 'ours',
      getURL: (path: string) => `chrome-extension://ours/${path}`,
      onMessage: { addListener: (listener: Listener) => listeners.push(listener) },
    },
  },
}));
const { answer } = await import('../../services/messages');

const reading: Reading = readSignals(addressPage(videoAddress), builtInRulebook.signals);
const page = { id: 'ours', url: videoAddress, frameId: 0, tab: { id: 7 } };
const popup = { id: 'ours', url: 'chrome-extension://ours/popup.html' };
const handlers = {
  'page.seen': vi.fn(async () => null),
  'hosts.seen': vi.fn(async () => null),
  'verdict.get': vi.fn(async () => {
    throw new Error('the tab is gone');
  }),
  'judgement.get': vi.fn(async () => {
    throw new Error('the tab is gone');
  }),
};

beforeEach(() => {
  listeners.length = 0;
  handlers['page.seen'].mockClear();
  handlers['verdict.get'].mockClear();
  answer(handlers);
});

const ask = (topic: unknown, what: unknown, sender: object) => listeners[0]?.({ topic, ask: what }, sender);

describe('messages between the parts', () => {
  test('reach their handler', async () => {
    expect(await ask('page.seen', reading, page)).toEqual({ ok: true, answer: null });
    expect(handlers['page.seen']).toHaveBeenCalledWith(reading, page);
  });

  test('come back as an error in words when the handler fails', async () => {
    expect(await ask('verdict.get', { tabId: 1 }, popup)).toEqual({ ok: false, error: 'the tab is gone' });
  });

  test.each<[string, unknown, unknown, object]>([
    ['of a page that asks how another tab is judged', 'judgement.get', { tabId: 1 }, page],
    ['of another extension', 'page.seen', reading, { ...page, id: 'theirs' }],
    ['of a frame inside a page', 'page.seen', reading, { ...page, frameId: 3 }],
    ['of a page that asks about a tab', 'verdict.get', { tabId: 1 }, page],
    ['of an unknown topic', 'page.erase', reading, page],
    ['of a topic every object has', 'toString', reading, page],
    ['without a topic', undefined, reading, page],
  ])('are not answered: one %s', (_what, topic, what, sender) => {
    expect(ask(topic, what, sender)).toBeUndefined();
  });

  test.each<[string, unknown]>([
    ['no reading at all', null],
    ['a reading with a field too many', { ...reading, note: 'x' }],
    ['a reading with a field too few', { ...reading, marks: undefined }],
    ['a reading with a huge address', { ...reading, address: 'x'.repeat(100_000) }],
    ['a reading whose outcome is none', { ...reading, item: { ...reading.item, outcome: 'yes' } }],
  ])('are refused in words: %s', async (_what, what) => {
    expect(await ask('page.seen', what, page)).toEqual({
      ok: false,
      error: 'a "page.seen" message of a shape we do not know',
    });
    expect(handlers['page.seen']).not.toHaveBeenCalled();
  });
});
