import { type ExportRow, exportRow, type Owner, rowsOwnedBy } from '../../../core/export/export-row';
import { ParquetTable } from '../../../core/export/parquet-table';
import { to4catCsv } from '../../../core/export/to-4cat-csv';
import { toChain } from '../../../core/export/to-chain';
import { forPeople, toCsv } from '../../../core/export/to-csv';
import { toNdjson } from '../../../core/export/to-ndjson';
import { FileInTheMaking } from '../../browser/save-file';
import type { LogDatabase } from '../store/open-store';
import { countingPages, countingRows } from '../store/read-rows';
import type { StoredRow } from '../store/row-block';

export type ExportKind = 'parquet' | 'csv' | 'sheet' | 'ndjson' | '4cat' | 'chain';

interface TableAsked {
  readonly kind: ExportKind;
  readonly owner: Owner;
  /** The reader's, for what spreadsheets of people open. */
  readonly language: string;
  readonly upTo: number;
}

/** One table of a study as a file. Rows are read a page at a time. */
export async function exportTable(
  db: LogDatabase,
  { kind, owner, language, upTo }: TableAsked,
  isWithheld: (row: StoredRow) => boolean,
  onRow: (rows: number) => void,
): Promise<Blob> {
  const file = new FileInTheMaking();
  const place = rowsOwnedBy(owner);
  if (kind === 'parquet') {
    const table = new ParquetTable(file.take, owner.exportId);
    for await (const page of countingPages(db, onRow, upTo))
      for (const row of page) table.add(exportRow(row, place, isWithheld(row)));
    table.close();
    return file.asBlob();
  }
  const rows = countingRows(db, onRow, upTo);
  async function* exported(): AsyncGenerator<ExportRow> {
    for await (const row of rows) yield exportRow(row, place, isWithheld(row));
  }
  const texts = {
    csv: () => toCsv(exported()),
    sheet: () => toCsv(exported(), forPeople(language)),
    ndjson: () => toNdjson(exported()),
    '4cat': () => to4catCsv(exported()),
    chain: () => toChain(rows, owner, isWithheld),
  };
  for await (const text of texts[kind]()) file.take(text);
  return file.asBlob();
}
