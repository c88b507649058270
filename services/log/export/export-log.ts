import { saveParts } from '../../browser/save-file';
import { makeCheckpoint, ownerOf } from '../store/identity';
import type { LogDatabase } from '../store/open-store';
import { readTakenOut } from '../take-out/taken-out';
import type { ExportKind } from './export-table';
import { inWorker } from './in-worker';

export const exportKinds: readonly ExportKind[] = ['parquet', 'csv', 'sheet', 'ndjson', '4cat', 'chain'];

const files: Record<ExportKind, { readonly ending: string; readonly type: string }> = {
  parquet: { ending: 'events.parquet', type: 'application/vnd.apache.parquet' },
  csv: { ending: 'events.csv', type: 'text/csv' },
  sheet: { ending: 'spreadsheet.csv', type: 'text/csv' },
  ndjson: { ending: 'events.ndjson', type: 'application/x-ndjson' },
  '4cat': { ending: '4cat.csv', type: 'text/csv' },
  chain: { ending: 'chain.ndjson', type: 'application/x-ndjson' },
};

/**
 * Writes what was recorded for a study into a file and hands it to the browser. A checkpoint is signed first: it shows
 * later if the tail was cut.
 *
 * @param study and `stamp` (such as 20261124T0500Z) name the file
 * @returns the file's name
 */
export async function exportLog(
  db: LogDatabase,
  kind: ExportKind,
  about: {
    readonly study: string;
    readonly stamp: string;
    readonly created: string;
    readonly language: string;
  },
  onRow: (rows: number) => void,
): Promise<string> {
  const { study, stamp, created, language } = about;
  const upTo = (await makeCheckpoint(db, created))?.n ?? 0;
  const takenOut = await readTakenOut(db);
  const { withheld } = takenOut;
  const owner = await ownerOf(db, study, `${study}-${stamp}`);
  const { table } = await inWorker({ what: 'table', kind, owner, language, withheld, upTo }, onRow);
  // What was erased or withheld while it was being made must not be in it.
  if (JSON.stringify(await readTakenOut(db)) !== JSON.stringify(takenOut))
    return exportLog(db, kind, about, onRow);
  const name = `di-balik-keranjang_${study}_${stamp}_${files[kind].ending}`;
  saveParts([table], name, files[kind].type);
  return name;
}
