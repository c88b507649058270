import fc from 'fast-check';
import { expect, vi } from 'vitest';
import { seenPageOf, videoAddress, videoPageOf } from '../builders/pages';
import { changedJson, hostileValue } from './changed-json';
import { isGenuine } from './genuine';
import { holdsFor } from './holds-for';
import { hostileAddress } from './hostile-addresses';
import { hostileText } from './hostile-texts';
import { items } from './real-pages';

type Listener = (message: unknown, sender: object) => Promise<{ ok: boolean; error?: string }> | undefined;
const { listeners } = vi.hoisted(() => ({ listeners: [] as Listener[] }));
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
  },
}));
const { answer } = await import('../../services/messages');

const handled: string[] = [];
const note = (topic: string) => async () => {
  handled.push(topic);
  return null as never;
};
answer({
  'page.seen': note('page.seen'),
  'hosts.seen': note('hosts.seen'),
  'verdict.get': note('verdict.get'),
  'judgement.get': note('judgement.get'),
  'data.erase': note('data.erase'),
  'note.get': note('note.get'),
  'note.silence': note('note.silence'),
});

const seen = seenPageOf(videoPageOf(items[0] as Record<string, unknown>));
const messages = [
  { topic: 'page.seen', ask: { why: 'loaded', page: seen } },
  { topic: 'hosts.seen', ask: { hosts: [{ host: 'www.tiktok.com', type: 'img', count: 1 }] } },
  { topic: 'verdict.get', ask: { tabId: 1 } },
  { topic: 'judgement.get', ask: { tabId: 1 } },
  { topic: 'data.erase', ask: null },
  { topic: 'note.get', ask: null },
  { topic: 'note.silence', ask: null },
];
const page = { id: 'ours', url: videoAddress, frameId: 0, tab: { id: 7 } };
const popup = { id: 'ours', url: 'chrome-extension://ours/popup.html' };

holdsFor(
  'messages, changed, from their own senders',
  10_000,
  fc.oneof(changedJson(messages), hostileValue, fc.record({ topic: hostileText, ask: hostileValue })),
  async (message) => {
    for (const sender of [page, popup]) {
      handled.length = 0;
      const reply = await listeners[0]?.(message, sender);
      // Answered in words or by its handler, and by no other.
      if (reply?.ok === false) expect(reply.error).toMatch(/^a ".+" message of a shape we do not know$/);
      if (handled.length > 0) expect(handled).toEqual([(message as { topic: string }).topic]);
    }
  },
);

holdsFor(
  'messages of other senders',
  8000,
  fc.tuple(
    fc.constantFrom(...messages),
    fc.record(
      {
        id: fc.oneof(fc.constant('ours'), hostileText),
        url: fc.oneof(
          fc.constantFrom(videoAddress, popup.url, 'chrome-extension://oursx/', 'chrome-extension://ours'),
          hostileAddress,
        ),
        frameId: fc.constantFrom(0, 1, -1),
        tab: fc.oneof(fc.constant({ id: 7 }), fc.constant({})),
      },
      { requiredKeys: [] },
    ),
  ),
  async ([message, sender]) => {
    handled.length = 0;
    await listeners[0]?.(message, sender);
    if (handled.length === 0) return;
    const { id, url = '' } = sender;
    expect(id).toBe('ours');
    const isPageTopic = /^(page|hosts|note)\./.test(message.topic);
    if (isPageTopic) expect(isGenuine(url), url).toBe(true);
    else expect(url.startsWith('chrome-extension://ours/'), url).toBe(true);
  },
);
