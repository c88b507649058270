import { codebook, type FieldRule } from '../log/codebook';
import type { LogEvent, LogRow } from '../log/event';
import { parseJson } from '../page/parse-json';

/** The fields that may leave the browser: class C stays. */
export const exportedFields: readonly FieldRule[] = codebook.tables.events.fields.filter(
  (field) => field.class !== 'C',
);

export type ExportValue = string | number | boolean | null;
/** The values of a row in the order of its table's fields: a million of them pass, so no names are repeated. */
export type ExportRow = readonly ExportValue[];

/** Whether the participant keeps a row back from exports. */
export type IsWithheld<T extends LogRow = LogRow> = (row: T) => boolean;

/** What a body says; what was not asked is missing. */
export type SaidInBody = Partial<LogEvent>;

const names = exportedFields.map(({ name }) => name);
/** Where each field stands in an exported row of the table of events. */
export const placeOf: ReadonlyMap<string, number> = new Map(names.map((name, index) => [name, index]));
const nothing: readonly null[] = names.map(() => null);

/** What a row's body says; undefined where it was erased, is withheld or cannot be read. */
export function saidIn({ erased, body }: LogRow, isWithheld = false): SaidInBody | undefined {
  if (erased !== null || isWithheld || body === null) return undefined;
  const said = parseJson(body) as SaidInBody | undefined;
  return typeof said?.event === 'string' ? said : undefined;
}

/**
 * A row of the log as the exports hold it: every field of the codebook but class C, null where nothing was asked.
 * Of an erased, withheld or unreadable row only its place in the chain is left.
 */
export const exportRow = (row: LogRow, isWithheld = false): ExportRow =>
  placedRow(row, saidIn(row, isWithheld), row.erased ?? (isWithheld ? 'withheld' : null));

const [n, chain, gone] = ['n', 'chain', 'erased'].map((name) => placeOf.get(name) as number) as [
  number,
  number,
  number,
];

/** The same, for a body that was read already; undefined where nothing of it may be said. */
export function placedRow(row: LogRow, said: SaidInBody | undefined, erased: LogRow['erased']): ExportRow {
  const values: ExportValue[] = nothing.slice();
  if (said !== undefined) {
    for (const name of Object.keys(said) as (keyof SaidInBody)[]) {
      const place = placeOf.get(name);
      if (place !== undefined) values[place] = said[name] ?? null;
    }
  }
  values[n] = row.n;
  values[chain] = row.chain;
  values[gone] = erased;
  return values;
}

/** An exported row of the table of events by its fields' names. */
export const asRecord = (row: ExportRow): Readonly<Record<string, ExportValue>> =>
  Object.fromEntries(names.map((name, index) => [name, row[index] ?? null]));
