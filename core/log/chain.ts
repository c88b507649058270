import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { parseJson } from '../page/parse-json';
import { chainFields, codebook } from './codebook';
import { type LogEvent, type LogRow, nothingSaid } from './event';

/** The chain value before the first row. */
export const chainStart = '0'.repeat(64);

const digest = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));

/** The body's fields in the order of RFC 8785: by their names' UTF-16 units, which ASCII names sort by anyway. */
const inOrder = codebook.tables.events.fields
  .map(({ name }) => name)
  .filter((name) => !chainFields.includes(name))
  .toSorted() as (keyof LogEvent)[];

/**
 * The text that is hashed and stored. Flat records of strings, whole numbers and booleans with plain field names:
 * in this order JSON.stringify equals RFC 8785. What was not asked (null) is left out.
 */
export function canonical(event: LogEvent): string {
  const said: Partial<Record<keyof LogEvent, unknown>> = {};
  for (const name of inOrder) if (event[name] !== null) said[name] = event[name];
  return JSON.stringify(said);
}

/** The event of a body, with null for what was not asked; undefined where the text is no event. */
export function eventOf(body: string): LogEvent | undefined {
  const said = parseJson(body) as Partial<LogEvent> | undefined;
  return said === undefined || typeof said.event !== 'string'
    ? undefined
    : ({ ...nothingSaid, ...said } as LogEvent);
}

/** SHA-256 of salt and body, hex: without the salt a short body could be guessed from it. */
export const leafOf = (salt: string, body: string): string => digest(salt + body);

/** SHA-256 of the chain value before and the leaf, both as hex text: a database can check it. */
export const linkOf = (before: string, leaf: string): string => digest(before + leaf);

/** The next row of a chain. Synchronous, so that it fits into one database transaction. */
export function nextRow(head: Pick<LogRow, 'n' | 'chain'> | null, event: LogEvent, salt: string): LogRow {
  const body = canonical(event);
  const leaf = leafOf(salt, body);
  const before = head?.chain ?? chainStart;
  return { n: (head?.n ?? 0) + 1, body, salt, leaf, chain: linkOf(before, leaf), erased: null };
}

/** A row whose content is gone: its place in the chain stays. */
export const erasedRow = (row: LogRow, erased: NonNullable<LogRow['erased']>): LogRow => ({
  ...row,
  body: null,
  salt: null,
  erased,
});

export type ChainFault = 'gap' | 'leaf' | 'link' | 'unreadable';

/** What is wrong with a row that should follow `before`; null when it holds. */
export function faultOfRow(row: LogRow, before: Pick<LogRow, 'n' | 'chain'> | null): ChainFault | null {
  if (row.n !== (before?.n ?? 0) + 1) return 'gap';
  if (linkOf(before?.chain ?? chainStart, row.leaf) !== row.chain) return 'link';
  if (row.erased !== null) return row.body === null && row.salt === null ? null : 'leaf';
  if (typeof row.body !== 'string' || typeof row.salt !== 'string') return 'unreadable';
  return leafOf(row.salt, row.body) === row.leaf ? null : 'leaf';
}
