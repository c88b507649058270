import { utf8ToBytes } from '../../../core/bundle/bytes';
import { fingerprintOf, pemOf, type Sign } from '../../../core/bundle/signature';
import { writeWithdrawal } from '../../../core/bundle/withdrawal';
import { overwriteRemains } from '../../data/overwrite-remains';
import { asNotStored, type CaptureDatabase, type CaptureKey } from './capture-store';
import {
  cost,
  KeyLocked,
  keepOpener,
  newSalt,
  type Opener,
  openerFor,
  readOpener,
  type SealedKey,
  seal,
  unseal,
} from './sealed-key';

const algorithm = { name: 'ECDSA', namedCurve: 'P-384' } as const;
const signing = { name: 'ECDSA', hash: 'SHA-256' } as const;

/** The private key that is asked for is not in this browser, or not any more. */
export class NoKey extends Error {
  override readonly name = 'NoKey';
}

/** The key of new captures; made now where there is none. @throws {NotStored} */
export async function currentKey(db: CaptureDatabase, now: string): Promise<CaptureKey> {
  const known = (await db.getAll('keys')).find(isCurrent);
  if (known !== undefined) return known;
  return putKeys(db, await makeKey(now, null), [], (others) => others.find(isCurrent) ?? null);
}

/**
 * A new key for all captures from now on, behind the same passphrase where there is one; the one before stays, for notes
 * and for its fingerprint. @throws {NotStored} {KeyLocked}
 */
export async function rotateKey(db: CaptureDatabase, now: string): Promise<CaptureKey> {
  const before = (await db.getAll('keys')).find(isCurrent);
  return putKeys(db, await makeKey(now, before === undefined ? null : await openerOf(before)));
}

/**
 * A new key behind a passphrase, open until the browser ends. A key that cannot be exported cannot be sealed later: all
 * that lie open on the disk are withdrawn by a statement of their own and go. @throws {NotStored}
 */
export async function protectKey(
  db: CaptureDatabase,
  passphrase: string,
  now: string,
  guarded: SealedKey['cost'] = cost,
): Promise<CaptureKey> {
  const opener = await openerFor(passphrase, { salt: newSalt(), cost: guarded });
  const bare = (await db.getAll('keys')).filter(({ pair }) => pair !== undefined);
  const withdrawn = await Promise.all(bare.map((key) => withdrawnKey(key, now)));
  const made = await putKeys(db, await makeKey(now, opener), withdrawn);
  await keepOpener(opener);
  if (bare.length > 0) await overwriteRemains();
  return made;
}

/** A new key without a passphrase for all captures from now on. @throws {NotStored} */
export const exposeKey = async (db: CaptureDatabase, now: string): Promise<CaptureKey> =>
  putKeys(db, await makeKey(now, null));

/**
 * Takes a key out of use for good: it signs that it signs nothing after now, then its private half goes. A new key of the
 * same guard takes its place, where it was the current one.
 * @throws {NotStored} {NoKey} {KeyLocked}
 */
export async function withdrawKey(
  db: CaptureDatabase,
  fingerprint: string,
  now: string,
): Promise<CaptureKey> {
  const key = await keyOf(db, fingerprint);
  if (key === undefined) throw new NoKey('the key is not in this browser');
  const withdrawn = await withdrawnKey(key, now);
  const next = isCurrent(key) ? await makeKey(now, await openerOf(key)) : null;
  await putKeys(db, next, [withdrawn]);
  if (key.pair !== undefined) await overwriteRemains();
  return withdrawn;
}

/** Opens a key until the browser ends. @throws {WrongPassphrase} {NoKey} */
export async function unlockKey({ sealed }: CaptureKey, passphrase: string): Promise<void> {
  if (sealed === undefined) throw new NoKey('the key has no passphrase');
  const opener = await openerFor(passphrase, sealed);
  await unseal(sealed, opener, algorithm);
  await keepOpener(opener);
}

/** How a private half is kept. */
export type Guard = 'bare' | 'open' | 'locked' | 'removed';

export async function guardOf({ pair, sealed }: CaptureKey): Promise<Guard> {
  if (sealed !== undefined) return (await readOpener(sealed)) === null ? 'locked' : 'open';
  return pair === undefined ? 'removed' : 'bare';
}

