import { exportRow, rowsOwnedBy } from '../core/export/export-row';
import { GzipStream } from '../core/export/gzip-stream';
import { ParquetTable } from '../core/export/parquet-table';
import { chainLines } from '../core/export/to-chain';
import { study } from '../demo/fill/made-study';
import { openStore, storeOf } from '../services/log/store/open-store';
import { readPages } from '../services/log/store/read-rows';
import { eraseStudy } from '../services/log/store/read-studies';
import { asBlocks, type StoredRow } from '../services/log/store/row-block';

// What the browser and the libraries take for the same rows where nothing of ours is done with them: the floors that
// no work on our side can go below.

const owner = { study, participant: '0'.repeat(32), code: null, exportId: 'floor' };

async function firstRowsOf(count: number): Promise<StoredRow[]> {
  const db = await openStore(storeOf(study));
  const rows: StoredRow[] = [];
  for await (const page of readPages(db, count)) rows.push(...page);
  db.close();
  return rows;
}

const perSecond = (count: number, since: number): number => (count / (performance.now() - since)) * 1000;

/**
 * Rows at hand put into an empty store: no flow, no hash, no summary.
 *
 * @param together rows in one transaction
 * @returns events a second
 */
async function bareStore(count: number, together: number): Promise<number> {
  const rows = await firstRowsOf(count);
  const db = await openStore(storeOf('bare'));
  const start = performance.now();
  for (let from = 0; from < rows.length; from += together) {
    const tx = db.transaction('blocks', 'readwrite', { durability: 'relaxed' });
    for (const block of asBlocks(rows.slice(from, from + together))) void tx.store.add(block);
    await tx.done;
  }
  const rate = perSecond(rows.length, start);
  db.close();
  await eraseStudy('bare');
  return rate;
}

/** Every row read, and nothing made of it; milliseconds. */
async function readAll(): Promise<number> {
  const db = await openStore(storeOf(study));
  const start = performance.now();
  for await (const page of readPages(db)) if (page.length < 0) throw new Error('never');
  const took = performance.now() - start;
  db.close();
  return took;
}

/** Exported rows at hand written as Parquet, the bytes dropped; events a second. */
async function bareParquet(count: number): Promise<number> {
  const rows = (await firstRowsOf(count)).map((row) => exportRow(row, rowsOwnedBy(owner)));
  const start = performance.now();
  const table = new ParquetTable(() => {}, 'floor');
  for (const row of rows) table.add(row);
  table.close();
  return perSecond(rows.length, start);
}

/** The chain's text at hand, compressed by the browser, the bytes dropped; events a second. */
async function bareGzip(count: number): Promise<number> {
  const rows = await firstRowsOf(count);
  const lineOf = chainLines(owner);
  const text = rows.map((row) => lineOf(row, false)).join('');
  const start = performance.now();
  const gzip = new GzipStream(() => {});
  for (let at = 0; at < text.length; at += 1 << 18) await gzip.write(text.slice(at, at + (1 << 18)));
  await gzip.close();
  return perSecond(rows.length, start);
}

export const floors = { bareStore, readAll, bareParquet, bareGzip };
