import type { Check, CheckId } from './check';

/** What speaks of whole files or of the key, and so has no range. */
const withoutRange: readonly string[] = [
  'removed',
  'twice',
  'other-key',
  'not-expected',
  'not-a-zip',
  'overlapping',
];

/** What is a cause comes before what may follow from it: whose key, then what was signed, then what lies beside it. */
const causes: readonly CheckId[] = [
  'fingerprint',
  'contents',
  'records',
  'copies',
  'facts',
  'stamp',
  'list',
  'index',
  'archive',
  'signature',
  'key',
  'time',
  'notes',
  'files',
  'bundle',
];
const rankOf = ({ check }: Check): number => (causes.includes(check) ? causes.indexOf(check) : causes.length);

/**
 * The places that were changed, first causes first, each once and as closely as it is known: of findings about the same bytes the closest.
 * What only follows from a change elsewhere, such as a hash that no longer fits, is left out.
 */
export function changesOf(checks: readonly Check[]): Check[] {
  const failed = checks.filter(({ outcome }) => outcome === 'fails');
  const placed = failed.filter(({ from, to }) => from !== undefined && to !== undefined);
  const closest = placed.filter(
    (one, n) => !placed.some((other, m) => isWithin(other, one) && (!isWithin(one, other) || m > n)),
  );
  const others = failed.filter(({ why, from }) => from === undefined && withoutRange.includes(why));
  const told = [...others, ...closest];
  return (told.length > 0 ? told : failed).toSorted((a, b) => rankOf(a) - rankOf(b));
}

const isWithin = (inner: Check, outer: Check): boolean =>
  inner !== outer &&
  isOfOneFile(inner, outer) &&
  (inner.from ?? 0) >= (outer.from ?? 0) &&
  (inner.to ?? 0) <= (outer.to ?? 0);

/** Files that lie by themselves each count their bytes anew. */
const isOfOneFile = (one: Check, other: Check): boolean =>
  one.file === undefined || other.file === undefined || rootOf(one.file) === rootOf(other.file);

const rootOf = (file: string): string => file.split('/')[0] ?? '';
