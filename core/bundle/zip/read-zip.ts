import { crc32 } from './crc32';
import { inflate } from './gzip';
import {
  endsUnknown,
  isAt,
  localHeaderAt,
  mostEntries,
  nameSizeOf,
  readDirectory,
  signatures,
  walkLocals,
  type ZipDirectory,
  type ZipHeader,
} from './zip-headers';

/**
 * How a file lies in a ZIP. `broken`: its content fits no checksum; `cut`: the ZIP ends before it does; `other`: packed
 * in a way that is not read here; `too-large`: it unpacks to more than a bundle ever holds.
 */
export type EntryForm = 'stored' | 'deflated' | 'broken' | 'cut' | 'encrypted' | 'other' | 'too-large';

/** A file found in a ZIP, whatever state that is in. Positions are from the start of the ZIP. */
export interface FoundEntry {
  readonly name: string;
  /** The name in its local header, where the directory has another one. */
  readonly otherName: string | null;
  /** Of its local header. */
  readonly start: number;
  readonly dataFrom: number;
  /** Exclusive. */
  readonly dataTo: number;
  /** Its content; null when it cannot be read. */
  readonly bytes: Uint8Array | null;
  /** The checksum of its content as it is. */
  readonly crc: number;
  /** The checksums that the local and the central header give, where those can be read. */
  readonly crcs: readonly number[];
  /** Date and time as the local header has them. */
  readonly date: number;
  readonly time: number;
  readonly form: EntryForm;
  /** Its sizes stand behind its data. */
  readonly endsUnknown: boolean;
}

export interface FoundZip {
  readonly entries: readonly FoundEntry[];
  readonly directory: ZipDirectory | null;
  /** Set when no ZIP could be made out, or it holds more files than a bundle can, or the same bytes several times. */
  readonly refused: 'not-a-zip' | 'too-many-files' | 'overlapping' | null;
}

const mostInflated = 256 << 20;

/** The headers of one file: in front of its data, and in the directory. At least one is there. */
interface Pair {
  readonly local: ZipHeader | null;
  readonly central: ZipHeader | null;
}

/**
 * Finds the files of a ZIP by its directory, as other tools do, and those that only stand in front of their data, as
 * they are found by who reads it from the first byte on. Never throws.
 */
export function readZip(bytes: Uint8Array): FoundZip {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const walked = walkLocals(bytes, view);
  const directory = readDirectory(bytes, view, walked);
  const named = directory?.headers ?? [];
  const pairs = pairsOf(bytes, view, named, walked);
  const none = { entries: [], directory };
  if (Math.max(pairs.length, walked.length) > mostEntries) return { ...none, refused: 'too-many-files' };
  if (pairs.length === 0) return { ...none, refused: 'not-a-zip' };
  if (new Set(pairs.map(startOf)).size < pairs.length) return { ...none, refused: 'overlapping' };
  let left = mostInflated;
  const entries: FoundEntry[] = [];
  let stored = 0;
  for (const [n, pair] of pairs.entries()) {
    const next = pairs[n + 1];
    const entry = foundEntry(bytes, pair, next ? startOf(next) : (directory?.from ?? bytes.length), left);
    if (entry.form === 'deflated') left -= entry.bytes?.length ?? 0;
    stored += entry.dataTo - entry.dataFrom;
    if (stored > bytes.length) return { ...none, refused: 'overlapping' };
    entries.push(entry);
  }
  return { entries, directory, refused: null };
}

/**
 * The directory's headers with those in front of the data, and the latter alone where the directory leaves one out. One
 * that points to no header belongs to the file of its name and checksum that no other points to: its place is damaged.
 */
function pairsOf(
  bytes: Uint8Array,
  view: DataView,
  named: readonly ZipHeader[],
  walked: readonly ZipHeader[],
): Pair[] {
  const isHeader = (at: number) => isAt(view, at, signatures.local);
  const starts = new Set(named.map(({ start }) => start));
  const left = walked.filter(({ start }) => !starts.has(start));
  const pairs = named.map((central): Pair => {
    if (isHeader(central.start)) return { central, local: localHeaderAt(bytes, view, central.start) };
    const at = left.findIndex(({ name, crc }) => name === central.name && crc === central.crc);
    const [local = null] = at < 0 ? [] : left.splice(at, 1);
    return { central: local === null ? central : { ...central, start: local.start }, local };
  });
  return [...pairs, ...left.map((local) => ({ central: null, local }))].toSorted(
    (a, b) => startOf(a) - startOf(b),
  );
}

