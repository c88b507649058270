import { type ExportRow, exportRow, placeOf } from '../../core/export/export-row';
import { ParquetTable } from '../../core/export/parquet-table';
import { to4catCsv } from '../../core/export/to-4cat-csv';
import { toChain } from '../../core/export/to-chain';
import { forPeople, toCsv } from '../../core/export/to-csv';
import { toNdjson } from '../../core/export/to-ndjson';
import { FileInTheMaking } from '../save-file';
import type { LogDatabase } from './open-store';
import { countingPages, countingRows } from './read-rows';
import type { StoredRow } from './row-block';

export type ExportKind = 'parquet' | 'csv' | 'sheet' | 'ndjson' | '4cat' | 'chain';

interface TableAsked {
  readonly kind: ExportKind;
  readonly study: string;
  readonly exportId: string;
  /** The reader's, for what spreadsheets of people open. */
  readonly language: string;
  readonly upTo: number;
}

/** One table of a study as a file. Rows are read a page at a time; the chain holds every row's place, whatever its study. */
export async function exportTable(
  db: LogDatabase,
  { kind, study, exportId, language, upTo }: TableAsked,
  isWithheld: (row: StoredRow) => boolean,
  onRow: (rows: number) => void,
): Promise<Blob> {
  const file = new FileInTheMaking();
  if (kind === 'parquet') {
    const table = new ParquetTable(file.take, exportId);
    for await (const page of countingPages(db, onRow, upTo))
      for (const row of page) {
        const exported = exportRow(row, isWithheld(row));
        if (isOf(study, exported)) table.add(exported);
      }
    table.close();
    return file.asBlob();
  }
  const rows = countingRows(db, onRow, upTo);
  const exported = () => exportedRows(rows, isWithheld, study);
  const texts = {
    csv: () => toCsv(exported()),
    sheet: () => toCsv(exported(), forPeople(language)),
    ndjson: () => toNdjson(exported()),
    '4cat': () => to4catCsv(exported()),
    chain: () => toChain(rows, isWithheld),
  };
  for await (const text of texts[kind]()) file.take(text);
  return file.asBlob();
}

const studyAt = placeOf.get('study_id') as number;

/** Whether a row is of a study, or what is left of an erased or withheld one. */
const isOf = (study: string, row: ExportRow): boolean => row[studyAt] === null || row[studyAt] === study;

async function* exportedRows(
  rows: AsyncIterable<StoredRow>,
  isWithheld: (row: StoredRow) => boolean,
  study: string,
): AsyncGenerator<ExportRow> {
  for await (const row of rows) {
    const exported = exportRow(row, isWithheld(row));
    if (isOf(study, exported)) yield exported;
  }
}
