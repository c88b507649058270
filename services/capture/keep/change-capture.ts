import {
  type AttachRefusal,
  attachNotes,
  attachProof,
  attachTime,
  BundleInDoubt,
  detachNotes,
  type NotesInput,
} from '../../../core/bundle/attach';
import { sha256Hex } from '../../../core/bundle/bytes';
import { isOtsProof } from '../../../core/bundle/time/ots-proof';
import { readZip } from '../../../core/bundle/zip/read-zip';
import { nowAsIso } from '../../browser/clock';
import { keyOf, NoKey, signWith } from './capture-key';
import { type CaptureDatabase, NotStored, replaceBundle } from './capture-store';

/** A capture's bundle. @throws {NotStored} `changed` when it was deleted meanwhile */
export async function readBundle(db: CaptureDatabase, captureId: string): Promise<Uint8Array> {
  const bundle = await db.get('bundles', captureId);
  if (bundle === undefined) throw new NotStored('changed', 'the capture is gone');
  return bundle;
}

/** The request for trusted time as it lies in a bundle. @throws {BundleInDoubt} */
export function requestIn(bundle: Uint8Array): Uint8Array {
  const { entries } = readZip(bundle);
  const bytes = entries.find(({ name }) => name === 'capture.wacz.tsq')?.bytes;
  if (bytes == null) throw new BundleInDoubt('The bundle holds no request.');
  return bytes;
}

/**
 * Signs notes with the capture's own key and stores the bundle with them. The archive in it is left as it is.
 * @throws {NoKey} {KeyLocked} {BundleInDoubt} {NotStored}
 */
export async function saveNotes(
  db: CaptureDatabase,
  captureId: string,
  { notes, archived = [], by }: Omit<NotesInput, 'written'>,
): Promise<void> {
  const [capture, bundle] = await Promise.all([db.get('captures', captureId), readBundle(db, captureId)]);
  const key = await keyOf(db, capture?.facts.key_fingerprint ?? '');
  if (key === undefined) throw new NoKey('the key of this capture is not in this browser');
  const written = nowAsIso();
  const made = await attachNotes(bundle, { notes, archived, by, written }, signWith(key));
  const before = sha256Hex(bundle);
  await replaceBundle(db, captureId, { before, bundle: made, notes: notes.length, changed: written });
}

/** Takes the notes off a capture. @throws {BundleInDoubt} {NotStored} */
export async function removeNotes(db: CaptureDatabase, captureId: string): Promise<void> {
  const bundle = await readBundle(db, captureId);
  const made = await detachNotes(bundle);
  const before = sha256Hex(bundle);
  await replaceBundle(db, captureId, { before, bundle: made, notes: 0, changed: nowAsIso() });
}

/**
 * Checks the answer of a time authority, or an OpenTimestamps proof, and stores the bundle with it.
 * @returns the answer's time, ISO; the block that a proof names, null while it waits for one; or why it was refused
 * @throws {BundleInDoubt} {NotStored}
 */
export async function saveTime(
  db: CaptureDatabase,
  captureId: string,
  answer: Uint8Array,
): Promise<
  { readonly time: string } | { readonly block: number | null } | { readonly refused: AttachRefusal }
> {
  const bundle = await readBundle(db, captureId);
  const before = sha256Hex(bundle);
  if (isOtsProof(answer)) {
    const proved = await attachProof(bundle, answer);
    if ('refused' in proved) return proved;
    await replaceBundle(db, captureId, { before, bundle: proved.bundle, changed: nowAsIso() });
    return { block: proved.block };
  }
  const made = await attachTime(bundle, answer);
  if ('refused' in made) return made;
  const earlier = (await db.get('captures', captureId))?.trustedTime ?? null;
  await replaceBundle(db, captureId, {
    before,
    bundle: made.bundle,
    // The earliest counts.
    trustedTime: earlier !== null && Date.parse(earlier) <= Date.parse(made.time) ? earlier : made.time,
    changed: nowAsIso(),
  });
  return { time: made.time };
}
