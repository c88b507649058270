import { faultOfRow } from '../../../core/log/chain';
import type { LogRow } from '../../../core/log/event';
import { type LogDatabase, type RowAside, readState } from './open-store';
import { rowsIn, rowsOf, type StoredRow } from './row-block';

/** Rows held in memory at a time, about: blocks are read whole. */
const pageSize = 1000;
/** Rows between two words of progress. */
const reportEvery = 5000;

/** How many rows there are, erased ones too: the chain has no gaps. */
export const countRows = async (db: LogDatabase): Promise<number> => (await readState(db, 'head'))?.n ?? 0;

/**
 * Every row in the order of the chain, a page of them in memory at a time, each page in its own transaction.
 *
 * @param upTo place of the last row that is wanted: what is written meanwhile is left out
 */
export async function* readPages(
  db: LogDatabase,
  upTo = Number.POSITIVE_INFINITY,
): AsyncGenerator<readonly StoredRow[]> {
  let after = 0;
  // Blocks differ in size: how many make a page is learnt from the one before.
  let most = 10;
  while (after < upTo) {
    const blocks = await db.getAll('blocks', IDBKeyRange.bound(after, upTo, true), most);
    const rows = blocks.flatMap((block) => [...rowsIn(block)]);
    yield (rows.at(-1)?.n ?? 0) > upTo ? rows.filter(({ n }) => n <= upTo) : rows;
    const last = blocks.at(-1);
    if (!last || blocks.length < most) return;
    after = last.n;
    most = Math.max(1, Math.round((pageSize * blocks.length) / Math.max(1, rows.length)));
  }
}

/** The same, telling how many rows have passed, every few thousand. */
export async function* countingPages(
  db: LogDatabase,
  onRow: (rows: number) => void,
  upTo?: number,
): AsyncGenerator<readonly StoredRow[]> {
  let count = 0;
  for await (const rows of readPages(db, upTo)) {
    yield rows;
    const before = count;
    count += rows.length;
    if (Math.floor(before / reportEvery) < Math.floor(count / reportEvery)) onRow(count);
  }
}

/** Every row in the order of the chain, one by one, telling every few thousand how many have passed. */
export async function* countingRows(
  db: LogDatabase,
  onRow: (rows: number) => void,
  upTo?: number,
): AsyncGenerator<StoredRow> {
  for await (const rows of countingPages(db, onRow, upTo)) yield* rows;
}

/** A flow's rows in their order, erased ones too. */
export async function rowsOfFlow(db: LogDatabase, flowId: string): Promise<StoredRow[]> {
  return rowsOf(await db.getAllFromIndex('blocks', 'flow', flowId), flowId);
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
  for await (const row of countingRows(db, onProgress)) {
    rows += 1;
    erased += Number(row.erased !== null);
    const why = faultOfRow(row, before);
    if (why !== null) faults.push({ n: row.n, why, row });
    before = { n: row.n, chain: row.chain };
  }
  for (const fault of faults) await db.put('aside', fault);
  return { rows, erased, faults, head: before };
}
