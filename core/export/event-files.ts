import { dayInWib } from '../calendar/read-moment';
import type { DayMet } from '../flow/count-exposure';
import type { LogRow } from '../log/event';
import type { MadeFile, PackageAbout } from './describe-package';
import { type ExportRow, fieldsOf, type IsWithheld, rowsOwnedBy, saidIn } from './export-row';
import { ExposureRows } from './exposure-rows';
import { FilesByDay } from './files-by-day';
import { FlowRows } from './flow-rows';
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

/**
 * The tables of events, flows and exposure of one study. Rows are read once, a row group in memory at a time.
 *
 * @param met what recording counted outside flows
 */
export async function eventFiles<T extends LogRow, P extends Piece>(
  { about, pages, isWithheld, newPiece }: PartSource<T, P>,
  met: readonly DayMet[] = [],
): Promise<MadeFile<P>[]> {
  const part = `part-${about.participant}-${about.exportId}`;
  const exposure = new ExposureRows(about, met);
  const flows = new FlowRows(about, exposure.take);
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
  const tableFile = (table: 'flows' | 'exposure' | 'exposure_pages', rows: Iterable<ExportRow>) => {
    const file = new FileBeingMade(`${table}/study=${about.study}/${part}.parquet`, newPiece());
    const made = new ParquetTable(file.take, about.exportId, fieldsOf(table));
    let count = 0;
    for (const row of rows) {
      made.add(row);
      count += 1;
    }
    made.close();
    return { ...file.close(), name: table.replace('_', '-'), rows: count, table };
  };
  // The flows first: they tell their pages to the exposure as they are written.
  return [
    ...files.made,
    tableFile('flows', flows.rows()),
    tableFile('exposure', exposure.dayRows()),
    tableFile('exposure_pages', exposure.pageRows()),
  ];
}

const dayLength = 24 * 60 * 60_000;
const wibAhead = 7 * 60 * 60_000;

/** Gives times their day in WIB; mostly it is that of the time before. */
function namingDays(): (ts: number) => string {
  let last = { number: 0, name: '1970-01-01' };
  return (ts) => {
    const number = Math.floor((ts + wibAhead) / dayLength);
    if (number !== last.number) last = { number, name: dayInWib(ts) };
    return last.name;
  };
}
