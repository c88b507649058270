import type { LogRow } from '../log/event';
import type { MadeFile, PackageAbout } from './describe-package';
import { type IsWithheld, rowsOwnedBy, saidIn } from './export-row';
import { FilesByDay } from './files-by-day';
import { FlowRows, flowFields } from './flow-rows';
import { FileBeingMade, type Piece } from './package-files';
import { ParquetTable } from './parquet-table';

/** What a part of the package is made from. */
export interface PartSource<T extends LogRow, P extends Piece> {
  readonly about: PackageAbout;
  /** Every row in the order of the chain, some hundreds at a time. */
  readonly pages: AsyncIterable<readonly T[]>;
  readonly isWithheld: IsWithheld<T>;
  readonly newPiece: () => P;
}

/** The tables of events and flows of one study. Rows are read once, a row group in memory at a time. */
export async function eventFiles<T extends LogRow, P extends Piece>({
  about,
  pages,
  isWithheld,
  newPiece,
}: PartSource<T, P>): Promise<MadeFile<P>[]> {
  const part = `part-${about.participant}-${about.exportId}`;
  const flows = new FlowRows(about);
  const place = rowsOwnedBy(about);
  const files = new FilesByDay(about.exportId, (day, number) => {
    const folder = `events/study=${about.study}/date=${day ?? '__HIVE_DEFAULT_PARTITION__'}`;
    return new FileBeingMade(`${folder}/${part}-${number}.parquet`, newPiece());
  });
  const dayOf = namingDays();
  for await (const page of pages)
    for (const row of page) {
      const isKeptBack = isWithheld(row);
      const said = saidIn(row, isKeptBack);
      if (said) flows.take(said);
      const exported = place(row, said, row.erased ?? (isKeptBack ? 'withheld' : null));
      files.add(exported, said?.ts === undefined ? null : dayOf(said.ts));
    }
  files.close();
  const flowFile = new FileBeingMade(`flows/study=${about.study}/${part}.parquet`, newPiece());
  const table = new ParquetTable(flowFile.take, about.exportId, flowFields);
  for (const row of flows.rows()) table.add(row);
  table.close();
  return [...files.made, { ...flowFile.close(), name: 'flows', rows: flows.size, table: 'flows' }];
}

const dayLength = 24 * 60 * 60_000;

/** Gives times their UTC day; mostly it is that of the time before. */
function namingDays(): (ts: number) => string {
  let last = { number: 0, name: '1970-01-01' };
  return (ts) => {
    const number = Math.floor(ts / dayLength);
    if (number !== last.number) last = { number, name: new Date(ts).toISOString().slice(0, 10) };
    return last.name;
  };
}
