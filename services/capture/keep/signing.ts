import { nowAsIso } from '../../browser/clock';
import { hasStore } from '../../data/has-store';
import { type Guard, guardOf, protectKey, readKeys, unlockKey } from './capture-key';
import { type CaptureDatabase, type CaptureKey, captureStoreName, openCaptures } from './capture-store';
import { WrongPassphrase } from './sealed-key';

/** How the key is kept that would sign now, or the one that is named; `none`: the first capture makes it. */
export async function readGuard(fingerprint: string | null = null): Promise<Guard | 'none'> {
  // Looking must not make a store.
  if (!(await hasStore(captureStoreName))) return 'none';
  return inStore(async (db) => {
    const key = await wanted(db, fingerprint);
    return key === undefined ? 'none' : guardOf(key);
  });
}

/** Whether the passphrase opened the key. @throws {NoKey} */
export const unlock = (passphrase: string, fingerprint: string | null = null): Promise<boolean> =>
  inStore(async (db) => {
    const key = await wanted(db, fingerprint);
    try {
      if (key !== undefined) await unlockKey(key, passphrase);
      return key !== undefined;
    } catch (cause) {
      if (cause instanceof WrongPassphrase) return false;
      throw cause;
    }
  });

/** A new key behind a passphrase for all captures from now on. @throws {NotStored} */
export const protect = async (passphrase: string): Promise<void> => {
  await inStore((db) => protectKey(db, passphrase, nowAsIso()));
};

const wanted = async (db: CaptureDatabase, fingerprint: string | null): Promise<CaptureKey | undefined> =>
  (await readKeys(db)).find((key) =>
    fingerprint === null ? key.retired === null : key.fingerprint === fingerprint,
  );

async function inStore<Result>(work: (db: CaptureDatabase) => Promise<Result>): Promise<Result> {
  const db = await openCaptures();
  try {
    return await work(db);
  } finally {
    db.close();
  }
}
