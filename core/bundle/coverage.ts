import { changesOf } from './verify/changes-of';
import type { Check, CheckId } from './verify/check';
import type { Examination } from './verify/verify';
import type { Summary, VerifierKey } from './words';

/** One thing that the answer covers, or does not, to be said in the verifier's words. */
export interface Covered {
  readonly key: VerifierKey;
  readonly isCovered: boolean;
  readonly values?: Check['values'];
}

/** What a bundle that holds is known to be, and what nobody knows from it. */
export function coverageOf({ checks }: Examination): Covered[] {
  const held = (id: CheckId, why: string) =>
    checks.find(({ check, outcome, why: found }) => check === id && outcome === 'holds' && found === why);
  const words = held('words', 'holds');
  const time = held('time', 'holds');
  const all: Covered[] = [
    { key: 'covers.bytes', isCovered: true },
    words
      ? { key: 'covers.words', isCovered: true, ...valuesOf(words) }
      : { key: 'covers.not-words', isCovered: false },
    time
      ? { key: 'covers.time', isCovered: true, ...valuesOf(time) }
      : { key: 'covers.no-time', isCovered: false },
    held('fingerprint', 'expected')
      ? { key: 'covers.fingerprint', isCovered: true }
      : { key: 'covers.who', isCovered: false },
    ...(checks.some(({ check, why }) => check === 'withdrawal' && why === 'notes')
      ? [{ key: 'covers.not-notes', isCovered: false } as const]
      : []),
    { key: 'covers.server', isCovered: false },
  ];
  return all.toSorted((a, b) => Number(b.isCovered) - Number(a.isCovered));
}

const valuesOf = ({ values }: Check): Pick<Covered, 'values'> => (values === undefined ? {} : { values });

/** What an answer other than "holds" rests on in the first place; null where nothing speaks against the bundle. */
export function firstCause({ checks }: Examination, summary: Summary): Check | null {
  if (summary === 'fails') return changesOf(checks)[0] ?? null;
  if (summary === 'doubtful') return checks.find(({ outcome }) => outcome === 'doubts') ?? null;
  return null;
}
