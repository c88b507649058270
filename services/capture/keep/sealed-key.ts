import { argon2idAsync } from '@noble/hashes/argon2.js';
import browser from 'webextension-polyfill';
import { fromBase64, hexOf, toBase64, utf8ToBytes } from '../../../core/bundle/bytes';

/** Argon2id as RFC 9106 recommends it where memory is dear: three passes over 64 MiB, about a second and a half. */
export const cost = { t: 3, m: 65_536, p: 4 } as const;

/** A private key that is of no use without its passphrase: PKCS#8 under AES-256-GCM, whose key is made from the passphrase. */
export interface SealedKey {
  readonly salt: Uint8Array;
  /** Kept with each key, as a later version may ask for more. */
  readonly cost: { readonly t: number; readonly m: number; readonly p: number };
  readonly iv: Uint8Array;
  readonly sealed: Uint8Array;
}

/** The passphrase opens this key not. */
export class WrongPassphrase extends Error {
  override readonly name = 'WrongPassphrase';
}

/** The key is sealed, and its passphrase was not given since the browser was started. */
export class KeyLocked extends Error {
  override readonly name = 'KeyLocked';
  constructor(readonly fingerprint: string) {
    super('the passphrase was not given since the browser was started');
  }
}

/** What opens a key. It lies in the browser's memory only (storage.session), until the browser ends. */
export type Opener = Pick<SealedKey, 'salt' | 'cost'> & { readonly bytes: Uint8Array };

export const newSalt = (): Uint8Array => random(16);

/** Makes a passphrase's opener: of a key that is there, or with a salt and cost of its own. */
export async function openerFor(
  passphrase: string,
  { salt, cost: asked }: Pick<SealedKey, 'salt' | 'cost'>,
): Promise<Opener> {
  // The same words typed on another keyboard are the same passphrase.
  const secret = utf8ToBytes(passphrase.normalize('NFKC'));
  return { salt, cost: asked, bytes: await argon2idAsync(secret, salt, { ...asked, dkLen: 32 }) };
}

/** Seals a private key that can be exported; it is not to be stored in any other way. */
export async function seal(key: CryptoKey, { salt, cost: made, bytes }: Opener): Promise<SealedKey> {
  const iv = random(12);
  const sealed = await crypto.subtle.wrapKey('pkcs8', key, await wrapping(bytes), { name: 'AES-GCM', iv });
  return { salt, cost: made, iv, sealed: new Uint8Array(sealed) };
}

/** Opens a key to sign with; it cannot be exported then. @throws {WrongPassphrase} */
export async function unseal(
  { sealed, iv }: SealedKey,
  { bytes }: Opener,
  algorithm: EcKeyImportParams,
): Promise<CryptoKey> {
  const by = { name: 'AES-GCM', iv: iv as Uint8Array<ArrayBuffer> };
  try {
    return await crypto.subtle.unwrapKey(
      'pkcs8',
      sealed as Uint8Array<ArrayBuffer>,
      await wrapping(bytes),
      by,
      algorithm,
      false,
      ['sign'],
    );
  } catch (cause) {
    throw new WrongPassphrase('the passphrase does not open this key', { cause });
  }
}

const wrapping = (bytes: Uint8Array): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', bytes as Uint8Array<ArrayBuffer>, 'AES-GCM', false, [
    'wrapKey',
    'unwrapKey',
  ]);

const random = (size: number): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(size));

const prefix = 'opener:';
const nameOf = ({ salt }: Pick<SealedKey, 'salt'>): string => prefix + hexOf(salt);

/** The opener of a key, where its passphrase was given since the browser was started. */
export async function readOpener(key: SealedKey): Promise<Opener | null> {
  const name = nameOf(key);
  const { [name]: kept } = await browser.storage.session.get(name);
  const bytes = typeof kept === 'string' ? fromBase64(kept) : null;
  return bytes && { salt: key.salt, cost: key.cost, bytes };
}

export const keepOpener = (opener: Opener): Promise<void> =>
  browser.storage.session.set({ [nameOf(opener)]: toBase64(opener.bytes) });

/** Forgets the openers of all keys: the next signature asks for the passphrase. */
export async function lockKeys(): Promise<void> {
  const names = Object.keys(await browser.storage.session.get(null));
  await browser.storage.session.remove(names.filter((name) => name.startsWith(prefix)));
}

/** Calls back when a key is opened or locked, in this page or another. @returns what ends that */
export function onOpened(callback: () => void): () => void {
  const listener = (changes: Record<string, unknown>) => {
    if (Object.keys(changes).some((changed) => changed.startsWith(prefix))) callback();
  };
  browser.storage.session.onChanged.addListener(listener);
  return () => browser.storage.session.onChanged.removeListener(listener);
}
