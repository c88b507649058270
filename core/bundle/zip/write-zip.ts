import { concatBytes, utf8ToBytes } from '../bytes';
import { crc32 } from './crc32';

/** A file to be stored: no folders, no compression. */
export interface ZipFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What the headers of a stored file say. */
export interface StoredEntry {
  readonly name: string;
  readonly size: number;
  readonly crc: number;
  /** Of its local header, from the start of the ZIP. */
  readonly offset: number;
}

/** Date and time as ZIP writes them, two bytes each. */
export interface ZipTime {
  readonly date: number;
  readonly time: number;
}

/** Stored as UTC: by the device's own zone the same capture would give other bytes elsewhere. */
export function zipTimeOf(utc: string): ZipTime {
  const when = new Date(utc);
  return {
    date: ((when.getUTCFullYear() - 1980) << 9) | ((when.getUTCMonth() + 1) << 5) | when.getUTCDate(),
    time: (when.getUTCHours() << 11) | (when.getUTCMinutes() << 5) | (when.getUTCSeconds() >> 1),
  };
}

/** Little-endian numbers: `[value, bytes]` each. */
function numbers(...fields: readonly (readonly [value: number, bytes: 2 | 4])[]): Uint8Array {
  const bytes = new Uint8Array(fields.reduce((sum, [, size]) => sum + size, 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const [value, size] of fields) {
    if (size === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += size;
  }
  return bytes;
}

const stored = 0;
const version = 20;

/** What local and central header share, from the version on. */
const shared = ({ name, size, crc }: StoredEntry, { date, time }: ZipTime) =>
  [
    [version, 2],
    [0, 2],
    [stored, 2],
    [time, 2],
    [date, 2],
    [crc, 4],
    [size, 4],
    [size, 4],
    [utf8ToBytes(name).length, 2],
    [0, 2],
  ] as const;

export const localHeader = (entry: StoredEntry, time: ZipTime): Uint8Array =>
  concatBytes(numbers([0x04034b50, 4], ...shared(entry, time)), utf8ToBytes(entry.name));

export const centralHeader = (entry: StoredEntry, time: ZipTime): Uint8Array =>
  concatBytes(
    numbers(
      [0x02014b50, 4],
      [version, 2],
      ...shared(entry, time),
      [0, 2], // comment
      [0, 2], // disk
      [0, 2], // internal attributes
      [0, 4], // external attributes
      [entry.offset, 4],
    ),
    utf8ToBytes(entry.name),
  );

export const endRecord = (count: number, centralSize: number, centralOffset: number): Uint8Array =>
  numbers(
    [0x06054b50, 4],
    [0, 2],
    [0, 2],
    [count, 2],
    [count, 2],
    [centralSize, 4],
    [centralOffset, 4],
    [0, 2],
  );

/**
 * A ZIP with its files stored as they are, one after the other, without extra fields, comments or gaps: for the same
 * files and time always the same bytes, so that a verifier can tell every other byte from what was written.
 */
export function writeZip(files: readonly ZipFile[], time: ZipTime): Uint8Array {
  const parts: Uint8Array[] = [];
  const central: Uint8Array[] = [];
  let offset = 0;
  for (const { name, bytes } of files) {
    const entry = { name, size: bytes.length, crc: crc32(bytes), offset };
    const header = localHeader(entry, time);
    parts.push(header, bytes);
    central.push(centralHeader(entry, time));
    offset += header.length + bytes.length;
  }
  const directory = concatBytes(...central);
  return concatBytes(...parts, directory, endRecord(files.length, directory.length, offset));
}
