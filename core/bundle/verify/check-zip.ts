import { type Range, shifted } from '../bytes';
import { type FoundEntry, readZip } from '../read-zip';
import { zipFaults } from '../zip-faults';
import type { Findings } from './check';
import { type Place, placeOf } from './place';

interface ZipCheck {
  /** What the container is checked as, and its list of files. */
  readonly container: 'bundle' | 'archive';
  readonly files: 'files' | 'contents';
  /** Put in front of every file's name. */
  readonly path: string;
  readonly needed: readonly string[];
  readonly mayHold: (name: string) => boolean;
  /** The order that the writer would give the files. */
  readonly inOrder: (names: readonly string[]) => readonly string[];
}

export interface CheckedZip {
  readonly files: ReadonlyMap<string, Place>;
  readonly entries: readonly FoundEntry[];
}

/** Reads a ZIP, says what of it our writer did not write, and which files are absent, alien or there twice. */
export function checkZip(
  bytes: Uint8Array,
  within: Place | null,
  how: ZipCheck,
  findings: Findings,
): CheckedZip {
  const { container, path, mayHold } = how;
  const base = within === null ? 0 : isPlain(within) ? within.whole.from : null;
  const at = (range: Range): Range => (base === null ? (within?.whole ?? range) : shifted(range, base));
  const found = readZip(bytes, mayHold);
  if (found.refused !== null) {
    findings.fails(container, found.refused, within?.path);
    return { files: new Map(), entries: [] };
  }
  const entries = settleNames(found.entries, how);
  for (const { kind, file, ...range } of zipFaults(bytes, entries))
    findings.fails(container, kind, file === null ? within?.path : path + shown(file), at(range));
  const files = new Map<string, Place>();
  for (const entry of entries) {
    const { name, start, dataTo } = entry;
    const all = at({ from: start, to: Math.max(dataTo - 1, start) });
    if (files.has(name)) findings.fails(how.files, 'twice', path + shown(name), all);
    else if (!mayHold(name)) findings.fails(how.files, 'added', path + shown(name), all);
    else files.set(name, placeOf(entry, path + name, base, within?.whole ?? null));
  }
  for (const name of how.needed) if (!files.has(name)) findings.fails(how.files, 'removed', path + name);
  const names = [...files.keys()];
  const moved = how.inOrder(names).findIndex((name, n) => name !== names[n]);
  if (moved >= 0)
    findings.fails(how.files, 'moved', path + names[moved], files.get(names[moved] ?? '')?.whole);
  return { files, entries };
}

/** Of two names that a file's headers give and a bundle may have, the one that the writer would have put there. */
function settleNames(entries: readonly FoundEntry[], { mayHold, inOrder }: ZipCheck): FoundEntry[] {
  const names = entries.map(({ name }) => name);
  const fits = (all: readonly string[]): boolean =>
    new Set(all).size === all.length && inOrder(all).every((name, n) => name === all[n]);
  return entries.map((entry, n) => {
    const { name, otherName } = entry;
    if (otherName === null || !mayHold(name) || !mayHold(otherName) || fits(names)) return entry;
    return fits(names.with(n, otherName)) ? { ...entry, name: otherName, otherName: name } : entry;
  });
}

/** Stored as it is, so that its bytes have places of their own in the bundle. */
const isPlain = ({ whole, bytes }: Place): boolean => whole.to - whole.from + 1 === bytes.length;

/** A name that came with the bundle: control signs and signs that turn the writing round made visible, and not endless. */
const shown = (name: string): string => name.replace(/[\p{C}\u2028\u2029]/gu, '\ufffd').slice(0, 120);
