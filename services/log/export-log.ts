import { type ExportRow, exportRow, placeOf } from '../../core/export/export-row';
import { to4catCsv } from '../../core/export/to-4cat-csv';
import { toChain } from '../../core/export/to-chain';
import { toCsv } from '../../core/export/to-csv';
import { toNdjson } from '../../core/export/to-ndjson';
import { toParquet } from '../../core/export/to-parquet';
import { FileInTheMaking } from '../save-file';
import { makeCheckpoint } from './identity';
import type { LogDatabase } from './open-store';
import { countingRows } from './read-rows';
import type { StoredRow } from './row-block';
import { isWithheldBy, readWithheld } from './withhold';

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
 * Writes what was recorded for a study into a file and hands it to the browser. A checkpoint is signed first: it shows
 * later if the tail was cut. Rows are read a page at a time; the chain holds every row's place, whatever its study.
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
  const isWithheld = isWithheldBy(await readWithheld(db));
  const file = new FileInTheMaking();
  const rows = () => countingRows(db, onRow);
  const exported = () => exportedRows(rows(), isWithheld, study);
  if (kind === 'parquet') await toParquet(exported(), file.take, `${study}-${stamp}`);
  else {
    const texts = {
      csv: () => toCsv(exported()),
      ndjson: () => toNdjson(exported()),
      '4cat': () => to4catCsv(exported()),
      chain: () => toChain(rows(), isWithheld),
    };
    for await (const text of texts[kind]()) file.take(text);
  }
  const name = `di-balik-keranjang_${study}_${stamp}_${files[kind].ending}`;
  file.save(name, files[kind].type);
  return name;
}

const studyAt = placeOf.get('study_id') as number;

/** The rows of a study, and what is left of erased and withheld ones. */
async function* exportedRows(
  rows: AsyncIterable<StoredRow>,
  isWithheld: (row: StoredRow) => boolean,
  study: string,
): AsyncGenerator<ExportRow> {
  for await (const row of rows) {
    const exported = exportRow(row, isWithheld(row));
    const ofStudy = exported[studyAt];
    if (ofStudy === null || ofStudy === study) yield exported;
  }
}
