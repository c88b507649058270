import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Contact } from '../../../core/flow/flow-state';

type Listener = (details: object) => void;
const { fake } = vi.hoisted(() => {
  const anEvent = () => {
    const listeners = new Set<(...given: never[]) => void>();
    return {
      addListener: (listener: () => void) => void listeners.add(listener),
      removeListener: (listener: () => void) => void listeners.delete(listener),
      hasListener: (listener: () => void) => listeners.has(listener),
      fire: (...given: unknown[]) => {
        for (const listener of listeners) (listener as (...all: unknown[]) => void)(...given);
      },
      size: () => listeners.size,
    };
  };
  const log = {
    onBeforeRequest: anEvent(),
    onBeforeRedirect: anEvent(),
    onCompleted: anEvent(),
    onErrorOccurred: anEvent(),
  };
  return {
    fake: {
      log,
      anEvent,
      granted: 'all' as 'all' | 'off',
      recording: { on: true },
      tab: { incognito: false, url: 'https://www.tiktok.com/@demo/video/1', status: 'loading' },
      onAdded: anEvent(),
      onRemoved: anEvent(),
      localChanged: anEvent(),
      session: {} as Record<string, unknown>,
    },
  };
});
vi.mock('webextension-polyfill', () => ({
  default: {
    get webRequest() {
      return fake.granted === 'off' ? undefined : fake.log;
    },
    permissions: {
      contains: async () => fake.granted === 'all',
      onAdded: fake.onAdded,
      onRemoved: fake.onRemoved,
    },
    storage: {
      local: { get: async () => ({ recording: fake.recording }), onChanged: fake.localChanged },
      session: {
        set: async (values: object) => void Object.assign(fake.session, values),
        remove: async (key: string) => void delete fake.session[key],
        onChanged: fake.anEvent(),
      },
    },
    runtime: { getManifest: () => ({ host_permissions: ['https://www.tiktok.com/*'] }) },
    tabs: { get: async () => fake.tab },
  },
}));
const { watchRequests } = await import('../../../services/log/write/watch-requests');

const post = {
  url: 'https://api.kasir.test/create?order=1',
  method: 'POST',
  type: 'xmlhttprequest',
  statusCode: 200,
  tabId: 7,
  frameId: 0,
  parentFrameId: -1,
  fromCache: false,
  initiator: 'https://www.tiktok.com',
};
const inFrame = { frameId: 4, parentFrameId: 0 };
const added: Contact[] = [];
const held = {
  add: (_tabId: number, contacts: readonly Contact[]) => void added.push(...contacts),
  pageComing: vi.fn(),
  flush: vi.fn(),
};
const settled = () => new Promise((resolve) => setTimeout(resolve, 5));
const seen = async (change: object, event: { fire: Listener } = fake.log.onCompleted) => {
  added.length = 0;
  event.fire({ ...post, ...change });
  await settled();
  return added.map(({ method, host, outcome }) => `${method} ${host} ${outcome}`);
};
const part = watchRequests(held as never);

beforeEach(async () => {
  fake.granted = 'all';
  fake.recording.on = true;
  fake.tab = { incognito: false, url: 'https://www.tiktok.com/@demo/video/1', status: 'loading' };
  part.coming?.(7);
  fake.onAdded.fire();
  await settled();
  held.flush.mockClear();
  held.pageComing.mockClear();
});

