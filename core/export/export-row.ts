import { codebook, type FieldRule, type TableName } from '../log/codebook';
import type { LogEvent, LogRow } from '../log/event';
import { parseJson } from '../page/parse-json';

/** The fields of a table that may leave the browser: class C stays. */
export const fieldsOf = (table: TableName): readonly FieldRule[] =>
  codebook.tables[table].fields.filter((field) => field.class !== 'C');

export const exportedFields: readonly FieldRule[] = fieldsOf('events');

export type ExportValue = string | number | boolean | null;
/** The values of a row in the order of its table's fields: a million of them pass, so no names are repeated. */
export type ExportRow = readonly ExportValue[];

/** Whose rows an export holds, and which export it is: every row says so, erased and withheld ones too. */
export interface Owner {
  readonly study: string;
  /** Pseudonym. */
  readonly participant: string;
  /** What the participant is called in the study; null where nothing was typed. */
  readonly code: string | null;
  readonly exportId: string;
}

/** The owner by the names of the fields, in whichever table. */
export const ownerFields = ({ study, participant, code, exportId }: Owner) => ({
  study_id: study,
  participant_id: participant,
  participant_code: code,
  export_id: exportId,
});

/** Whether the participant keeps a row back from exports. */
export type IsWithheld<T extends LogRow = LogRow> = (row: T) => boolean;

/** What a body says; what was not asked is missing. */
export type SaidInBody = Partial<LogEvent>;

const names = exportedFields.map(({ name }) => name);
/** Where each field stands in an exported row of the table of events. */
const placeOf: ReadonlyMap<string, number> = new Map(names.map((name, index) => [name, index]));
/** What a row's body says; undefined where it was erased, is withheld or cannot be read. */
export function saidIn({ erased, body }: LogRow, isWithheld = false): SaidInBody | undefined {
  if (erased !== null || isWithheld || body === null) return undefined;
  const said = parseJson(body) as SaidInBody | undefined;
  return typeof said?.event === 'string' ? said : undefined;
}

const at = (name: string) => placeOf.get(name) as number;
const [n, chain, gone] = [at('n'), at('chain'), at('erased')];

/** Makes exported rows of one owner out of rows and what their bodies say (undefined where nothing of it may be said). */
export type PlaceRow = (row: LogRow, said: SaidInBody | undefined, erased: LogRow['erased']) => ExportRow;

/**
 * How rows of the log stand in an owner's exports: every field of the codebook but class C, null where nothing was asked.
 * Of an erased, withheld or unreadable row its place in the chain and its owner are left.
 */
export function rowsOwnedBy(owner: Owner): PlaceRow {
  const blank: ExportValue[] = names.map(() => null);
  for (const [name, value] of Object.entries(ownerFields(owner))) blank[at(name)] = value;
  return (row, said, erased) => {
    const values = blank.slice();
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
  };
}

/** A row of the log as `place` puts it into exports. */
export const exportRow = (row: LogRow, place: PlaceRow, isWithheld = false): ExportRow =>
  place(row, saidIn(row, isWithheld), row.erased ?? (isWithheld ? 'withheld' : null));

/** An exported row of the table of events by its fields' names. */
export const asRecord = (row: ExportRow): Readonly<Record<string, ExportValue>> =>
  Object.fromEntries(names.map((name, index) => [name, row[index] ?? null]));
