import type { RecordCounts } from '../../../core/monitor/record-counts';
import { RecordTally } from '../../../core/monitor/record-tally';
import type { LogDatabase } from './open-store';
import { countingRows } from './read-rows';

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
  for await (const row of countingRows(db, onProgress)) {
    if (signal.aborted) return null;
    tally.take(row);
  }
  return signal.aborted ? null : tally.finish();
}
