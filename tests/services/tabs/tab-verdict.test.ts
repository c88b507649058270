import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { addressPage, seenPageOf, videoAddress } from '../../builders/pages';

const { fake } = vi.hoisted(() => ({
  fake: {
    tab: {} as { url?: string; status?: string },
    readyState: 'complete',
    answer: async (): Promise<unknown> => undefined,
    asked: 0,
    entered: 0,
  },
}));
vi.mock('webextension-polyfill', () => ({
  default: {
    runtime: { getManifest: () => ({ host_permissions: ['https://www.tiktok.com/*'] }) },
    storage: { local: { get: async () => ({}) }, onChanged: { addListener: () => undefined } },
    scripting: {
      executeScript: async ({ files }: { files?: string[] }) => {
        if (files) fake.entered += 1;
        return [{ result: files ? null : fake.readyState }];
      },
    },
    tabs: {
      get: async () => fake.tab,
      sendMessage: async () => {
        fake.asked += 1;
        return fake.answer();
      },
    },
  },
}));
const { answerOfTab } = await import('../../../services/tabs/tab-verdict');
const seen = seenPageOf(addressPage(videoAddress));
const never = () => new Promise(() => undefined);

beforeEach(() => {
  vi.useFakeTimers();
  Object.assign(fake, {
    tab: { url: videoAddress, status: 'complete' },
    readyState: 'complete',
    asked: 0,
    entered: 0,
  });
  fake.answer = async () => seen;
});
afterEach(() => {
  vi.useRealTimers();
});
const after = async <T>(ms: number, work: Promise<T>): Promise<T> => {
  await vi.advanceTimersByTimeAsync(ms);
  return work;
};

test.each(['', '#', '#x:~:text=keranjang', '?q=1#:~:text=a'])(
  'a page that the browser calls by its address and %j answers for itself',
  async (behind) => {
    fake.tab = { url: videoAddress + behind, status: 'complete' };
    expect((await answerOfTab(1)).silence).toBeNull();
  },
);

test('a page that does not answer is not judged, and is asked once for all who want to know meanwhile', async () => {
  fake.answer = never;
  const all = await after(1600, Promise.all([answerOfTab(2), answerOfTab(2), answerOfTab(2)]));
  expect(all.map(({ silence }) => silence)).toEqual(['no-answer', 'no-answer', 'no-answer']);
  expect(all[0]?.answer.verdict).toMatchObject({
    basket: 'unknown',
    unread: [{ what: 'page', why: 'no-answer' }],
  });
  expect(fake.asked).toBe(1);
  await vi.advanceTimersByTimeAsync(15_000);
  fake.answer = async () => seen;
  expect((await answerOfTab(2)).silence).toBeNull();
  expect(fake.asked).toBe(2);
});

test('half a page that does not hold its item yet is said to be loading', async () => {
  fake.tab = { url: videoAddress, status: 'loading' };
  fake.readyState = 'loading';
  expect(await answerOfTab(3)).toMatchObject({
    silence: 'loading',
    answer: { verdict: { unread: [{ what: 'page', why: 'not-yet' }] } },
  });
});

test('a page without our script gets it, at once', async () => {
  let isThere = false;
  fake.answer = async () => {
    if (isThere) return seen;
    isThere = true;
    throw new Error('Could not establish connection. Receiving end does not exist.');
  };
  expect((await answerOfTab(4)).silence).toBeNull();
  expect(fake.entered).toBe(1);
});

test.each([
  [undefined, 'no'],
  ['', 'no'],
  ['about:blank', 'no'],
  ['chrome://version/', 'no'],
  ['https://contoh.id/', 'no'],
  // What it shows may be a copy of anything.
  ['data:text/html,a', 'unknown'],
] as const)('a page at %j is none of ours, and nobody asks it', async (url, basket) => {
  fake.tab = { ...(url !== undefined && { url }), status: 'complete' };
  const { silence, answer } = await answerOfTab(5);
  expect([silence, answer.verdict.surface, answer.verdict.basket]).toEqual([null, 'elsewhere', basket]);
  expect(fake.asked).toBe(0);
});
