import { textOf } from '../bytes';

/** What one header says of a file. Positions are from the start of the ZIP. */
export interface ZipHeader {
  readonly name: string;
  /** Of the file's local header. */
  readonly start: number;
  /** Where the data begin by the lengths in this header; by the directory's, without extra fields in front of them. */
  readonly dataFrom: number;
  /** Of the data as they lie there. */
  readonly size: number;
  readonly crc: number;
  readonly method: number;
  readonly flags: number;
  readonly date: number;
  readonly time: number;
}

/** The directory at the end, as far as it can be read. */
export interface ZipDirectory {
  readonly headers: readonly ZipHeader[];
  /** Its first byte, and the first one of the end record. */
  readonly from: number;
  readonly end: number;
}

export const signatures = {
  local: 0x04034b50,
  central: 0x02014b50,
  end: 0x06054b50,
  end64: 0x06064b50,
  locator64: 0x07064b50,
} as const;

/** Far above a bundle's count of files: 16,384 px high pictures have 21 segments. */
export const mostEntries = 512;
/** The size that says "too large for this field: see the extra field". */
const elsewhere = 0xffffffff;

export const isAt = (view: DataView, at: number, signature: number): boolean =>
  at >= 0 && at + 4 <= view.byteLength && view.getUint32(at, true) === signature;

/** Whether the sizes stand behind the data, so that only the directory knows them (flag 3). */
export const endsUnknown = ({ flags, size }: ZipHeader): boolean => (flags & 8) !== 0 && size === 0;

/** From the first byte on, as long as header follows upon header: how those read who take a ZIP as it comes. */
export function walkLocals(bytes: Uint8Array, view: DataView): ZipHeader[] {
  const headers: ZipHeader[] = [];
  for (let at = 0; at + 30 <= bytes.length && isAt(view, at, signatures.local); ) {
    const header = localHeaderAt(bytes, view, at);
    headers.push(header);
    if (headers.length > mostEntries || (header.flags & 8) !== 0) break;
    at = header.dataFrom + header.size;
  }
  return headers;
}

export const localHeaderAt = (bytes: Uint8Array, view: DataView, at: number): ZipHeader =>
  headerAt(bytes, view, at, at + 4, at + 30);

/** The shared fields begin two bytes further on in the directory; `start` is where the file's own header stands. */
function headerAt(
  bytes: Uint8Array,
  view: DataView,
  start: number,
  fields: number,
  nameAt: number,
): ZipHeader {
  const nameSize = view.getUint16(fields + 22, true);
  const extraSize = view.getUint16(fields + 24, true);
  const size = view.getUint32(fields + 14, true);
  const plain = view.getUint32(fields + 18, true);
  const extra = bytes.subarray(nameAt + nameSize, nameAt + nameSize + extraSize);
  const [, ...large] = size === elsewhere || plain === elsewhere ? largeNumbers(extra) : [];
  return {
    name: textOf(bytes.subarray(nameAt, nameAt + nameSize)),
    start,
    dataFrom: nameAt + nameSize + extraSize,
    flags: view.getUint16(fields + 2, true),
    method: view.getUint16(fields + 4, true),
    time: view.getUint16(fields + 6, true),
    date: view.getUint16(fields + 8, true),
    crc: view.getUint32(fields + 10, true),
    size: size === elsewhere ? (large[plain === elsewhere ? 1 : 0] ?? size) : size,
  };
}

/** The numbers of ZIP64's extra field, behind its id; none where there is no such field. */
function largeNumbers(extra: Uint8Array): number[] {
  const view = new DataView(extra.buffer, extra.byteOffset, extra.length);
  for (let at = 0; at + 4 <= extra.length; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    const end = Math.min(extra.length, at + 4 + view.getUint16(at + 2, true));
    const numbers = [1];
    for (let from = at + 4; from + 8 <= end; from += 8) numbers.push(Number(view.getBigUint64(from, true)));
    return numbers;
  }
  return [];
}

/**
 * The directory that the last end record leads to; null where none leads to one.
 *
 * @param walked what was found from the first byte on: an archive inside has an end record too
 */
export function readDirectory(
  bytes: Uint8Array,
  view: DataView,
  walked: readonly ZipHeader[],
): ZipDirectory | null {
  const isInside = (at: number): boolean =>
    walked.some(({ dataFrom, size }) => dataFrom <= at && at < dataFrom + size);
  const least = Math.max(0, bytes.length - 22 - 0xffff);
  // First the one with nothing behind it but its own comment.
  for (const isExact of [true, false])
    for (let at = bytes.length - 22; at >= least; at -= 1) {
      const to = isAt(view, at, signatures.end) ? at + 22 + view.getUint16(at + 20, true) : -1;
      if (to < 0 || (to === bytes.length) !== isExact || (!isExact && isInside(at))) continue;
      const found = directoryBefore(bytes, view, at);
      if (found !== null) return { ...found, end: at };
    }
  return null;
}

function directoryBefore(bytes: Uint8Array, view: DataView, end: number): Omit<ZipDirectory, 'end'> | null {
  const { size, offset, to } = sizesOf(view, end);
  // Bytes that were put in front shift all of it; a broken size or offset leaves the other one.
  const from = [to - size, offset].find((at) => at < end && isAt(view, at, signatures.central));
  if (from === undefined) return null;
  const shift = from - offset;
  const headers: ZipHeader[] = [];
  for (
    let at = from;
    at + 46 <= end && headers.length <= mostEntries && isAt(view, at, signatures.central);
  ) {
    const header = headerAt(bytes, view, 0, at + 6, at + 46);
    const start = offsetOf(bytes, view, at, header);
    at = header.dataFrom + view.getUint16(at + 32, true);
    // A broken header in front of the data does not hide the file: the directory still tells where it stands.
    const found = [start, start + shift].find((place) => isAt(view, place, signatures.local)) ?? start;
    if (found + 30 <= from)
      headers.push({ ...header, start: found, dataFrom: found + 30 + nameSizeOf(header) });
  }
  return { headers: headers.toSorted((a, b) => a.start - b.start), from };
}

/** Bytes of a name as it is usually written. */
export const nameSizeOf = ({ name }: ZipHeader): number => new TextEncoder().encode(name).length;

/** Where a file's local header stands, by the directory. */
function offsetOf(bytes: Uint8Array, view: DataView, at: number, { dataFrom }: ZipHeader): number {
  const offset = view.getUint32(at + 42, true);
  if (offset !== elsewhere) return offset;
  const extra = bytes.subarray(dataFrom - view.getUint16(at + 30, true), dataFrom);
  // The offset is the last of those that the header left out.
  return largeNumbers(extra).at(-1) ?? offset;
}

/** What the end record says of the directory; ZIP64 says it in a record of its own, which a locator points to. */
function sizesOf(view: DataView, end: number): { size: number; offset: number; to: number } {
  const plain = { size: view.getUint32(end + 12, true), offset: view.getUint32(end + 16, true), to: end };
  if (!isAt(view, end - 20, signatures.locator64)) return plain;
  const told = Number(view.getBigUint64(end - 12, true));
  const at = [told, end - 76].find((place) => place + 56 <= end && isAt(view, place, signatures.end64));
  if (at === undefined) return plain;
  return {
    size: Number(view.getBigUint64(at + 40, true)),
    offset: Number(view.getBigUint64(at + 48, true)),
    to: at,
  };
}