describe('the watch on requests', () => {
  test('counts what a page of ours asks, what a frame in it asks, and each hop of a redirect', async () => {
    expect(await seen({})).toEqual(['POST kasir.test ok']);
    expect(await seen({ ...inFrame, initiator: 'https://pay.test' })).toEqual(['POST kasir.test ok']);
    expect(await seen({ statusCode: 303 }, fake.log.onBeforeRedirect)).toEqual(['POST kasir.test ok']);
    expect(fake.session.requestsReported).toBe(true);
  });

  test('knows who started a request in Firefox too, which names it otherwise', async () => {
    expect(await seen({ initiator: undefined, originUrl: 'https://www.tiktok.com/x' })).toEqual([
      'POST kasir.test ok',
    ]);
  });

  test('knows the tab of a page that Firefox gave another process, by the request’s beginning', async () => {
    const page = { type: 'main_frame', url: 'https://www.tiktok.com/@demo/video/2', requestId: '54' };
    fake.log.onBeforeRequest.fire({ ...post, ...page });
    expect(
      await seen({ ...page, tabId: -1, statusCode: 302, redirectUrl: page.url }, fake.log.onBeforeRedirect),
    ).toEqual(['POST www.tiktok.com ok']);
    expect(await seen({ ...page, tabId: -1 })).toEqual(['POST www.tiktok.com ok']);
    expect(await seen({ ...page, tabId: -1 }), 'it is over').toEqual([]);
  });

  test('a page that the tab shows already is not one that is coming', async () => {
    const url = 'https://www.tiktok.com/@demo/video/2';
    await seen({ type: 'main_frame', url });
    expect(held.pageComing).toHaveBeenCalledTimes(1);
    fake.tab = { incognito: false, url, status: 'complete' };
    await seen({ type: 'main_frame', url });
    expect(held.pageComing).toHaveBeenCalledTimes(1);
  });

  test.each([
    ['of a service worker, which belongs to no tab', { tabId: -1 }],
    ['answered out of the cache', { fromCache: true }],
    ['that the browser itself led elsewhere', { statusLine: 'HTTP/1.1 307 Internal Redirect' }],
    ['of another page, though its tab was ours a moment ago', { initiator: 'https://www.bank.test' }],
    [
      'of the page that comes after ours, before the tab tells of it',
      { initiator: 'https://www.bank.test', frameId: 712, parentFrameId: -1 },
    ],
    [
      'in a frame whose page Firefox names, before the tab tells of it',
      { ...inFrame, initiator: undefined, frameAncestors: [{ url: 'https://www.bank.test/', frameId: 0 }] },
    ],
    ['of a page that is prepared and not shown', { documentLifecycle: 'prerender' }],
    ['for a page that a person opened', { type: 'main_frame', initiator: undefined }],
  ])('drops a request %s', async (_what, change) => {
    expect(await seen(change)).toEqual([]);
  });

  test.each([
    ['by the page itself', {}],
    ['in a frame', inFrame],
    ['for a page of ours', { type: 'main_frame', url: 'https://www.tiktok.com/@demo/video/2' }],
    ['for a page elsewhere', { type: 'main_frame' }],
    ['that failed', { error: 'net::ERR_FAILED', statusCode: undefined }],
    ['of a service of another page’s frame', { ...inFrame, initiator: 'https://pay.test' }],
  ])('drops a request in a private window %s', async (_what, change) => {
    fake.tab = { incognito: true, url: 'https://www.tiktok.com/@demo/video/1', status: 'loading' };
    expect(await seen(change)).toEqual([]);
    expect(held.pageComing).not.toHaveBeenCalled();
    expect(held.flush).not.toHaveBeenCalled();
  });

  test.each([
    ['in a private window', { incognito: true, url: 'https://www.tiktok.com/' }],
    ['in a frame of another page', { incognito: false, url: 'https://www.bank.test/' }],
    ['in a tab whose address is hidden', { incognito: false }],
  ])('drops a request %s', async (_what, tab) => {
    fake.tab = tab as typeof fake.tab;
    expect(await seen(inFrame)).toEqual([]);
  });

  test('holds a page of ours for its own step, and writes at once where the tab goes elsewhere', async () => {
    await seen({ type: 'main_frame', url: 'https://www.tiktok.com/@demo/video/2' });
    expect([held.pageComing.mock.calls.length, held.flush.mock.calls.length]).toEqual([1, 0]);
    await seen({ type: 'main_frame' });
    expect([held.pageComing.mock.calls.length, held.flush.mock.calls.length]).toEqual([1, 1]);
  });

  test('listens no longer once recording is off', async () => {
    fake.recording.on = false;
    fake.localChanged.fire({ recording: { newValue: { on: false }, oldValue: { on: true } } });
    await settled();
    expect(fake.log.onCompleted.size()).toBe(0);
  });

  test('keeps nothing once the permission is taken back, and does without it', async () => {
    fake.granted = 'off';
    fake.onRemoved.fire();
    await settled();
    expect(await seen({})).toEqual([]);
    expect(fake.session.requestsReported).toBeUndefined();
  });
});
