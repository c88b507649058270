import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { contactOfTiming } from '../../../core/flow/contact-of-timing';
import { readPage } from '../../../core/page/read-page';
import { builtInRulebook as rulebook } from '../../../core/rulebook/built-in';
import { verdictToday } from '../../../services/tabs/tab-verdict';
import { addressPage } from '../../builders/pages';

const storage = await vi.hoisted(async () => (await import('../../builders/fake-storage')).fakeStorage());
const { tabs } = vi.hoisted(() => ({
  tabs: { get: vi.fn(async (id: number) => ({ id, incognito: false })) },
}));
vi.mock('webextension-polyfill', () => ({
  default: {
    storage,
    runtime: { getManifest: () => ({ version: '0.1.0' }) },
    tabs,
  },
}));

vi.stubGlobal('navigator', { userAgent: 'Mozilla/5.0 Chrome/156.0.0.0 Safari/537.36' });
const { afterRecording, flowOfTab, now, record, recordContacts, recordPage, tabsOfOpenFlows } = await import(
  '../../../services/log/write/recorder'
);
const { openStore, storeOf } = await import('../../../services/log/store/open-store');
const { eraseStudy, readStudies } = await import('../../../services/log/store/read-studies');
const { countRows } = await import('../../../services/log/store/read-rows');

const on = { on: true, study: 'uji', since: '2026-11-24T00:00:00Z', stopped: null };
const reading = readPage(addressPage('https://shop-id.tokopedia.com/c'), rulebook);
const seeShop = (tabId: number) => recordPage(tabId, reading, verdictToday(reading));
const rowCount = async () => {
  const db = await openStore(storeOf('uji'));
  const count = await countRows(db);
  db.close();
  return count;
};

let add: typeof IDBObjectStore.prototype.add;
beforeEach(async () => {
  add = IDBObjectStore.prototype.add;
  await storage.local.set({ recording: on });
});
afterEach(() => {
  IDBObjectStore.prototype.add = add;
});

describe('the recorder', () => {
  test('writes nothing while recording is off', async () => {
    await storage.local.set({ recording: { ...on, on: false } });
    await seeShop(1);
    await record({ what: 'resumed', ts: now() });
    expect(await rowCount()).toBe(0);
  });

  test('writes nothing of a private window', async () => {
    tabs.get.mockImplementationOnce(async (id) => ({ id, incognito: true }));
    await seeShop(1);
    expect(await rowCount()).toBe(0);
  });

  test('writes a page and the hosts it contacted', async () => {
    await seeShop(1);
    const before = await rowCount();
    expect(before).toBeGreaterThan(2);
    const contacts = ['a.example.org', '10.0.0.1'].flatMap(
      (host) => contactOfTiming({ host, type: 'img', count: 2 }, rulebook.hosts) ?? [],
    );
    await recordContacts(1, contacts);
    expect(await rowCount()).toBe(before + 1);
  });

  test('goes on in a new store when the participant withdrew the old one', async () => {
    await seeShop(10);
    await eraseStudy('uji');
    await seeShop(11);
    expect(storage.local.stored.recording).toMatchObject({ on: true });
    expect(await rowCount()).toBeGreaterThan(2);
  });

  test('makes no store by looking for flows', async () => {
    await eraseStudy('uji');
    expect(await flowOfTab(1)).toBeNull();
    expect(await tabsOfOpenFlows()).toEqual([]);
    expect(await readStudies()).toEqual([]);
  });

  test('leaves nothing behind where the participant erased everything while a page was being judged', async () => {
    await seeShop(12);
    let answer = (_tab: { id: number; incognito: boolean }) => {};
    tabs.get.mockImplementationOnce(() => new Promise((resolve) => (answer = resolve)));
    const recorded = seeShop(13);
    await vi.waitFor(() => expect(tabs.get).toHaveBeenLastCalledWith(13));
    await storage.local.set({ recording: { ...on, on: false } });
    await afterRecording(() => eraseStudy('uji'));
    answer({ id: 13, incognito: false });
    await recorded;
    await record({ what: 'stopped', ts: now() });
    expect(await readStudies()).toEqual([]);
  });

  test.each([
    ['QuotaExceededError', 'full', 20],
    ['UnknownError', 'failed', 30],
  ])(
    'stops when the store fails with %s, says why, and keeps what was stored',
    async (name, stopped, tab) => {
      await seeShop(tab);
      const before = await rowCount();
      IDBObjectStore.prototype.add = () => {
        throw new DOMException('no room', name);
      };
      await expect(seeShop(tab + 1)).rejects.toThrow('no room');
      expect(storage.local.stored.recording).toMatchObject({ on: false, stopped });
      IDBObjectStore.prototype.add = add;
      expect(await rowCount()).toBe(before);
      await seeShop(tab + 2);
      expect(await rowCount(), 'nothing more until it is switched on again').toBe(before);
      await storage.local.set({ recording: on });
      await seeShop(tab + 3);
      expect(await rowCount()).toBeGreaterThan(before);
    },
  );
});
