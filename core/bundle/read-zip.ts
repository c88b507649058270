import { textOf } from './bytes';
import { crc32 } from './crc32';
import { inflate } from './gzip';

/** A file found in a ZIP, whatever state that is in. Positions are from the start of the ZIP. */
export interface FoundEntry {
  readonly name: string;
  /** The name in the other header, where it is another one. */
  readonly otherName: string | null;
  /** Of its local header. */
  readonly start: number;
  readonly dataFrom: number;
  /** Exclusive. */
  readonly dataTo: number;
  /** Its content; null when it is packed in a way we do not read. */
  readonly bytes: Uint8Array | null;
  /** The checksum of its content as it is. */
  readonly crc: number;
  /** The checksums that the local and the central header give, where those can be read. */
  readonly crcs: readonly number[];
  /** Date and time as the local header has them. */
  readonly date: number;
  readonly time: number;
  readonly isPacked: boolean;
  readonly isEncrypted: boolean;
  readonly isCut: boolean;
}

export interface FoundZip {
  readonly entries: readonly FoundEntry[];
  /** Set when no ZIP could be made out, or it holds more files than a bundle can, or the same bytes several times. */
  readonly refused: 'not-a-zip' | 'too-many-files' | 'overlapping' | null;
}

/** Far above a bundle's count of files: 16,384 px high pictures have 21 segments. */
const mostEntries = 512;
const mostInflated = 256 << 20;
const signatures = { local: 0x04034b50, central: 0x02014b50, end: 0x06054b50 } as const;

interface Header {
  readonly name: string;
  readonly start: number;
  readonly dataFrom: number;
  readonly size: number;
  readonly crc: number;
  readonly method: number;
  readonly flags: number;
  readonly date: number;
  readonly time: number;
}

/** Finds the files of a ZIP by its local headers, or by its directory where those are broken. Never throws. */
export function readZip(bytes: Uint8Array, known: (name: string) => boolean): FoundZip {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const locals = walkLocals(bytes, view);
  const central = readCentral(bytes, view);
  if (Math.max(locals.headers.length, central.length) > mostEntries)
    return { entries: [], refused: 'too-many-files' };
  // A changed size may lead the walk past files and onto a later header: the way that finds more is the right one.
  const more = locals.headers.length - central.length;
  const byLocals = more > 0 || (more === 0 && locals.isWhole);
  const chosen = byLocals ? locals.headers : central;
  if (chosen.length === 0) return { entries: [], refused: 'not-a-zip' };
  const stored = chosen.reduce(
    (sum, { size, dataFrom }) => sum + Math.max(0, Math.min(size, bytes.length - dataFrom)),
    0,
  );
  if (stored > bytes.length) return { entries: [], refused: 'overlapping' };
  const twins = new Map((byLocals ? central : locals.headers).map((header) => [header.start, header]));
  let left = mostInflated;
  const entries = chosen.map((header) => {
    const entry = foundEntry(bytes, header, twins.get(header.start) ?? null, known, left);
    if (entry.isPacked) left -= entry.bytes?.length ?? 0;
    return entry;
  });
  return { entries, refused: null };
}

function foundEntry(
  bytes: Uint8Array,
  header: Header,
  twin: Header | null,
  known: (name: string) => boolean,
  most: number,
): FoundEntry {
  const both = twin === null ? [header] : [header, twin];
  const name = both.find((one) => known(one.name))?.name ?? header.name;
  const dataTo = Math.min(header.dataFrom + header.size, bytes.length);
  const data = bytes.subarray(header.dataFrom, dataTo);
  const crcs = both.map(({ crc }) => crc);
  // Data that fit their checksum as they stand are stored, whatever a broken field says of them.
  const crcOfData = crc32(data);
  const isPacked = !crcs.includes(crcOfData) && both.every(({ method }) => method !== 0);
  const isEncrypted = both.every(({ flags }) => (flags & 1) !== 0);
  const unpacked = isPacked && header.method === 8 ? inflate(data, most) : null;
  const content = isEncrypted ? null : isPacked ? asBytes(unpacked) : data;
  return {
    name,
    otherName: both.find((one) => one.name !== name)?.name ?? null,
    start: header.start,
    dataFrom: header.dataFrom,
    dataTo,
    bytes: content,
    crc: isPacked ? crc32(content ?? data) : crcOfData,
    crcs,
    date: header.date,
    time: header.time,
    isPacked,
    isEncrypted,
    isCut: header.dataFrom + header.size > bytes.length,
  };
}

