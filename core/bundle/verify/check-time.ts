import { hexToBytes } from '@noble/hashes/utils.js';
import { readTimeAnswer } from '../time/time-answer';
import { answerSignature } from '../time/time-signature';
import type { Findings } from './check';
import type { Place } from './place';

/** The answer of a time authority, if there is one: status, imprint, nonce, and its own signature. */
export async function checkTime(files: ReadonlyMap<string, Place>, findings: Findings): Promise<void> {
  const place = files.get('capture.wacz.tsr');
  const wacz = files.get('capture.wacz');
  if (place === undefined || wacz === undefined) {
    findings.absent('time', 'none');
    return;
  }
  const answer = readTimeAnswer(place.bytes, hexToBytes(wacz.hash));
  if (typeof answer === 'string') {
    findings.fails('time', answer, place.path, place.whole);
    return;
  }
  const { outcome, authority } = await answerSignature(answer);
  const values = { time: answer.time, authority };
  if (outcome === 'fails') findings.fails('time', 'signature', place.path, place.whole);
  else if (outcome === 'unknown') findings.absent('time', 'unchecked', { values });
  else findings.holds('time', 'holds', { values });
}
