import { eventOf } from '../log/chain';
import { codebook, type FieldRule } from '../log/codebook';
import type { LogRow } from '../log/event';

/** The fields that may leave the browser: class C stays. */
export const exportedFields: readonly FieldRule[] = codebook.tables.events.fields.filter(
  (field) => field.class !== 'C',
);

export type ExportValue = string | number | boolean | null;
export type ExportRow = Readonly<Record<string, ExportValue>>;

/**
 * A row of the log as the exports hold it: every field of the codebook but class C, null where nothing was asked.
 * Of an erased, withheld or unreadable row only its place in the chain is left.
 *
 * @param withheld places of rows that the participant keeps back
 */
export function exportRow(row: LogRow, withheld: ReadonlySet<number> = new Set()): ExportRow {
  const erased = row.erased ?? (withheld.has(row.n) ? 'withheld' : null);
  const event = erased === null && row.body !== null ? eventOf(row.body) : undefined;
  const place = { n: row.n, leaf: row.leaf, chain: row.chain, salt: event ? row.salt : null, erased };
  const values = { ...event, ...place } as unknown as Record<string, ExportValue | undefined>;
  return Object.fromEntries(exportedFields.map(({ name }) => [name, values[name] ?? null]));
}
