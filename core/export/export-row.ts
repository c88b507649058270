import { eventOf } from '../log/chain';
import { codebook, type FieldRule } from '../log/codebook';
import type { LogEvent, LogRow } from '../log/event';

/** The fields that may leave the browser: class C stays. */
export const exportedFields: readonly FieldRule[] = codebook.tables.events.fields.filter(
  (field) => field.class !== 'C',
);

export type ExportValue = string | number | boolean | null;
export type ExportRow = Readonly<Record<string, ExportValue>>;

/** Whether the participant keeps a row back from exports. */
export type IsWithheld<T extends LogRow = LogRow> = (row: T) => boolean;

const names = exportedFields.map(({ name }) => name);

/**
 * A row of the log as the exports hold it: every field of the codebook but class C, null where nothing was asked.
 * Of an erased, withheld or unreadable row only its place in the chain is left.
 */
export function exportRow(row: LogRow, isWithheld = false): ExportRow {
  const erased = row.erased ?? (isWithheld ? 'withheld' : null);
  return placedRow(row, erased === null && row.body !== null ? eventOf(row.body) : undefined, erased);
}

/** The same, for an event that was read already; undefined where nothing of it may be said. */
export function placedRow(row: LogRow, event: LogEvent | undefined, erased: LogRow['erased']): ExportRow {
  const said = event as unknown as Record<string, ExportValue | undefined> | undefined;
  const values: Record<string, ExportValue> = {};
  for (const name of names) values[name] = said?.[name] ?? null;
  return Object.assign(values, {
    n: row.n,
    leaf: row.leaf,
    chain: row.chain,
    salt: event ? row.salt : null,
    erased,
  });
}