/** All keys, newest first. */
export const readKeys = async (db: CaptureDatabase): Promise<CaptureKey[]> =>
  (await db.getAll('keys')).toSorted(
    (a, b) => Number(isCurrent(b)) - Number(isCurrent(a)) || (a.created < b.created ? 1 : -1),
  );

export const keyOf = (db: CaptureDatabase, fingerprint: string): Promise<CaptureKey | undefined> =>
  db.get('keys', fingerprint);

/** Signs with a key of this browser. What it gives back rejects with {NoKey} or {KeyLocked}. */
export function signWith(key: CaptureKey): Sign {
  let privateKey: Promise<CryptoKey> | undefined;
  return async (bytes) => {
    privateKey ??= privateHalf(key);
    const signature = crypto.subtle.sign(signing, await privateKey, bytes as Uint8Array<ArrayBuffer>);
    return new Uint8Array(await signature);
  };
}

async function privateHalf(key: CaptureKey): Promise<CryptoKey> {
  if (key.pair !== undefined) return key.pair.privateKey;
  const opener = await openerOf(key);
  if (key.sealed === undefined || opener === null)
    throw new NoKey('the private half is not in this browser any more');
  return unseal(key.sealed, opener, algorithm);
}

/** What opens a sealed key; null for one that has no passphrase. @throws {KeyLocked} */
async function openerOf({ sealed, fingerprint }: CaptureKey): Promise<Opener | null> {
  if (sealed === undefined) return null;
  const opener = await readOpener(sealed);
  if (opener === null) throw new KeyLocked(fingerprint);
  return opener;
}

/** The public keys as a file that openssl reads, each below its fingerprint and time. */
export const publicKeysFile = (keys: readonly CaptureKey[]): Uint8Array =>
  utf8ToBytes(
    keys
      .map(
        ({ fingerprint, publicKey, created, retired }) =>
          `# Di Balik Keranjang (Behind the Basket)\n# SHA-256 ${fingerprint}\n# ${created} – ${retired ?? ''}\n${pemOf(publicKey)}`,
      )
      .join('\n'),
  );

const isCurrent = ({ retired }: CaptureKey): boolean => retired === null;

async function makeKey(created: string, opener: Opener | null): Promise<CaptureKey> {
  // Only what is sealed at once may be exported: a key that may not cannot be sealed, and one that may is never stored.
  const pair = await crypto.subtle.generateKey(algorithm, opener !== null, ['sign', 'verify']);
  const publicKey = new Uint8Array(await crypto.subtle.exportKey('spki', pair.publicKey));
  const made = { fingerprint: fingerprintOf(publicKey), publicKey, created, retired: null };
  return opener === null ? { ...made, pair } : { ...made, sealed: await seal(pair.privateKey, opener) };
}

/** A key as it is kept after its withdrawal. @throws {NoKey} {KeyLocked} */
async function withdrawnKey(key: CaptureKey, now: string): Promise<CaptureKey> {
  const { fingerprint, publicKey, created, retired } = key;
  const withdrawal = await writeWithdrawal(publicKey, now, signWith(key));
  return { fingerprint, publicKey, created, retired: retired ?? now, withdrawal };
}

/** Stores changed keys and a new one, which retires the others, in one go. @returns the new one, or what `instead` gave for it */
async function putKeys<Made extends CaptureKey | null>(
  db: CaptureDatabase,
  made: Made,
  changed: readonly CaptureKey[] = [],
  instead: (others: readonly CaptureKey[]) => Made | null = () => null,
): Promise<Made> {
  const tx = db.transaction('keys', 'readwrite', { durability: 'strict' });
  tx.done.catch(() => undefined);
  try {
    const others = await tx.store.getAll();
    // Another window was faster.
    const faster = instead(others);
    const retiring = made === null || faster !== null ? [] : others.filter(isCurrent);
    const put = retiring.map((key) => ({ ...key, retired: made?.created ?? null }));
    if (faster === null)
      for (const key of [...put, ...changed, ...(made === null ? [] : [made])]) await tx.store.put(key);
    await tx.done;
    return faster ?? made;
  } catch (cause) {
    await tx.done.catch(() => undefined);
    throw asNotStored(tx.error ?? cause);
  }
}
