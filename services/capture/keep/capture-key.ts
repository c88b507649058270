import { utf8ToBytes } from '../../../core/bundle/bytes';
import { fingerprintOf, pemOf, type Sign } from '../../../core/bundle/signature';
import { asNotStored, type CaptureDatabase, type CaptureKey } from './capture-store';

const algorithm = { name: 'ECDSA', namedCurve: 'P-384' } as const;
const signing = { name: 'ECDSA', hash: 'SHA-256' } as const;

/** The key of new captures; made now where there is none. @throws {NotStored} */
export async function currentKey(db: CaptureDatabase, now: string): Promise<CaptureKey> {
  const known = (await db.getAll('keys')).find(isCurrent);
  return known ?? putKey(db, await makeKey(now), (others) => others.find(isCurrent) ?? null);
}

/** A new key for all captures from now on; the one before stays, for notes and for its fingerprint. @throws {NotStored} */
export const rotateKey = async (db: CaptureDatabase, now: string): Promise<CaptureKey> =>
  putKey(db, await makeKey(now), () => null);

/** All keys, newest first. */
export const readKeys = async (db: CaptureDatabase): Promise<CaptureKey[]> =>
  (await db.getAll('keys')).toSorted(
    (a, b) => Number(isCurrent(b)) - Number(isCurrent(a)) || (a.created < b.created ? 1 : -1),
  );

export const keyOf = (db: CaptureDatabase, fingerprint: string): Promise<CaptureKey | undefined> =>
  db.get('keys', fingerprint);

export const signWith =
  ({ pair }: CaptureKey): Sign =>
  async (bytes) =>
    new Uint8Array(await crypto.subtle.sign(signing, pair.privateKey, bytes as Uint8Array<ArrayBuffer>));

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

async function makeKey(created: string): Promise<CaptureKey> {
  const pair = await crypto.subtle.generateKey(algorithm, false, ['sign', 'verify']);
  const publicKey = new Uint8Array(await crypto.subtle.exportKey('spki', pair.publicKey));
  return { fingerprint: fingerprintOf(publicKey), pair, publicKey, created, retired: null };
}

/** Stores a key and retires the others in one go, unless `instead` finds that another window was faster. */
async function putKey(
  db: CaptureDatabase,
  made: CaptureKey,
  instead: (others: readonly CaptureKey[]) => CaptureKey | null,
): Promise<CaptureKey> {
  const tx = db.transaction('keys', 'readwrite', { durability: 'strict' });
  tx.done.catch(() => undefined);
  try {
    const others = await tx.store.getAll();
    const faster = instead(others);
    if (faster === null) {
      await tx.store.put(made);
      for (const other of others.filter(isCurrent)) await tx.store.put({ ...other, retired: made.created });
    }
    await tx.done;
    return faster ?? made;
  } catch (cause) {
    await tx.done.catch(() => undefined);
    throw asNotStored(tx.error ?? cause);
  }
}
