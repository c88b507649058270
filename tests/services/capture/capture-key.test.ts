import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fingerprintOf, signatureHolds } from '../../../core/bundle/signature';
import { readWithdrawal } from '../../../core/bundle/withdrawal';
import {
  currentKey,
  exposeKey,
  guardOf,
  protectKey,
  readKeys,
  rotateKey,
  signWith,
  unlockKey,
  withdrawKey,
} from '../../../services/capture/keep/capture-key';
import {
  type CaptureDatabase,
  type CaptureKey,
  openCaptures,
} from '../../../services/capture/keep/capture-store';
import { cost, lockKeys } from '../../../services/capture/keep/sealed-key';

const memory = new Map<string, unknown>();
vi.mock('webextension-polyfill', () => ({
  default: {
    storage: {
      session: {
        get: async (name: string | null) =>
          Object.fromEntries([...memory].filter(([key]) => name === null || key === name)),
        set: async (items: object) => {
          for (const [key, value] of Object.entries(items)) memory.set(key, value);
        },
        remove: async (names: string[]) => {
          for (const name of names) memory.delete(name);
        },
      },
    },
  },
}));

const at = (minute: number): string => `2026-11-24T05:${String(minute).padStart(2, '0')}:00.000Z`;
const passphrase = 'lima kata yang panjang sekali';
/** Not what people's keys are sealed at: the tests need not wait for that. */
const light = { t: 1, m: 256, p: 1 };
const text = new TextEncoder().encode('signed');
let db: CaptureDatabase;
let count = 0;
beforeEach(async () => {
  memory.clear();
  count += 1;
  db = await openCaptures(`keys-${count}`);
  return () => db.close();
});

const signs = async (key: CaptureKey) => signatureHolds(key.publicKey, await signWith(key)(text), text);
const keyNow = async () => (await readKeys(db))[0] as CaptureKey;

describe('a key behind a passphrase', { timeout: 60_000 }, () => {
  test('signs until the browser ends, then only once its passphrase is given', async () => {
    const key = await protectKey(db, passphrase, at(1), light);
    expect((await currentKey(db, at(2))).fingerprint).toBe(key.fingerprint);
    expect(await guardOf(key)).toBe('open');
    expect(await signs(key)).toBe('holds');
    // What ends with the browser.
    memory.clear();
    expect(await guardOf(key)).toBe('locked');
    await expect(signs(key)).rejects.toMatchObject({ name: 'KeyLocked' });
    await expect(unlockKey(key, 'lima kata yang panjang sekalo')).rejects.toMatchObject({
      name: 'WrongPassphrase',
    });
    expect(await guardOf(key)).toBe('locked');
    await unlockKey(key, passphrase);
    expect(await signs(key)).toBe('holds');
    await lockKeys();
    await expect(signs(key)).rejects.toMatchObject({ name: 'KeyLocked' });
  });

  test('is stored in no form that signs by itself, and takes the place of every key that does', async () => {
    const first = await currentKey(db, at(0));
    const second = await rotateKey(db, at(1));
    await protectKey(db, passphrase, at(2), light);
    const keys = await readKeys(db);
    expect(keys.map(({ pair }) => pair)).toEqual([undefined, undefined, undefined]);
    expect(keys.map(({ retired }) => retired)).toEqual([null, at(2), at(1)]);
    for (const { fingerprint } of [first, second]) {
      const { withdrawal } = keys.find((key) => key.fingerprint === fingerprint) as CaptureKey;
      expect(await readWithdrawal(withdrawal as Uint8Array)).toEqual({ fingerprint, after: at(2) });
    }
    // Nothing of the passphrase or of what it opens is in the store.
    const kept = JSON.stringify(keys, (_, value) => (value instanceof Uint8Array ? [...value] : value));
    expect(kept).not.toContain(passphrase);
    expect((await databases()).filter((name) => name === 'filler')).toEqual([]);
  });

  test('has one after it behind the same passphrase, and none while it is locked', async () => {
    const old = await protectKey(db, passphrase, at(0), light);
    const next = await rotateKey(db, at(1));
    expect(next.pair).toBeUndefined();
    memory.clear();
    await expect(rotateKey(db, at(2))).rejects.toMatchObject({ name: 'KeyLocked' });
    await unlockKey(next, passphrase);
    expect([await signs(next), await signs(old)]).toEqual(['holds', 'holds']);
  });

  test('that was forgotten makes way for a new one, with a passphrase or without', async () => {
    const old = await protectKey(db, passphrase, at(0), light);
    memory.clear();
    const fresh = await protectKey(db, `${passphrase} lain`, at(1), light);
    expect(await signs(await keyNow())).toBe('holds');
    await expect(signs(old)).rejects.toMatchObject({ name: 'KeyLocked' });
    const bare = await exposeKey(db, at(2));
    expect((await readKeys(db)).map(({ fingerprint }) => fingerprint)).toEqual([
      bare.fingerprint,
      fresh.fingerprint,
      old.fingerprint,
    ]);
  });

  test('is as dear to guess as RFC 9106 asks for', async () => {
    expect(cost).toEqual({ t: 3, m: 64 * 1024, p: 4 });
    const { sealed } = await protectKey(db, passphrase, at(0));
    expect(sealed?.cost).toEqual(cost);
  });

  test('reads the same from another keyboard', async () => {
    const key = await protectKey(db, 'kafe\u0301 di pojok jalan', at(0), light);
    memory.clear();
    await unlockKey(key, 'kaf\u00e9 di pojok jalan');
    expect(await guardOf(key)).toBe('open');
  });
});

describe('a key that is withdrawn', { timeout: 60_000 }, () => {
  test('says so signed, signs nothing any more, and has a new one of its kind in its place', async () => {
    const bare = await currentKey(db, at(0));
    const { withdrawal, fingerprint } = await withdrawKey(db, bare.fingerprint, at(5));
    expect(await readWithdrawal(withdrawal as Uint8Array)).toEqual({ fingerprint, after: at(5) });
    expect(fingerprint).toBe(fingerprintOf(bare.publicKey));
    const [next, gone] = await readKeys(db);
    expect([await guardOf(next as CaptureKey), await guardOf(gone as CaptureKey)]).toEqual([
      'bare',
      'removed',
    ]);
    await expect(signs(gone as CaptureKey)).rejects.toMatchObject({ name: 'NoKey' });
    await expect(withdrawKey(db, fingerprint, at(6))).rejects.toMatchObject({ name: 'NoKey' });
  });

  test('takes no other key with it when it was an older one', async () => {
    const old = await currentKey(db, at(0));
    const current = await rotateKey(db, at(1));
    await withdrawKey(db, old.fingerprint, at(2));
    expect((await keyNow()).fingerprint).toBe(current.fingerprint);
    expect((await keyNow()).retired).toBeNull();
  });

  test('must be open: a locked one cannot say so', async () => {
    const key = await protectKey(db, passphrase, at(0), light);
    memory.clear();
    await expect(withdrawKey(db, key.fingerprint, at(1))).rejects.toMatchObject({ name: 'KeyLocked' });
    await unlockKey(key, passphrase);
    await withdrawKey(db, key.fingerprint, at(2));
    expect(await guardOf(await keyNow())).toBe('open');
  });
});

const databases = async () => (await indexedDB.databases()).map(({ name }) => name);
