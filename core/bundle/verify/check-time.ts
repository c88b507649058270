import { hexToBytes } from '@noble/hashes/utils.js';
import { answerNames, proofName } from '../build-bundle';
import type { CaptureFacts } from '../capture-facts';
import { readOtsProof } from '../time/ots-proof';
import { readTimeAnswer } from '../time/time-answer';
import { answerSignature } from '../time/time-signature';
import type { Check, Findings } from './check';
import type { Place } from './place';

/**
 * The answers of time authorities, if there are any: status, imprint, nonce, and their own signatures, the earliest time
 * first, as that one counts. And the OpenTimestamps proof, as far as it can be read without the chain.
 */
export async function checkTime(files: ReadonlyMap<string, Place>, findings: Findings): Promise<void> {
  const wacz = files.get('capture.wacz');
  const places = answerNames.flatMap((name) => files.get(name) ?? []);
  if (wacz === undefined || places.length === 0) findings.absent('time', 'none');
  if (wacz === undefined) return;
  const confirmed: { readonly isUnchecked: boolean; readonly more: Told }[] = [];
  for (const place of places) {
    const answer = readTimeAnswer(place.bytes, hexToBytes(wacz.hash));
    if (typeof answer === 'string') {
      findings.fails('time', answer, place.path, place.whole);
      continue;
    }
    const { outcome, authority } = await answerSignature(answer);
    const more = { values: { time: answer.time, authority }, file: place.path };
    if (outcome === 'fails') findings.fails('time', 'signature', place.path, place.whole);
    else if (outcome === 'not-for-time' || outcome === 'not-valid-then')
      findings.fails('time', outcome, place.path, place.whole);
    else confirmed.push({ isUnchecked: outcome === 'unknown', more });
  }
  const timeOf = ({ more }: (typeof confirmed)[number]): number => Date.parse(more.values.time);
  for (const { isUnchecked, more } of confirmed.toSorted(
    (a, b) => Number(a.isUnchecked) - Number(b.isUnchecked) || timeOf(a) - timeOf(b),
  ))
    if (isUnchecked) findings.absent('time', 'unchecked', more);
    else findings.holds('time', 'holds', more);
  checkProof(files.get(proofName), wacz, findings);
}

interface Told {
  readonly values: { readonly time: string; readonly authority: string };
  readonly file: string;
}

function checkProof(place: Place | undefined, wacz: Place, findings: Findings): void {
  if (place === undefined) return;
  const proof = readOtsProof(place.bytes);
  if (proof === null) findings.fails('time', 'not-a-proof', place.path, place.whole);
  else if (proof.hash !== wacz.hash) findings.fails('time', 'other-file', place.path, place.whole);
  else if (proof.blocks[0] === undefined) findings.absent('time', 'pending', { file: place.path });
  else findings.absent('time', 'anchored', { file: place.path, values: { block: String(proof.blocks[0]) } });
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
/** A clock may be set to another zone, in ms; not to another week. */
const mostAhead = 24 * 3_600_000;

/** The device's clock against the reader's and the authority's. */
export function checkClock(
  { taken_utc: taken }: CaptureFacts,
  now: string | null,
  trusted: string | null,
  findings: Findings,
): void {
  const since = (later: string): number => Date.parse(later) - Date.parse(taken);
  if (trusted !== null && now !== null && Date.parse(trusted) - Date.parse(now) > apart)
    findings.doubts('clock', 'seen-in-future', { time: trusted, now });
  if (trusted !== null && since(trusted) < -mostAhead)
    findings.doubts('clock', 'seen-long-before', { taken, time: trusted });
  else if (trusted !== null && since(trusted) < -apart)
    findings.holds('clock', 'ahead', {
      values: { taken, time: trusted, minutes: String(Math.floor(-since(trusted) / 60_000)) },
    });
  if (now === null) findings.absent('clock', 'no-clock');
  else if (since(now) < -apart) findings.doubts('clock', 'future', { taken, now });
}
