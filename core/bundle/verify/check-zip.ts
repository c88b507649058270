import { type Range, shifted } from '../bytes';
import { type FoundEntry, readZip } from '../zip/read-zip';
import { type ZipFaultKind, zipFaults } from '../zip/zip-faults';
import { admitFiles, type GivenFile, shown, type WantedFiles } from './admit-files';
import type { Findings } from './check';
import { looseFile, type Place, placeOf } from './place';

/** A file that lies by itself, such as in a folder; its name may begin with folders. */
interface LooseFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What is to be checked: the bytes of a ZIP, or what somebody unpacked from one. */
export type Given = Uint8Array | readonly LooseFile[];

interface ZipCheck extends WantedFiles {
  /** What the container is checked as. */
  readonly container: 'bundle' | 'archive';
  /** Whether the container itself was signed: then any other byte in it is a change. */
  readonly isSigned: boolean;
}

export interface CheckedZip {
  /** In the order of the writer. */
  readonly files: ReadonlyMap<string, Place>;
  /** Names of files that are there and cannot be read here. */
  readonly unread: ReadonlySet<string>;
  readonly entries: readonly FoundEntry[];
  /** Whether the container was written by another program, and that was said. */
  readonly isRepacked: boolean;
}

export const nothingFound: CheckedZip = {
  files: new Map(),
  unread: new Set(),
  entries: [],
  isRepacked: false,
};

/** More places than one or two changed bytes explain: then it was written by another program. */
const fewPlaces = 3;

/**
 * Reads a ZIP or loose files, says what of a ZIP our writer did not write, and which files are absent, alien or there
 * twice. What differs in an unsigned container alone is noted and is no fault: people's tools pack bundles again.
 */
export function checkZip(given: Given, within: Place | null, how: ZipCheck, findings: Findings): CheckedZip {
  if (!(given instanceof Uint8Array)) {
    findings.absent(how.container, 'loose');
    const loose = given.map(({ name, bytes }): GivenFile => ({ names: [name], ...looseFile(bytes) }));
    return { ...nothingFound, ...admitFiles(loose, how, findings) };
  }
  const { container, path } = how;
  const base = within === null ? 0 : isPlain(within) ? within.whole.from : null;
  const at = (range: Range): Range => (base === null ? (within?.whole ?? range) : shifted(range, base));
  const found = readZip(given);
  if (found.refused !== null) {
    findings.fails(container, found.refused, within?.path);
    return nothingFound;
  }
  const placed = found.entries.map((entry): GivenFile => {
    const { name, otherName, start, dataTo, bytes, form } = entry;
    return {
      names: otherName === null ? [name] : [name, otherName],
      size: bytes?.length ?? dataTo - entry.dataFrom,
      whole: at({ from: start, to: Math.max(dataTo - 1, start) }),
      isUnread: bytes === null && form !== 'broken' && form !== 'cut',
      place: (own) => placeOf(entry, own, base, within?.whole ?? null),
    };
  });
  const admitted = admitFiles(placed, how, findings);
  const entries = found.entries.map((entry, n) => ({ ...entry, name: admitted.names[n] ?? entry.name }));
  const faults = zipFaults(given, { ...found, entries });
  const harmless = faults.filter(({ kind }) => !how.isSigned && isOfContainer(kind));
  const isRepacked = harmless.length >= fewPlaces;
  for (const fault of faults) {
    const { kind, file, ...range } = fault;
    const name = file === null ? within?.path : path + shown(file);
    if (isRepacked && harmless.includes(fault)) continue;
    if (harmless.includes(fault)) findings.notes(container, kind, name, at(range));
    else if (kind === 'encrypted' || kind === 'other-packing')
      findings.absent(container, kind, { file: name ?? '' });
    else findings.fails(container, kind, name, at(range));
  }
  if (isRepacked) findings.notes(container, 'repacked', within?.path);
  else if (admitted.moved !== null && !how.isSigned)
    findings.notes(how.files, 'moved', path + admitted.moved);
  return { ...admitted, entries, isRepacked };
}

const isOfContainer = (kind: ZipFaultKind): boolean =>
  kind === 'header' || kind === 'directory' || kind === 'padding' || kind === 'packed';

/** Stored as it is, so that its bytes have places of their own in the bundle. */
const isPlain = ({ whole, bytes }: Place): boolean => whole.to - whole.from + 1 === bytes.length;
