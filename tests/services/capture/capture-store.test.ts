import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { attachNotes } from '../../../core/bundle/attach';
import { buildBundle } from '../../../core/bundle/build-bundle';
import { sha256Hex, textOf } from '../../../core/bundle/bytes';
import { examine } from '../../../core/bundle/verify/verify';
import type { KeptCapture } from '../../../core/capture/kept-capture';
import {
  currentKey,
  keyOf,
  publicKeysFile,
  readKeys,
  rotateKey,
  signWith,
} from '../../../services/capture/keep/capture-key';
import {
  type CaptureDatabase,
  type CaptureKey,
  deleteCapture,
  keep,
  openCaptures,
  readCaptures,
  replaceBundle,
} from '../../../services/capture/keep/capture-store';
import { demoCapture, demoNotes } from '../../builders/bundles';

vi.mock('webextension-polyfill', () => ({ default: {} }));

const at = (minute: number): string => `2026-11-24T05:${String(minute).padStart(2, '0')}:00.000Z`;
const everything = { text: '', processor: null };
let db: CaptureDatabase;
let count = 0;
beforeEach(async () => {
  count += 1;
  db = await openCaptures(`captures-${count}`);
});
afterEach(() => {
  vi.restoreAllMocks();
  db.close();
});

const kept = (id: string, bundle: Uint8Array, change: Partial<KeptCapture> = {}): KeptCapture => ({
  capture_id: id,
  taken: at(1),
  facts: {
    capture_id: id,
    flow_id: null,
    taken_utc: at(1),
    tz_offset_min: 420,
    page_url_masked: 'https://www.tiktok.com/@_/video/00000',
    page_title_masked: 'TikTok',
    ruleset_version: '1',
    key_fingerprint: 'ab'.repeat(32),
    answer: { id: 'diproses PT Tokopedia', en: 'processed by PT Tokopedia' },
    processor: 'tokopedia',
    kind: 'video',
  },
  stamps: {} as KeptCapture['stamps'],
  picture: { w: 1, h: 1 },
  preview: Uint8Array.of(1),
  kept: at(2),
  changed: null,
  sha256: sha256Hex(bundle),
  size: bundle.length,
  notes: 0,
  trustedTime: null,
  ...change,
});
const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);
const counts = async () => [await db.count('captures'), await db.count('bundles')];

/** As a full disk does: the write into that store fails. */
function fullDisk(store: string): void {
  const { add } = IDBObjectStore.prototype;
  vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(function (this: IDBObjectStore, ...words) {
    if (this.name === store) throw new DOMException('no room', 'QuotaExceededError');
    return add.apply(this, words);
  });
}

