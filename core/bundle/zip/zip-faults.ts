import { concatBytes, differs, type Range, shifted } from '../bytes';
import type { EntryForm, FoundEntry, FoundZip } from './read-zip';
import { centralHeader, endRecord, localHeader, type StoredEntry, type ZipTime } from './write-zip';
import { isAt, signatures } from './zip-headers';

/** What of a ZIP does not touch the content of its files: our writer would have written other bytes around it. */
type ContainerKind =
  | 'header' // a local header is not as we write it
  | 'directory' // the directory at the end is not as we write it
  | 'padding' // bytes between files that belong to none
  | 'packed'; // compressed, while our writer stores

/** What touches the content of its files, or keeps it from being read. */
type ContentKind =
  | 'data' // the content does not fit the checksum
  | 'hidden' // a further file, which the directory does not name or another tool would take for it
  | 'encrypted'
  | 'other-packing' // packed in a way that is not read here
  | 'too-large' // unpacks to more than a bundle ever holds
  | 'cut'; // the file ends before this entry does

export type ZipFaultKind = ContainerKind | ContentKind;

export interface ZipFault extends Range {
  readonly kind: ZipFaultKind;
  /** The file concerned; null where it is the ZIP itself. */
  readonly file: string | null;
}

const kindOf: Partial<Record<EntryForm, ZipFaultKind>> = {
  broken: 'data',
  cut: 'cut',
  encrypted: 'encrypted',
  other: 'other-packing',
  'too-large': 'too-large',
  deflated: 'packed',
};

/**
 * Every byte of a ZIP that its writer would not have written for these files: headers, gaps, the directory, whatever
 * follows it. Positions are from the start of the ZIP.
 */
export function zipFaults(bytes: Uint8Array, { entries, directory }: FoundZip): ZipFault[] {
  const faults: ZipFault[] = [];
  const time = timeOf(entries);
  const stored: StoredEntry[] = [];
  let at = 0;
  for (const entry of entries) {
    if (entry.start > at) {
      const gap = { from: at, to: entry.start - 1 };
      const kind = holds(bytes, gap, [signatures.local, signatures.central]) ? 'hidden' : 'padding';
      faults.push({ kind, file: null, ...gap });
    }
    const crc = crcFor(entry);
    const kind = kindOf[entry.form];
    if (kind !== undefined) faults.push({ kind, file: entry.name, ...dataRange(entry) });
    const size = entry.dataTo - entry.dataFrom;
    stored.push({ name: entry.name, size, crc, offset: entry.start });
    const expected = localHeader({ name: entry.name, size, crc, offset: entry.start }, time);
    const found = differs(bytes.subarray(entry.start, entry.dataFrom), expected);
    if (found !== null && (kind === undefined || kind === 'data'))
      faults.push({ kind: 'header', file: entry.name, ...shifted(found, entry.start) });
    at = Math.max(at, entry.dataTo);
  }
  if (entries.some(({ form }) => form === 'cut')) return faults;
  const central = concatBytes(...stored.map((entry) => centralHeader(entry, time)));
  const tail = concatBytes(central, endRecord(stored.length, central.length, at));
  const found = differs(bytes.subarray(at), tail);
  const last = bytes.length - 1;
  // Which of two names is the true one cannot be told: the other may be the damaged one.
  if (directory !== null && entries.some(({ otherName }) => otherName !== null))
    faults.push({
      kind: 'directory',
      file: null,
      from: directory.from,
      to: Math.max(directory.from, directory.end - 1),
    });
  if (found === null) return faults;
  if (directory === null && bytes.length < at + tail.length)
    faults.push({ kind: 'cut', file: null, from: Math.min(at, last), to: last });
  else faults.push({ kind: 'directory', file: null, ...shifted(found, at) });
  for (const beside of tailBeside(bytes, at, directory))
    if (holds(bytes, beside, directory === null ? [signatures.local] : everySignature))
      faults.push({ kind: 'hidden', file: null, ...beside });
  return faults;
}

const everySignature = [signatures.local, signatures.central, signatures.end];

/** What follows the last file and is no part of the directory: its comment counts as such, as anything fits into it. */
function tailBeside(bytes: Uint8Array, at: number, directory: FoundZip['directory']): Range[] {
  const last = bytes.length - 1;
  if (directory === null) return [{ from: at, to: last }];
  const { from, end } = directory;
  return [
    { from: at, to: from - 1 },
    { from: end + 4, to: last },
  ];
}

/** Whether a header of a ZIP begins somewhere in the range. */
function holds(bytes: Uint8Array, { from, to }: Range, wanted: readonly number[]): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  for (let at = from; at + 3 <= to; at += 1)
    if (bytes[at] === 0x50 && wanted.some((signature) => isAt(view, at, signature))) return true;
  return false;
}

/** The checksum that the headers should hold: where both agree on another one, it is the content that was changed. */
function crcFor({ crc, crcs }: FoundEntry): number {
  const [one = crc, other = crc] = crcs;
  return one === other ? one : crc;
}

export const dataRange = ({ dataFrom, dataTo }: FoundEntry): Range => ({
  from: Math.min(dataFrom, Math.max(dataTo - 1, 0)),
  to: Math.max(dataTo - 1, 0),
});

/** The time that most files bear: one changed header does not shift it. */
export function timeOf(entries: readonly FoundEntry[]): ZipTime {
  const counts = new Map<string, { time: ZipTime; count: number }>();
  for (const { date, time } of entries) {
    const known = counts.get(`${date} ${time}`);
    counts.set(`${date} ${time}`, { time: { date, time }, count: (known?.count ?? 0) + 1 });
  }
  const [most] = [...counts.values()].toSorted((a, b) => b.count - a.count);
  return most?.time ?? { date: 0, time: 0 };
}
