import * as v from 'valibot';
import { parseJson } from '../../page/parse-json';
import { textOf } from '../bytes';
import type { CaptureFacts } from '../capture-facts';
import { lieOn, type Notes, notesSchema } from '../notes';
import { rawSignature, signatureHolds } from '../signature';
import type { Findings } from './check';
import type { Place } from './place';

/** The layer of notes, if there is one: its own signature, and whether it is about this capture. */
export async function checkNotes(
  files: ReadonlyMap<string, Place>,
  key: Uint8Array | null,
  facts: CaptureFacts | null,
  findings: Findings,
): Promise<Notes | null> {
  const place = files.get('notes.json');
  const signature = files.get('notes.json.sig');
  if (place === undefined || signature === undefined) {
    const alone = place ?? signature;
    if (alone === undefined) findings.absent('notes', 'none');
    else findings.fails('notes', 'half', alone.path, alone.whole);
    return null;
  }
  const raw = rawSignature(signature.bytes);
  if (raw === null) {
    findings.fails('notes', 'unreadable', signature.path, signature.whole);
    return null;
  }
  const answer = await signatureHolds(key ?? new Uint8Array(), raw, place.bytes);
  const changed = signature.fitsChecksum ? place : signature;
  if (answer === 'fails') findings.fails('notes', 'signature', changed.path, changed.whole);
  if (answer === 'no-crypto') findings.absent('notes', 'no-crypto');
  const found = v.safeParse(notesSchema, parseJson(textOf(place.bytes)));
  if (!found.success) {
    findings.fails('notes', 'unreadable', place.path, place.whole);
    return null;
  }
  const notes = found.output;
  const wacz = files.get('capture.wacz');
  const isOfThis =
    notes.wacz_sha256 === wacz?.hash && (facts === null || notes.capture_id === facts.capture_id);
  if (!isOfThis) findings.fails('notes', 'other-capture', place.path);
  if (facts !== null && !lieOn(notes, facts.image))
    findings.fails('notes', 'outside', place.path, place.whole);
  return answer === 'holds' && isOfThis ? notes : null;
}