/** The names alone, however the files are packed; none where it is no ZIP. */
export function namesInZip(bytes: Uint8Array): string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const walked = walkLocals(bytes, view);
  return [...walked, ...(readDirectory(bytes, view, walked)?.headers ?? [])].map(({ name }) => name);
}

const startOf = ({ central, local }: Pair): number => (central ?? local)?.start ?? 0;

function foundEntry(bytes: Uint8Array, pair: Pair, next: number, most: number): FoundEntry {
  const { central, local } = pair;
  const first = (central ?? local) as ZipHeader;
  const both = [central, local].filter((header) => header !== null);
  const other = both.find(({ name }) => name !== first.name);
  const told = both.filter((header) => header === first || !endsUnknown(header));
  const { dataFrom, dataTo, content, form } = contentOf(bytes, pair, next, most);
  return {
    name: first.name,
    otherName: other?.name ?? null,
    start: first.start,
    dataFrom,
    dataTo,
    bytes: content,
    crc: crc32(content ?? bytes.subarray(dataFrom, dataTo)),
    crcs: told.map(({ crc }) => crc),
    date: (local ?? first).date,
    time: (local ?? first).time,
    form,
    endsUnknown: both.some(({ flags }) => (flags & 8) !== 0),
  };
}

type Content = Pick<FoundEntry, 'dataFrom' | 'dataTo' | 'form'> & { readonly content: Uint8Array | null };

/**
 * A file's content: where its headers contradict each other or themselves, what fits one of their checksums. Such a
 * place is a broken header, not a changed file.
 */
function contentOf(bytes: Uint8Array, pair: Pair, next: number, most: number): Content {
  const headers = [pair.central, pair.local].filter((header) => header !== null);
  const sized = headers.filter((header) => !endsUnknown(header));
  const crcs = (sized.length > 0 ? sized : headers).map(({ crc }) => crc);
  const [first] = sized.length > 0 ? sized : headers;
  const { start, size: told, method: way } = first as ZipHeader;
  const begins = (pair.local ?? (first as ZipHeader)).dataFrom;
  // Its local header may be broken: without extra fields, and with the next file right behind it, it is known too.
  const plain = start + 30 + nameSizeOf(first as ZipHeader);
  const froms = plain + told === next && plain !== begins ? [plain, begins] : [begins];
  const ways = new Set([...headers.map(({ method }) => method), 0]);
  const isSecret = headers.every(({ flags }) => (flags & 1) !== 0);
  let damaged: Content | null = null;
  for (const dataFrom of froms)
    for (const size of new Set((sized.length > 0 ? sized : headers).map((header) => header.size)))
      for (const method of ways) {
        const dataTo = Math.max(Math.min(dataFrom + size, bytes.length), Math.min(dataFrom, bytes.length));
        const data = bytes.subarray(dataFrom, dataTo);
        const found = method === 0 ? data : method === 8 ? inflate(data, most) : 'other';
        const place = { dataFrom, dataTo };
        if (found === 'too-large') return { ...place, content: null, form: 'too-large' };
        const content = found instanceof Uint8Array ? found : null;
        const form = method === 0 ? 'stored' : 'deflated';
        if (content !== null && crcs.includes(crc32(content))) return { ...place, content, form };
        if (damaged !== null || method !== way) continue;
        const isCut = dataFrom + size > bytes.length;
        damaged = {
          ...place,
          content: isSecret ? null : content,
          form: isCut ? 'cut' : isSecret ? 'encrypted' : found === 'other' ? 'other' : 'broken',
        };
      }
  return damaged ?? { dataFrom: begins, dataTo: begins, content: null, form: 'broken' };
}
