import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { sha256Hex } from '../../../core/bundle/bytes';
import type { KeptCapture } from '../../../core/capture/kept-capture';
import type { SealedKey } from './sealed-key';

/**
 * A key that signs captures. It is not the record's key: that one is deleted when a participant withdraws, and the
 * captures must stay what they are. Its private half is in `pair` or `sealed`, or removed.
 */
export interface CaptureKey {
  readonly fingerprint: string;
  /** No script can read its private half; on the disk the browser keeps it as it is. */
  readonly pair?: CryptoKeyPair;
  /** The private half behind a passphrase. */
  readonly sealed?: SealedKey;
  /** The public half, SPKI. */
  readonly publicKey: Uint8Array;
  /** ISO, UTC, device's clock. */
  readonly created: string;
  /** When another key took its place; it then signs no new capture, only notes of its own ones. */
  readonly retired: string | null;
  /** The statement that it signs nothing any more, signed by itself before its private half was removed. */
  readonly withdrawal?: Uint8Array;
}

interface CapturesSchema extends DBSchema {
  captures: { key: string; value: KeptCapture; indexes: { taken: string } };
  /** Bundles by capture id: apart, so that a list does not load them. */
  bundles: { key: string; value: Uint8Array };
  keys: { key: string; value: CaptureKey };
}

export type CaptureDatabase = IDBPDatabase<CapturesSchema>;
export const captureStoreName = 'captures';
/** 1: captures, bundles, keys. A later version adds a step below and leaves the earlier ones as they are. */
const captureStoreVersion = 1;

/** `full`: no room on the disk. `changed`: the capture is another one, or gone, by now. */
export type StoreRefusal = 'full' | 'changed' | 'store';

/** Nothing of what was asked is stored; the message is the browser's own. */
export class NotStored extends Error {
  override readonly name = 'NotStored';
  constructor(
    readonly why: StoreRefusal,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

export const openCaptures = (name = captureStoreName, onClosed = () => {}): Promise<CaptureDatabase> =>
  openDB<CapturesSchema>(name, captureStoreVersion, {
    upgrade(db, oldVersion) {
      if (oldVersion < 1) {
        db.createObjectStore('captures', { keyPath: 'capture_id' }).createIndex('taken', 'taken');
        db.createObjectStore('bundles');
        db.createObjectStore('keys', { keyPath: 'fingerprint' });
      }
    },
    // Another page needs a newer version: let it, rather than hold it up.
    blocking: (_current, _blocked, event) => {
      (event.target as IDBDatabase).close();
      onClosed();
    },
  });

/**
 * Stores a capture with its bundle: both or nothing, on the disk when this returns.
 * @throws {NotStored}
 */
export const keep = (db: CaptureDatabase, capture: KeptCapture, bundle: Uint8Array): Promise<void> =>
  write(db, async (tx) => {
    quietly(tx.objectStore('captures').add(capture));
    quietly(tx.objectStore('bundles').add(bundle, capture.capture_id));
  });

/**
 * Puts another bundle, with notes or trusted time, in the place of a capture's own.
 * @param before SHA-256 of the bundle it was made from
 * @throws {NotStored} `changed` where another window was faster
 */
export const replaceBundle = (
  db: CaptureDatabase,
  captureId: string,
  {
    before,
    bundle,
    ...more
  }: { readonly before: string; readonly bundle: Uint8Array } & Partial<
    Pick<KeptCapture, 'notes' | 'trustedTime' | 'changed'>
  >,
): Promise<void> =>
  write(db, async (tx) => {
    const known = await tx.objectStore('captures').get(captureId);
    if (known?.sha256 !== before)
      throw new NotStored('changed', 'the capture was changed or deleted meanwhile');
    const changed = { ...known, ...more, sha256: sha256Hex(bundle), size: bundle.length };
    quietly(tx.objectStore('captures').put(changed));
    quietly(tx.objectStore('bundles').put(bundle, captureId));
  });

/** Deletes a capture and its bundle. Its key stays: other captures may be signed with it. */
export const deleteCapture = (db: CaptureDatabase, captureId: string): Promise<void> =>
  write(db, async (tx) => {
    quietly(tx.objectStore('captures').delete(captureId));
    quietly(tx.objectStore('bundles').delete(captureId));
  });

const openWrite = (db: CaptureDatabase) =>
  db.transaction(['captures', 'bundles'], 'readwrite', { durability: 'strict' });

/** A write that fails fails its transaction, and `tx.done` says so: its own promise need not be heard as well. */
const quietly = (request: Promise<unknown>): void => {
  request.catch(() => undefined);
};

async function write(
  db: CaptureDatabase,
  work: (tx: ReturnType<typeof openWrite>) => Promise<void>,
): Promise<void> {
  const tx = openWrite(db);
  // Heard below; what fails before must not be reported as unheard besides.
  tx.done.catch(() => undefined);
  try {
    await work(tx);
    await tx.done;
  } catch (cause) {
    if (tx.error === null) {
      try {
        tx.abort();
      } catch {
        // It was over already.
      }
    }
    await tx.done.catch(() => undefined);
    throw asNotStored(tx.error ?? cause);
  }
}

/** What a store said, as our own error. */
export function asNotStored(cause: unknown): NotStored {
  if (cause instanceof NotStored) return cause;
  const { name = '', message = String(cause) } = cause instanceof Error ? cause : {};
  return new NotStored(name === 'QuotaExceededError' ? 'full' : 'store', message || name, { cause });
}

export interface CaptureFilter {
  /** Words that must all occur, in any order. */
  readonly text: string;
  readonly processor: string | null;
}

const textOf = ({ facts }: KeptCapture): string =>
  [
    facts.capture_id,
    facts.page_url_masked,
    facts.page_url,
    facts.collector,
    facts.case_ref,
    facts.page_title_masked,
    facts.answer.id,
    facts.answer.en,
    facts.taken_utc,
    facts.key_fingerprint,
  ]
    .join(' ')
    .toLowerCase();

function fitsFilter(capture: KeptCapture, { text, processor }: CaptureFilter): boolean {
  if (processor !== null && capture.facts.processor !== processor) return false;
  const wanted = text.toLowerCase().split(/\s+/).filter(Boolean);
  return wanted.length === 0 || wanted.every((word) => textOf(capture).includes(word));
}

/** The newest captures that fit, at most `most` of them, without their bundles. */
export async function readCaptures(
  db: CaptureDatabase,
  filter: CaptureFilter,
  most: number,
): Promise<KeptCapture[]> {
  const found: KeptCapture[] = [];
  let cursor = await db.transaction('captures').store.index('taken').openCursor(null, 'prev');
  while (cursor && found.length < most) {
    if (fitsFilter(cursor.value, filter)) found.push(cursor.value);
    cursor = await cursor.continue();
  }
  return found;
}
