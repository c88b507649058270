import { hexToBytes } from '@noble/hashes/utils.js';
import type { CaptureFacts } from '../capture-facts';
import { readTimeAnswer } from '../time/time-answer';
import { answerSignature } from '../time/time-signature';
import type { Check, Findings } from './check';
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

/** What a time authority confirmed, ISO; `unchecked` where its signature is of a kind unknown here, null without one. */
export function trustedTime(checks: readonly Check[]): string | 'unchecked' | null {
  const answer = checks.find(
    ({ check, why }) => check === 'time' && (why === 'holds' || why === 'unchecked'),
  );
  return answer?.why === 'unchecked' ? 'unchecked' : (answer?.values?.time ?? null);
}

/** Clocks differ by that much without anything being wrong, in ms. */
const apart = 5 * 60_000;

/** The device's clock against the reader's and the authority's. */
export function checkClock(
  { taken_utc: taken }: CaptureFacts,
  now: string | null,
  trusted: string | null,
  findings: Findings,
): void {
  const since = (later: string): number => Date.parse(later) - Date.parse(taken);
  if (trusted !== null && since(trusted) < -apart)
    findings.holds('clock', 'ahead', {
      values: { taken, time: trusted, minutes: String(Math.floor(-since(trusted) / 60_000)) },
    });
  if (now === null) findings.absent('clock', 'no-clock');
  else if (since(now) < -apart) findings.doubts('clock', 'future', { taken, now });
}
