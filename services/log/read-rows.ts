import { faultOfRow } from '../../core/log/chain';
import type { LogRow } from '../../core/log/event';
import { type LogDatabase, type RowAside, readState } from './open-store';
import { rowsIn, type StoredRow } from './row-block';

/** Rows held in memory at a time, about: blocks are read whole. */
const pageSize = 1000;
/** Rows between two words of progress. */
const reportEvery = 5000;

/** How many rows there are, erased ones too: the chain has no gaps. */
export const countRows = async (db: LogDatabase): Promise<number> => (await readState(db, 'head'))?.n ?? 0;

/** Every row in the order of the chain, a page of them in memory at a time, each page in its own transaction. */
export async function* readRows(db: LogDatabase): AsyncGenerator<StoredRow> {
  let after = 0;
  // Blocks differ in size: how many make a page is learnt from the one before.
  let most = 100;
  for (;;) {
    const blocks = await db.getAll('blocks', IDBKeyRange.lowerBound(after, true), most);
    let count = 0;
    for (const block of blocks) {
      count += rowsIn(block).length;
      yield* rowsIn(block);
    }
    const last = blocks.at(-1);
    if (!last || blocks.length < most) return;
    after = last.n;
    most = Math.max(1, Math.round((pageSize * blocks.length) / Math.max(1, count)));
  }
}

/** The same, telling every few thousand rows how many have passed. */
export async function* countingRows(
  db: LogDatabase,
  onRow: (rows: number) => void,
): AsyncGenerator<StoredRow> {
  let count = 0;
  for await (const row of readRows(db)) {
    count += 1;
    if (count % reportEvery === 0) onRow(count);
    yield row;
  }
}

/** A flow's rows in their order, erased ones too. */
export async function rowsOfFlow(db: LogDatabase, flowId: string): Promise<StoredRow[]> {
  const blocks = await db.getAllFromIndex('blocks', 'flow', flowId);
  return blocks.flatMap((block) => rowsIn(block).filter(({ flow_id }) => flow_id === flowId));
}

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
    if (rows % reportEvery === 0) onProgress(rows);
  }
  for (const fault of faults) await db.put('aside', fault);
  return { rows, erased, faults, head: before };
}
