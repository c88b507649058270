import type { IDBPTransaction } from 'idb';
import { type FlowSummary, summarizeFlow } from '../../core/flow/summarize-flow';
import { eventOf } from '../../core/log/chain';
import { asBlocks, type StoredRow } from './row-block';

/** The store while it is brought up to date: it still has the rows of old. */
export type OldTransaction = IDBPTransaction<unknown, string[], 'versionchange'>;

/** Rows of an older store held in memory at a time. */
const pageSize = 5000;

/**
 * Moves the rows of a store of version 1 or 2 into blocks, in the upgrade's own transaction: all of them, or the
 * old store stays as it is. A store of version 1 has no flows yet: they are summed up from the rows.
 */
export async function intoBlocks(tx: OldTransaction, withoutFlows: boolean): Promise<void> {
  const flows = new Map<string, FlowSummary>();
  for (let after = 0; ; ) {
    const page = (await tx
      .objectStore('rows')
      .getAll(IDBKeyRange.lowerBound(after, true), pageSize)) as StoredRow[];
    for (const block of asBlocks(page)) await tx.objectStore('blocks').put(block);
    for (const { body, flow_id } of withoutFlows ? page : []) {
      const event = body === null ? undefined : eventOf(body);
      if (event) flows.set(flow_id, summarizeFlow(flows.get(flow_id) ?? null, event));
    }
    const last = page.at(-1);
    if (!last) break;
    after = last.n;
  }
  for (const flow of flows.values()) await tx.objectStore('flows').put(flow);
  tx.db.deleteObjectStore('rows');
}
