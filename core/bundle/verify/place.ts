import { differs, type Hashed, type Range, sha256Hex, shifted } from '../bytes';
import type { FoundEntry } from '../zip/read-zip';
import { dataRange } from '../zip/zip-faults';

/** A file that was found, and where its bytes lie in the bundle. */
export interface Place extends Hashed {
  readonly path: string;
  /** All of it, in the bundle. */
  readonly whole: Range;
  /** Whether its content still fits the checksum of its ZIP. */
  readonly fitsChecksum: boolean;
  /** A stretch of its content, in the bundle; all of it where it was packed, its own places where it lies by itself. */
  readonly at: (range: Range) => Range;
}

/** `base` is where the ZIP begins in the bundle; null where that ZIP was itself packed, and lies in `within`. */
export function placeOf(entry: FoundEntry, path: string, base: number | null, within: Range | null): Place {
  const whole = base === null ? (within ?? dataRange(entry)) : shifted(dataRange(entry), base);
  const bytes = entry.bytes ?? new Uint8Array();
  return {
    path,
    bytes,
    hash: sha256Hex(bytes),
    whole,
    fitsChecksum: entry.crcs.includes(entry.crc),
    at: (range) => (base === null || !isStored(entry) ? whole : shifted(range, base + entry.dataFrom)),
  };
}

/** Whether its content lies there byte for byte: then a place in it is a place in the ZIP. */
const isStored = ({ bytes, dataFrom, dataTo }: FoundEntry): boolean => bytes?.length === dataTo - dataFrom;

/** A file that lies by itself: its places are counted in the file. */
export function looseFile(bytes: Uint8Array) {
  const whole = { from: 0, to: Math.max(bytes.length - 1, 0) };
  const place = (path: string): Place => ({
    path,
    bytes,
    hash: sha256Hex(bytes),
    whole,
    fitsChecksum: true,
    at: (range) => range,
  });
  return { size: bytes.length, whole, isUnread: false, place };
}

/** Where a file differs from what it should be, in the bundle; null when it does not. */
export function differenceAt(place: Place, expected: Uint8Array): Range | null {
  const found = differs(place.bytes, expected);
  return found && place.at(found);
}

/** Where a text stands in a file, in the bundle; all of the file where it does not. */
export function textAt(place: Place, text: string): Range {
  const from = new TextDecoder('latin1').decode(place.bytes).indexOf(text);
  return from < 0 || text === '' ? place.whole : place.at({ from, to: from + text.length - 1 });
}
