import type { RecordCounts } from '../../core/monitor/record-counts';
import { RecordTally } from '../../core/monitor/record-tally';
import type { LogDatabase } from './open-store';
import { readRows } from './read-rows';

/** Rows between two words of progress: the page draws itself in between. */
const reportEvery = 5000;

/**
 * Counts the whole record in one pass, a page of rows in memory at a time.
 *
 * @param signal ends the count early
 * @returns null where it was ended: half a record would be drawn as if it were all
 */
export async function countRecord(
  db: LogDatabase,
  onProgress: (rows: number) => void,
  signal: AbortSignal,
): Promise<RecordCounts | null> {
  const tally = new RecordTally();
  let rows = 0;
  for await (const row of readRows(db)) {
    tally.take(row);
    rows += 1;
    if (rows % reportEvery !== 0) continue;
    onProgress(rows);
    if (signal.aborted) return null;
  }
  return signal.aborted ? null : tally.finish();
}
