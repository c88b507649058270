import { fingerprintOf } from '../signature';
import { readWithdrawal } from '../withdrawal';
import type { Findings } from './check';

interface Circumstances {
  /** What a time authority confirmed of the archive. */
  readonly time: string | 'unchecked' | null;
  /** ISO; null where there is no clock. */
  readonly now: string | null;
  /** Whether notes are there: signed with the same key, and seen by no time authority. */
  readonly hasNotes: boolean;
}

/**
 * The statement that a key signs nothing any more: whoever has the key since can sign with any date, so that only a time
 * authority's word from before speaks for a bundle.
 */
export async function checkWithdrawal(
  statement: Uint8Array | null,
  key: Uint8Array | null,
  { time, now, hasNotes }: Circumstances,
  findings: Findings,
): Promise<void> {
  if (statement === null) {
    findings.absent('withdrawal', 'none');
    return;
  }
  const read = await readWithdrawal(statement);
  if (typeof read === 'string') {
    findings.absent('withdrawal', read);
    return;
  }
  const { fingerprint, after } = read;
  if (key === null || fingerprintOf(key) !== fingerprint)
    findings.absent('withdrawal', 'other-key', { values: { fingerprint } });
  else if (now !== null && Date.parse(after) > Date.parse(now))
    findings.absent('withdrawal', 'not-yet', { values: { after } });
  else if (time === 'unchecked') findings.doubts('withdrawal', 'unchecked', { after });
  else if (time === null) findings.doubts('withdrawal', 'withdrawn', { after });
  else if (Date.parse(time) > Date.parse(after))
    findings.doubts('withdrawal', 'withdrawn-before', { after, time });
  else {
    findings.holds('withdrawal', 'before', { values: { after, time } });
    if (hasNotes) findings.absent('withdrawal', 'notes', { values: { after } });
  }
}
