import { packSequence } from '../../../core/bundle/sequence';
import type { KeptCapture } from '../../../core/capture/kept-capture';
import { nowAsIso } from '../../browser/clock';
import { currentKey, signWith } from './capture-key';
import type { CaptureDatabase } from './capture-store';
import { readBundle } from './change-capture';

/** The captures of a flow, oldest first; none where a capture is of no flow. */
export async function capturesOfFlow(db: CaptureDatabase, flowId: string | null): Promise<KeptCapture[]> {
  if (flowId === null) return [];
  const all = await db.getAll('captures');
  return all
    .filter(({ facts }) => facts.flow_id === flowId)
    .toSorted((a, b) => a.taken.localeCompare(b.taken));
}

/**
 * Captures of one flow as one file, whose list is signed with the key of new captures.
 * @throws {NoKey} {NotStored}; an Error where one does not hold
 */
export async function sequenceOf(
  db: CaptureDatabase,
  captures: readonly KeptCapture[],
  nameOf: (capture: KeptCapture) => string,
): Promise<Uint8Array> {
  const parts = await Promise.all(
    captures.map(async (capture) => ({
      name: nameOf(capture),
      bundle: await readBundle(db, capture.capture_id),
    })),
  );
  const written = nowAsIso();
  const key = await currentKey(db, written);
  return packSequence(parts, { publicKey: key.publicKey, sign: signWith(key), written });
}
