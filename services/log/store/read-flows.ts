import { unwrap } from 'idb';
import type { FlowSummary } from '../../../core/flow/summarize-flow';
import type { LogDatabase } from './open-store';

/** Which flows to show; null fields let everything through. */
export interface FlowFilter {
  /** ms since 1970, UTC: flows that began at or after it. */
  readonly from: number | null;
  /** Flows that began before it. */
  readonly until: number | null;
  readonly kind: string | null;
  readonly processor: string | null;
  readonly host: string | null;
  readonly onlyDrift: boolean;
}

export const everything: FlowFilter = {
  from: null,
  until: null,
  kind: null,
  processor: null,
  host: null,
  onlyDrift: false,
};

const fits = (flow: FlowSummary, filter: FlowFilter): boolean =>
  (filter.kind === null || flow.kinds.includes(filter.kind)) &&
  (filter.processor === null || flow.processors.some((processor) => processor === filter.processor)) &&
  (filter.host === null || flow.hosts.includes(filter.host)) &&
  (!filter.onlyDrift || flow.n_drift > 0);

/** The newest flows that fit, at most `most` of them: only these are held in memory. */
export async function readFlows(db: LogDatabase, filter: FlowFilter, most: number): Promise<FlowSummary[]> {
  const found: FlowSummary[] = [];
  if (most === 0) return found;
  for await (const flow of newestFirst(db, filter, most)) {
    if (fits(flow, filter)) found.push(flow);
    if (found.length === most) break;
  }
  return found;
}

/** Newer browsers read many records in one go, newest first; the type library does not know it yet. */
interface ReadsManyRecords {
  getAllRecords(options: {
    readonly query: IDBKeyRange | null;
    readonly count: number;
    readonly direction: 'prev';
  }): IDBRequest<{ readonly key: number; readonly value: FlowSummary }[]>;
}

async function* newestFirst(
  db: LogDatabase,
  { from, until }: FlowFilter,
  first: number,
): AsyncGenerator<FlowSummary> {
  const started = () => db.transaction('flows').store.index('started');
  if ('getAllRecords' in IDBIndex.prototype) yield* inPages(started, from, until, first);
  else {
    let cursor = await started().openCursor(between(from, until), 'prev');
    while (cursor) {
      yield cursor.value;
      cursor = await cursor.continue();
    }
  }
}

const flowsInPage = 500;

/**
 * A page at a time, each in its own transaction. Flows of the very same millisecond may stand on both sides of an edge.
 *
 * @param first flows in the first page: where every flow fits, no more are read than are shown
 */
async function* inPages(
  started: () => unknown,
  from: number | null,
  until: number | null,
  first: number,
): AsyncGenerator<FlowSummary> {
  let query = between(from, until);
  let seen = new Set<string>();
  let edge: number | undefined;
  for (let count = Math.min(first, flowsInPage); ; ) {
    const index = unwrap(started() as never) as unknown as ReadsManyRecords;
    const page = await answerOf(index.getAllRecords({ query, count, direction: 'prev' }));
    for (const { value } of page) if (!seen.has(value.flow_id)) yield value;
    const last = page.at(-1)?.key;
    if (last === undefined || page.length < count) return;
    // A page of one millisecond alone: more at a time, or it would be read for ever.
    count = last === edge ? count * 2 : flowsInPage;
    edge = last;
    seen = new Set(page.filter(({ key }) => key === last).map(({ value }) => value.flow_id));
    query = from === null ? IDBKeyRange.upperBound(last) : IDBKeyRange.bound(from, last);
  }
}

const answerOf = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

function between(from: number | null, until: number | null): IDBKeyRange | null {
  if (from !== null && until !== null) return IDBKeyRange.bound(from, until, false, true);
  if (from !== null) return IDBKeyRange.lowerBound(from);
  return until === null ? null : IDBKeyRange.upperBound(until, true);
}
