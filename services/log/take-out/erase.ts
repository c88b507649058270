import { type FlowSummary, summarizeFlow } from '../../../core/flow/summarize-flow';
import { erasedRow, eventOf } from '../../../core/log/chain';
import type { LogRow } from '../../../core/log/event';
import type { LogDatabase } from '../store/open-store';
import { rowsOfFlow } from '../store/read-rows';
import { revised } from '../store/revision';
import { rowsIn, rowsOf, type StoredRow } from '../store/row-block';

/** What is told of a flow of which nothing is left. */
const emptied = {
  steps: [],
  kinds: [],
  processors: [],
  hosts: [],
  note: null,
  n_unread: 0,
  n_drift: 0,
} as const;

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
    const blocks = await tx.objectStore('blocks').index('flow').getAll(flowId);
    const left = rowsOf(blocks, flowId).flatMap(({ body }) => (body === null ? [] : (eventOf(body) ?? [])));
    // What is told of the flow is told by what is left of it; its size and its times stay.
    const { steps, kinds, processors, hosts, note, n_unread, n_drift } =
      left.reduce<FlowSummary | null>(summarizeFlow, null) ?? emptied;
    const told = { steps, kinds, processors, hosts, note, n_unread, n_drift };
    await tx.objectStore('flows').put({ ...flow, ...told, n_erased: flow.n_erased + count });
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
