import { erasedRow } from '../../core/log/chain';
import type { LogRow } from '../../core/log/event';
import type { LogDatabase } from './open-store';
import { rowsOfFlow } from './read-rows';
import { revised } from './revision';
import { rowsIn, type StoredRow } from './row-block';

/** Takes the content out of rows: their places in the chain stay, so that it still verifies. */
export async function eraseRows(
  db: LogDatabase,
  numbers: readonly number[],
  why: NonNullable<LogRow['erased']> = 'participant',
): Promise<void> {
  const wanted = new Set(numbers);
  const tx = db.transaction(['blocks', 'flows', 'state'], 'readwrite', { durability: 'strict' });
  const erasedOfFlow = new Map<string, number>();
  for (const n of numbers) {
    // A block is found by the nearest first place at or below the row's own.
    const cursor = await tx.objectStore('blocks').openCursor(IDBKeyRange.upperBound(n), 'prev');
    const isMeant = (row: StoredRow) => wanted.has(row.n) && row.erased === null;
    const meant = cursor ? rowsIn(cursor.value).filter(isMeant) : [];
    if (!cursor || meant.length === 0) continue;
    for (const { flow_id } of meant) erasedOfFlow.set(flow_id, (erasedOfFlow.get(flow_id) ?? 0) + 1);
    const rows = rowsIn(cursor.value).map((row) => (isMeant(row) ? erasedRow(row, why) : row));
    await cursor.update({ ...cursor.value, rows });
  }
  const before = ((await tx.objectStore('state').get('erased')) as number | undefined) ?? 0;
  const now = [...erasedOfFlow.values()].reduce((sum, count) => sum + count, before);
  await tx.objectStore('state').put(now, 'erased');
  if (now > before) await revised(tx.objectStore('state'));
  for (const [flowId, count] of erasedOfFlow) {
    const flow = await tx.objectStore('flows').get(flowId);
    if (!flow) continue;
    const n_erased = flow.n_erased + count;
    // A flow without content has nothing left to summarize but its size.
    const emptied = { steps: [], kinds: [], processors: [], hosts: [], note: null };
    await tx.objectStore('flows').put({ ...flow, ...(n_erased >= flow.n_events && emptied), n_erased });
  }
  await tx.done;
}

/** Erases all rows of a flow. */
export async function eraseFlow(db: LogDatabase, flowId: string): Promise<void> {
  const rows = await rowsOfFlow(db, flowId);
  await eraseRows(
    db,
    rows.map(({ n }) => n),
  );
}
