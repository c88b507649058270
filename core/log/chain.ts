import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { parseJson } from '../page/parse-json';
import { bodyFields } from './codebook';
import { type LogEvent, type LogRow, nothingSaid } from './event';

/** The chain value before the first row. */
export const chainStart = '0'.repeat(64);

const encoder = new TextEncoder();
/** Room for the UTF-8 of a row and its salt: where each text had bytes of its own, a third of the time went into that. */
const room = new Uint8Array(16_384);

/**
 * SHA-256 of a text's UTF-8, hex. Every text here comes from JSON.stringify or is hex, so it holds no half of a
 * surrogate pair.
 */
function digest(text: string): string {
  const { read, written } = encoder.encodeInto(text, room);
  return bytesToHex(sha256(read === text.length ? room.subarray(0, written) : encoder.encode(text)));
}

/** The body's fields in the order of RFC 8785: by their names' UTF-16 units, which ASCII names sort by anyway. */
const inOrder = bodyFields
  .toSorted()
  .map((name) => [name as keyof LogEvent, `${JSON.stringify(name)}:`] as const);

/**
 * The text that is hashed and stored. Flat records of strings, whole numbers and booleans with plain field names:
 * in this order, with JSON.stringify for each text, it equals RFC 8785. What was not asked (null) is left out.
 */
function canonical(event: LogEvent, reading_digest = event.reading_digest): string {
  let text = '';
  for (const [name, key] of inOrder) {
    const value = name === 'reading_digest' ? reading_digest : event[name];
    if (value === null || value === undefined) continue;
    text +=
      (text === '' ? '{' : ',') + key + (typeof value === 'string' ? JSON.stringify(value) : String(value));
  }
  return `${text}}`;
}

/** The event of a body, with null for what was not asked; undefined where the text is no event. */
export function eventOf(body: string): LogEvent | undefined {
  const said = parseJson(body) as Partial<LogEvent> | null | undefined;
  return typeof said?.event !== 'string' ? undefined : ({ ...nothingSaid, ...said } as LogEvent);
}

/** SHA-256 of salt and body, hex: without the salt a short body could be guessed from it. */
export const leafOf = (salt: string, body: string): string => digest(salt + body);

/** SHA-256 of the chain value before and the leaf, both as hex text: a database can check it. */
export const linkOf = (before: string, leaf: string): string => digest(before + leaf);

/** SHA-256 of salt and reading, hex: the body names a reading that it does not hold. */
const readingDigest = (salt: string, reading: string): string => digest(`${salt} ${reading}`);

/** The next row of a chain. Synchronous, so that it fits into one database transaction. */
export function nextRow(head: Pick<LogRow, 'n' | 'chain'> | null, event: LogEvent, salt: string): LogRow {
  const { reading } = event;
  const body = canonical(event, reading === null ? event.reading_digest : readingDigest(salt, reading));
  const leaf = leafOf(salt, body);
  const before = head?.chain ?? chainStart;
  const chain = linkOf(before, leaf);
  return {
    n: (head?.n ?? 0) + 1,
    body,
    salt,
    leaf,
    chain,
    erased: null,
    ...(reading !== null && { reading }),
  };
}

/** The event of a row with the reading that is kept beside its body; undefined once erased, or where it is damaged. */
export function eventOfRow({ body, reading }: Pick<LogRow, 'body' | 'reading'>): LogEvent | undefined {
  const event = body === null ? undefined : eventOf(body);
  return event && reading !== undefined ? { ...event, reading } : event;
}

/** A row whose content is gone: its place in the chain stays. */
export const erasedRow = <T extends LogRow>(
  { reading: _gone, ...row }: T,
  erased: NonNullable<LogRow['erased']>,
): Omit<T, 'reading'> => ({ ...row, body: null, salt: null, erased });

export type ChainFault = 'gap' | 'leaf' | 'link' | 'unreadable';

/** What is wrong with a row that should follow `before`; null when it holds. */
export function faultOfRow(row: LogRow, before: Pick<LogRow, 'n' | 'chain'> | null): ChainFault | null {
  if (row.n !== (before?.n ?? 0) + 1) return 'gap';
  if (typeof row.leaf !== 'string') return 'unreadable';
  if (linkOf(before?.chain ?? chainStart, row.leaf) !== row.chain) return 'link';
  const { body, salt, reading } = row;
  if (row.erased !== null) return body === null && salt === null && reading === undefined ? null : 'leaf';
  if (typeof body !== 'string' || typeof salt !== 'string') return 'unreadable';
  if (leafOf(salt, body) !== row.leaf) return 'leaf';
  if (reading !== undefined && typeof reading !== 'string') return 'unreadable';
  return reading === undefined || eventOf(body)?.reading_digest === readingDigest(salt, reading)
    ? null
    : 'leaf';
}