describe('the store of captures', () => {
  test('keeps a capture and its bundle, and lists the newest first', async () => {
    await keep(db, kept('one', bytes(1)), bytes(1));
    await keep(db, kept('two', bytes(2), { taken: at(9) }), bytes(2));
    expect((await readCaptures(db, everything, 9)).map(({ capture_id }) => capture_id)).toEqual([
      'two',
      'one',
    ]);
    expect(await readCaptures(db, everything, 1)).toHaveLength(1);
    expect(await db.get('bundles', 'two')).toEqual(bytes(2));
  });

  test.each(['captures', 'bundles'])(
    'a full disk at "%s" leaves nothing behind, and says that it is full',
    async (store) => {
      await keep(db, kept('one', bytes(1)), bytes(1));
      fullDisk(store);
      await expect(keep(db, kept('two', bytes(2)), bytes(2))).rejects.toMatchObject({
        name: 'NotStored',
        why: 'full',
      });
      vi.restoreAllMocks();
      expect(await counts()).toEqual([1, 1]);
      await keep(db, kept('two', bytes(2)), bytes(2));
      expect(await counts()).toEqual([2, 2]);
    },
  );

  test('the same capture is not stored over itself', async () => {
    await keep(db, kept('one', bytes(1)), bytes(1));
    await expect(keep(db, kept('one', bytes(2)), bytes(2))).rejects.toMatchObject({ why: 'store' });
    expect(await db.get('bundles', 'one')).toEqual(bytes(1));
  });

  test('another bundle takes the place of the one it was made from, and of no other', async () => {
    await keep(db, kept('one', bytes(1)), bytes(1));
    const before = sha256Hex(bytes(1));
    await replaceBundle(db, 'one', { before, bundle: bytes(1, 2), notes: 3, changed: at(5) });
    expect(await db.get('captures', 'one')).toMatchObject({
      notes: 3,
      size: 2,
      sha256: sha256Hex(bytes(1, 2)),
    });
    const late = replaceBundle(db, 'one', { before, bundle: bytes(9) });
    await expect(late).rejects.toMatchObject({ why: 'changed' });
    const gone = replaceBundle(db, 'none', { before, bundle: bytes(9) });
    await expect(gone).rejects.toMatchObject({ why: 'changed' });
    expect(await db.get('bundles', 'one')).toEqual(bytes(1, 2));
  });

  test('a capture is deleted with its bundle; its key stays', async () => {
    await currentKey(db, at(0));
    await keep(db, kept('one', bytes(1)), bytes(1));
    await deleteCapture(db, 'one');
    expect(await counts()).toEqual([0, 0]);
    expect(await readKeys(db)).toHaveLength(1);
  });

  test.each([
    ['', null, 2],
    ['tokopedia PROCESSED', null, 2],
    ['us-page', null, 1],
    ['us-page processed nowhere', null, 0],
    ['', 'tokopedia', 1],
    ['', 'unknown', 0],
  ])('"%s" and processor %s find %i of two', async (text, processor, found) => {
    const { facts } = kept('two', bytes(2));
    await keep(db, kept('one', bytes(1)), bytes(1));
    const other = { ...facts, processor: 'tiktok-shop', page_title_masked: 'US-page' };
    await keep(db, kept('two', bytes(2), { facts: other }), bytes(2));
    expect(await readCaptures(db, { text, processor }, 9)).toHaveLength(found);
  });
});

describe('the keys of captures', () => {
  test('are made once, also when two windows ask at the same time', async () => {
    const [one, two] = await Promise.all([currentKey(db, at(0)), currentKey(db, at(1))]);
    expect(one?.fingerprint).toBe(two?.fingerprint);
    expect(await readKeys(db)).toHaveLength(1);
    expect(one?.fingerprint).toMatch(/^[0-9a-f]{64}$/);
  });

  test('cannot be taken out of the browser', async () => {
    const { pair } = (await keyOf(db, (await currentKey(db, at(0))).fingerprint)) as CaptureKey;
    await expect(crypto.subtle.exportKey('pkcs8', pair?.privateKey as CryptoKey)).rejects.toThrow();
  });

  test('are replaced by a new one; the old one still signs notes for its own captures', async () => {
    const old = await currentKey(db, at(0));
    const made = await buildBundle(demoCapture({ publicKey: old.publicKey, sign: signWith(old) }));
    const fresh = await rotateKey(db, at(7));
    expect((await currentKey(db, at(8))).fingerprint).toBe(fresh.fingerprint);
    expect((await readKeys(db)).map(({ fingerprint, retired }) => [fingerprint, retired])).toEqual([
      [fresh.fingerprint, null],
      [old.fingerprint, at(7)],
    ]);
    const retired = (await keyOf(db, old.fingerprint)) as CaptureKey;
    const notes = { notes: demoNotes, by: null, written: at(9) };
    const { holds, notes: found } = await examine(await attachNotes(made, notes, signWith(retired)));
    expect([holds, found?.notes.length]).toEqual([true, 3]);
    await expect(attachNotes(made, notes, signWith(fresh))).rejects.toThrow('does not hold');
  });

  test('are backed up as a file of public keys alone', async () => {
    await currentKey(db, at(0));
    await rotateKey(db, at(7));
    const file = textOf(publicKeysFile(await readKeys(db)));
    expect(file.match(/BEGIN PUBLIC KEY/g)).toHaveLength(2);
    for (const { fingerprint } of await readKeys(db)) expect(file).toContain(fingerprint);
    expect(file).not.toContain('PRIVATE');
  });
});