const asBytes = (inflated: ReturnType<typeof inflate> | null): Uint8Array | null =>
  inflated instanceof Uint8Array ? inflated : null;

/** From the first byte on, as long as header follows upon header; whole when the directory comes next. */
function walkLocals(bytes: Uint8Array, view: DataView): { headers: Header[]; isWhole: boolean } {
  const headers: Header[] = [];
  let at = 0;
  while (at + 30 <= bytes.length && view.getUint32(at, true) === signatures.local) {
    if (headers.length > mostEntries) return { headers, isWhole: false };
    const header = headerAt(bytes, view, at, at + 4, at + 30);
    // Sizes behind the data: only the directory knows where those end.
    if ((header.flags & 8) !== 0) return { headers, isWhole: false };
    headers.push(header);
    at = header.dataFrom + header.size;
  }
  const next = at + 4 <= bytes.length ? view.getUint32(at, true) : 0;
  return { headers, isWhole: headers.length > 0 && (next === signatures.central || next === signatures.end) };
}

/** The shared fields begin two bytes further on in the directory; `offset` is where the file's own header stands. */
function headerAt(bytes: Uint8Array, view: DataView, start: number, fields: number, nameAt: number): Header {
  const nameSize = view.getUint16(fields + 22, true);
  const extraSize = view.getUint16(fields + 24, true);
  return {
    name: textOf(bytes.subarray(nameAt, nameAt + nameSize)),
    start,
    dataFrom: nameAt + nameSize + extraSize,
    flags: view.getUint16(fields + 2, true),
    method: view.getUint16(fields + 4, true),
    time: view.getUint16(fields + 6, true),
    date: view.getUint16(fields + 8, true),
    crc: view.getUint32(fields + 10, true),
    size: view.getUint32(fields + 14, true),
  };
}

function readCentral(bytes: Uint8Array, view: DataView): Header[] {
  const end = findEnd(bytes, view);
  if (end === null) return [];
  const first = end - view.getUint32(end + 12, true);
  // Bytes that were put in shift what follows them.
  const shift = first - view.getUint32(end + 16, true);
  const isLocal = (at: number): boolean =>
    at >= 0 && at + 4 <= bytes.length && view.getUint32(at, true) === signatures.local;
  const headers: Header[] = [];
  for (let at = first; at >= 0 && at + 46 <= end && headers.length <= mostEntries; ) {
    if (view.getUint32(at, true) !== signatures.central) break;
    const offset = view.getUint32(at + 42, true);
    const start = isLocal(offset) || !isLocal(offset + shift) ? offset : offset + shift;
    const header = headerAt(bytes, view, start, at + 6, at + 46);
    at = header.dataFrom + view.getUint16(at + 32, true);
    if (start < 0 || start + 30 > bytes.length) continue;
    headers.push(header);
  }
  return headers
    .toSorted((a, b) => a.start - b.start)
    .map((header, n, all) => placed(header, all[n + 1]?.start ?? first, view));
}

/** Where a file's data lie: behind its local header, whose own length fields may be broken. */
function placed(header: Header, next: number, view: DataView): Header {
  const plain = header.start + 30 + new TextEncoder().encode(header.name).length;
  if (plain + header.size === next) return { ...header, dataFrom: plain };
  const { start } = header;
  return {
    ...header,
    dataFrom: start + 30 + view.getUint16(start + 26, true) + view.getUint16(start + 28, true),
  };
}

/** The end record, with nothing behind it but its own comment: an archive inside has one too. */
function findEnd(bytes: Uint8Array, view: DataView): number | null {
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 22 - 0xffff); at -= 1)
    if (
      view.getUint32(at, true) === signatures.end &&
      at + 22 + view.getUint16(at + 20, true) === bytes.length
    )
      return at;
  return null;
}
