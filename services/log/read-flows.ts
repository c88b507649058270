import type { FlowSummary } from '../../core/flow/summarize-flow';
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

export const fits = (flow: FlowSummary, filter: FlowFilter): boolean =>
  (filter.kind === null || flow.kinds.includes(filter.kind)) &&
  (filter.processor === null || flow.processors.some((processor) => processor === filter.processor)) &&
  (filter.host === null || flow.hosts.includes(filter.host)) &&
  (!filter.onlyDrift || flow.n_drift > 0);

/** The newest flows that fit, at most `most` of them: only these are held in memory. */
export async function readFlows(db: LogDatabase, filter: FlowFilter, most: number): Promise<FlowSummary[]> {
  const { from, until } = filter;
  const range =
    from !== null && until !== null
      ? IDBKeyRange.bound(from, until, false, true)
      : from !== null
        ? IDBKeyRange.lowerBound(from)
        : until !== null
          ? IDBKeyRange.upperBound(until, true)
          : null;
  const found: FlowSummary[] = [];
  let cursor = await db.transaction('flows').store.index('started').openCursor(range, 'prev');
  while (cursor && found.length < most) {
    if (fits(cursor.value, filter)) found.push(cursor.value);
    cursor = await cursor.continue();
  }
  return found;
}
