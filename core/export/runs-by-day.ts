import type { ExportRow } from './export-row';

/** An exported row with its UTC day; null where nothing of it is left to tell the day. */
export interface DatedRow {
  readonly row: ExportRow;
  readonly day: string | null;
}

/** Rows one after another that share a day. */
export interface Run {
  readonly day: string | null;
  /** To be read to its end before the next run is asked for. */
  readonly rows: AsyncIterable<ExportRow>;
}

/**
 * Cuts rows into runs of one day and at most `most` rows, without holding them: each run becomes a file. A row
 * without a day belongs to the run around it.
 */
export async function* runsByDay(rows: AsyncIterable<DatedRow>, most: number): AsyncGenerator<Run> {
  const source = rows[Symbol.asyncIterator]();
  let next = await source.next();
  while (!next.done) {
    const undated: ExportRow[] = [];
    while (!next.done && next.value.day === null && undated.length < most) {
      undated.push(next.value.row);
      next = await source.next();
    }
    const day = next.done ? null : next.value.day;
    async function* run(): AsyncGenerator<ExportRow> {
      yield* undated;
      for (let count = undated.length; count < most && !next.done; count += 1) {
        if (next.value.day !== null && next.value.day !== day) return;
        yield next.value.row;
        next = await source.next();
      }
    }
    yield { day, rows: run() };
  }
}
