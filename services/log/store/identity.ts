import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { toBase64 } from '../../../core/bundle/bytes';
import type { Owner } from '../../../core/export/export-row';
import { type Checkpoint, checkpointText } from '../../../core/log/checkpoint';
import { type LogDatabase, readState } from './open-store';

const algorithm = { name: 'ECDSA', namedCurve: 'P-384' } as const;
const signing = { name: 'ECDSA', hash: 'SHA-256' } as const;

const randomHex = (bytes: number): string => bytesToHex(crypto.getRandomValues(new Uint8Array(bytes)));

const saltBytes = 16;
/** Random bytes in store: the browser is asked once for many salts. */
const pool = new Uint8Array(saltBytes * 256);
let drawn = pool.length;

/** A fresh salt, 32 hex digits. */
export function newSalt(): string {
  if (drawn === pool.length) {
    crypto.getRandomValues(pool);
    drawn = 0;
  }
  drawn += saltBytes;
  return bytesToHex(pool.subarray(drawn - saltBytes, drawn));
}

/** The study's secret: made once, never shown, never exported. */
export async function readSecret(db: LogDatabase): Promise<string> {
  const known = await readState(db, 'secret');
  if (known) return known;
  const made = randomHex(32);
  const tx = db.transaction('state', 'readwrite', { durability: 'strict' });
  // Another window may have been faster: the first one counts.
  const first = (await tx.store.get('secret')) as string | undefined;
  if (!first) await tx.store.put(made, 'secret');
  await tx.done;
  return first ?? made;
}

/** A pseudonym that is the same within a study; another study has another secret. 32 hex digits. */
export const pseudonymFor = (study: string, secret: string): string =>
  bytesToHex(hmac(sha256, hexToBytes(secret), utf8ToBytes(study))).slice(0, 32);

/** The study's key; no script can read its private half, but the browser keeps it on the disk as it is. */
export async function readKey(db: LogDatabase): Promise<CryptoKeyPair> {
  const known = await readState(db, 'key');
  if (known) return known;
  const made = await crypto.subtle.generateKey(algorithm, false, ['sign', 'verify']);
  const tx = db.transaction('state', 'readwrite', { durability: 'strict' });
  const first = (await tx.store.get('key')) as CryptoKeyPair | undefined;
  if (!first) await tx.store.put(made, 'key');
  await tx.done;
  return first ?? made;
}

/** Whose rows an export of the study holds. */
export const ownerOf = async (db: LogDatabase, study: string, exportId: string): Promise<Owner> => ({
  study,
  participant: pseudonymFor(study, await readSecret(db)),
  code: (await readState(db, 'code')) ?? null,
  exportId,
});

/** The public half as SPKI (DER). */
export const publicKeyOf = async ({ publicKey }: CryptoKeyPair): Promise<Uint8Array> =>
  new Uint8Array(await crypto.subtle.exportKey('spki', publicKey));

/** raw r‖s over the bytes. */
export const sign = async ({ privateKey }: CryptoKeyPair, bytes: Uint8Array): Promise<Uint8Array> =>
  new Uint8Array(await crypto.subtle.sign(signing, privateKey, bytes as Uint8Array<ArrayBuffer>));

/** Signs the head of the chain as it is now, unless that was done; null when nothing was recorded yet. */
export async function makeCheckpoint(db: LogDatabase, created: string): Promise<Checkpoint | null> {
  const [head, key] = await Promise.all([readState(db, 'head'), readKey(db)]);
  if (!head) return null;
  const known = await db.get('checkpoints', head.n);
  if (known?.chain === head.chain) return known;
  const spki = await publicKeyOf(key);
  const unsigned = { ...head, created, key_fpr: bytesToHex(sha256(spki)) };
  const signature = await sign(key, utf8ToBytes(checkpointText(unsigned)));
  const checkpoint: Checkpoint = { ...unsigned, sig: toBase64(signature) };
  const tx = db.transaction('checkpoints', 'readwrite', { durability: 'strict' });
  await tx.store.put(checkpoint);
  await tx.done;
  return checkpoint;
}
