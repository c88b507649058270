import { type ExportRow, exportRow } from '../../core/export/export-row';
import { to4catCsv } from '../../core/export/to-4cat-csv';
import { toChain } from '../../core/export/to-chain';
import { toCsv } from '../../core/export/to-csv';
import { toNdjson } from '../../core/export/to-ndjson';
import { toParquet } from '../../core/export/to-parquet';
import { FileInTheMaking } from '../save-file';
import { makeCheckpoint } from './identity';
import type { LogDatabase } from './open-store';
import { readRows } from './read-rows';
import type { StoredRow } from './row-block';

export type ExportKind = 'parquet' | 'csv' | 'ndjson' | '4cat' | 'chain';

export const exportKinds: readonly ExportKind[] = ['parquet', 'csv', 'ndjson', '4cat', 'chain'];

const files: Record<ExportKind, { readonly ending: string; readonly type: string }> = {
  parquet: { ending: 'events.parquet', type: 'application/vnd.apache.parquet' },
  csv: { ending: 'events.csv', type: 'text/csv' },
  ndjson: { ending: 'events.ndjson', type: 'application/x-ndjson' },
  '4cat': { ending: '4cat.csv', type: 'text/csv' },
  chain: { ending: 'chain.ndjson', type: 'application/x-ndjson' },
};

/**
 * Writes the record into a file and hands it to the browser. A checkpoint is signed first: it shows later if the tail
 * was cut. Rows are read a page at a time.
 *
 * @param study and `stamp` (such as 20261124T0500Z) name the file
 * @returns the file's name
 */
export async function exportLog(
  db: LogDatabase,
  kind: ExportKind,
  { study, stamp, created }: { readonly study: string; readonly stamp: string; readonly created: string },
  onRow: (rows: number) => void,
): Promise<string> {
  await makeCheckpoint(db, created);
  const file = new FileInTheMaking();
  const rows = () => counted(readRows(db), onRow);
  if (kind === 'parquet') await toParquet(exported(rows()), file.take, `${study}-${stamp}`);
  else {
    const texts = {
      csv: () => toCsv(exported(rows())),
      ndjson: () => toNdjson(exported(rows())),
      '4cat': () => to4catCsv(exported(rows())),
      chain: () => toChain(rows()),
    };
    for await (const text of texts[kind]()) file.take(text);
  }
  const name = `di-balik-keranjang_${study}_${stamp}_${files[kind].ending}`;
  file.save(name, files[kind].type);
  return name;
}

async function* counted(
  rows: AsyncIterable<StoredRow>,
  onRow: (rows: number) => void,
): AsyncGenerator<StoredRow> {
  let count = 0;
  for await (const row of rows) {
    count += 1;
    if (count % 5000 === 0) onRow(count);
    yield row;
  }
}

async function* exported(rows: AsyncIterable<StoredRow>): AsyncGenerator<ExportRow> {
  for await (const row of rows) yield exportRow(row);
}
