import { concatBytes, differs, type Range, shifted } from './bytes';
import type { FoundEntry } from './read-zip';
import { centralHeader, endRecord, localHeader, type StoredEntry, type ZipTime } from './write-zip';

export type ZipFaultKind =
  | 'data' // the content does not fit the checksum
  | 'header' // a local header is not as we write it
  | 'directory' // the directory at the end is not as we write it
  | 'padding' // bytes between files that belong to none
  | 'packed' // compressed, while a bundle stores
  | 'encrypted'
  | 'cut' // the file ends before this entry does
  | 'time'; // the files bear another time than the capture

export interface ZipFault extends Range {
  readonly kind: ZipFaultKind;
  /** The file concerned; null where it is the ZIP itself. */
  readonly file: string | null;
}

/**
 * Every byte of a ZIP that its writer would not have written for these files: headers, gaps, the directory, whatever
 * follows it. Positions are from the start of the ZIP.
 */
export function zipFaults(bytes: Uint8Array, entries: readonly FoundEntry[]): ZipFault[] {
  const faults: ZipFault[] = [];
  const time = timeOf(entries);
  const stored: StoredEntry[] = [];
  let at = 0;
  for (const entry of entries) {
    if (entry.start > at) faults.push({ kind: 'padding', file: null, from: at, to: entry.start - 1 });
    const crc = crcFor(entry);
    if (crc !== entry.crc) faults.push({ kind: 'data', file: entry.name, ...dataRange(entry) });
    const form = entry.isEncrypted ? 'encrypted' : entry.isPacked ? 'packed' : entry.isCut ? 'cut' : null;
    if (form !== null) faults.push({ kind: form, file: entry.name, ...dataRange(entry) });
    const size = entry.dataTo - entry.dataFrom;
    stored.push({ name: entry.name, size, crc, offset: entry.start });
    const expected = localHeader({ name: entry.name, size, crc, offset: entry.start }, time);
    const found = differs(bytes.subarray(entry.start, entry.dataFrom), expected);
    if (found !== null && form === null)
      faults.push({ kind: 'header', file: entry.name, ...shifted(found, entry.start) });
    at = entry.dataTo;
  }
  if (entries.some(({ isCut }) => isCut)) return faults;
  const directory = concatBytes(...stored.map((entry) => centralHeader(entry, time)));
  const tail = concatBytes(directory, endRecord(stored.length, directory.length, at));
  const found = differs(bytes.subarray(at), tail);
  const last = bytes.length - 1;
  if (found !== null && bytes.length < at + tail.length)
    faults.push({ kind: 'cut', file: null, from: Math.min(at, last), to: last });
  else if (found !== null) faults.push({ kind: 'directory', file: null, ...shifted(found, at) });
  return faults;
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
