import { faultOfRow } from '../../core/log/chain';
import type { LogRow } from '../../core/log/event';
import type { LogDatabase, RowAside, StoredRow } from './open-store';

const pageSize = 5000;

/** Every row in the order of the chain, a page of them in memory at a time, each page in its own transaction. */
export async function* readRows(db: LogDatabase): AsyncGenerator<StoredRow> {
  let after = 0;
  for (;;) {
    const page = await db.getAll('rows', IDBKeyRange.lowerBound(after, true), pageSize);
    yield* page;
    const last = page.at(-1);
    if (!last || page.length < pageSize) return;
    after = last.n;
  }
}

export const rowsOfFlow = (db: LogDatabase, flowId: string): Promise<StoredRow[]> =>
  db.getAllFromIndex('rows', 'flow', flowId);

export interface ChainReport {
  readonly rows: number;
  readonly erased: number;
  readonly faults: readonly RowAside[];
  readonly head: Pick<LogRow, 'n' | 'chain'> | null;
}

/**
 * Checks every row against the chain. Rows that do not hold are copied aside, as they were found, and counted;
 * nothing is mended and nothing thrown away.
 */
export async function checkChain(db: LogDatabase, onProgress = (_rows: number) => {}): Promise<ChainReport> {
  const faults: RowAside[] = [];
  let before: Pick<LogRow, 'n' | 'chain'> | null = null;
  let rows = 0;
  let erased = 0;
  for await (const row of readRows(db)) {
    rows += 1;
    erased += Number(row.erased !== null);
    const why = faultOfRow(row, before);
    if (why !== null) faults.push({ n: row.n, why, row });
    before = { n: row.n, chain: row.chain };
    if (rows % pageSize === 0) onProgress(rows);
  }
  for (const fault of faults) await db.put('aside', fault);
  return { rows, erased, faults, head: before };
}
