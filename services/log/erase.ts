import { erasedRow } from '../../core/log/chain';
import type { LogRow } from '../../core/log/event';
import { type LogDatabase, storeName } from './open-store';

/** Takes the content out of rows: their places in the chain stay, so that it still verifies. */
export async function eraseRows(
  db: LogDatabase,
  numbers: readonly number[],
  why: NonNullable<LogRow['erased']> = 'participant',
): Promise<void> {
  const tx = db.transaction(['rows', 'flows'], 'readwrite', { durability: 'strict' });
  for (const n of numbers) {
    const row = await tx.objectStore('rows').get(n);
    if (!row || row.erased !== null) continue;
    await tx.objectStore('rows').put({ ...row, ...erasedRow(row, why) });
    const flow = await tx.objectStore('flows').get(row.flow_id);
    if (!flow) continue;
    const n_erased = flow.n_erased + 1;
    // A flow without content has nothing left to summarize but its size.
    const emptied = { steps: [], kinds: [], processors: [], hosts: [], note: null };
    await tx.objectStore('flows').put({ ...flow, ...(n_erased >= flow.n_events && emptied), n_erased });
  }
  await tx.done;
}

/** Erases all rows of a flow. */
export async function eraseFlow(db: LogDatabase, flowId: string): Promise<void> {
  const rows = await db.getAllFromIndex('rows', 'flow', flowId);
  await eraseRows(
    db,
    rows.map(({ n }) => n),
  );
}

/** Withdrawal: the whole record and its key are gone, for good. */
export async function eraseAll(db: LogDatabase, name = storeName): Promise<void> {
  db.close();
  await new Promise<void>((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error);
  });
}
