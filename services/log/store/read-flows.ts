import { unwrap } from 'idb';
import type { FlowOrder } from '../../../core/flow/flow-order';
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
  readonly order: FlowOrder;
}

export const everything: FlowFilter = {
  from: null,
  until: null,
  kind: null,
  processor: null,
  host: null,
  onlyDrift: false,
  order: 'newest',
};

const fits = (flow: FlowSummary, filter: FlowFilter): boolean =>
  (filter.kind === null || flow.kinds.includes(filter.kind)) &&
  (filter.processor === null || flow.processors.some((processor) => processor === filter.processor)) &&
  (filter.host === null || flow.hosts.includes(filter.host)) &&
  (!filter.onlyDrift || flow.n_drift > 0);

/** The first flows in their order that fit, at most `most` of them: hardly more are held in memory. */
export async function readFlows(db: LogDatabase, filter: FlowFilter, most: number): Promise<FlowSummary[]> {
  const found: FlowSummary[] = [];
  if (most === 0) return found;
  if (filter.order === 'most-rows') return longestOf(inTime(db, filter, flowsInPage), filter, most);
  for await (const flow of inTime(db, filter, most)) {
    if (fits(flow, filter)) found.push(flow);
    if (found.length === most) break;
  }
  return found;
}

/** Those with the most rows: every flow is looked at, and twice as many as are wanted are held. */
async function longestOf(
  flows: AsyncGenerator<FlowSummary>,
  filter: FlowFilter,
  most: number,
): Promise<FlowSummary[]> {
  let found: FlowSummary[] = [];
  const longest = () => found.toSorted((a, b) => b.n_events - a.n_events).slice(0, most);
  for await (const flow of flows) {
    if (fits(flow, filter)) found.push(flow);
    if (found.length === 2 * most) found = longest();
  }
  return longest();
}

/** Newer browsers read many records in one go, in either direction; the type library does not know it yet. */
interface ReadsManyRecords {
  getAllRecords(options: {
    readonly query: IDBKeyRange | null;
    readonly count: number;
    readonly direction: 'prev' | 'next';
  }): IDBRequest<{ readonly key: number; readonly value: FlowSummary }[]>;
}

async function* inTime(
  db: LogDatabase,
  { from, until, order }: FlowFilter,
  first: number,
): AsyncGenerator<FlowSummary> {
  const started = () => db.transaction('flows').store.index('started');
  const direction = order === 'oldest' ? 'next' : 'prev';
  if ('getAllRecords' in IDBIndex.prototype) yield* inPages(started, { from, until, direction }, first);
  else {
    let cursor = await started().openCursor(between(from, until), direction);
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
  { from, until, direction }: { from: number | null; until: number | null; direction: 'prev' | 'next' },
  first: number,
): AsyncGenerator<FlowSummary> {
  let query = between(from, until);
  let seen = new Set<string>();
  let edge: number | undefined;
  for (let count = Math.min(first, flowsInPage); ; ) {
    const index = unwrap(started() as never) as unknown as ReadsManyRecords;
    const page = await answerOf(index.getAllRecords({ query, count, direction }));
    for (const { value } of page) if (!seen.has(value.flow_id)) yield value;
    const last = page.at(-1)?.key;
    if (last === undefined || page.length < count) return;
    // A page of one millisecond alone: more at a time, or it would be read for ever.
    count = last === edge ? count * 2 : flowsInPage;
    edge = last;
    seen = new Set(page.filter(({ key }) => key === last).map(({ value }) => value.flow_id));
    if (direction === 'next') query = between(last, until);
    else query = from === null ? IDBKeyRange.upperBound(last) : IDBKeyRange.bound(from, last);
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
