import 'fake-indexeddb/auto';
import { deleteDB } from 'idb';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { FlowSummary } from '../../../core/flow/summarize-flow';
import { type LogDatabase, openStore } from '../../../services/log/store/open-store';
import { everything, readFlows } from '../../../services/log/store/read-flows';

const flow = (id: number, started: number, more: Partial<FlowSummary> = {}): FlowSummary => ({
  flow_id: String(id).padStart(5, '0'),
  session_id: 's',
  started,
  ended: started,
  end_reason: null,
  n_events: 1,
  n_erased: 0,
  n_unread: 0,
  n_drift: 0,
  steps: [],
  kinds: [],
  processors: [],
  hosts: [],
  note: null,
  ...more,
});

/** 2,600 flows: one a second, but 1,200 of them in one and the same millisecond. */
const flows = Array.from({ length: 2600 }, (_none, index) =>
  flow(index, index < 700 ? index * 1000 : index < 1900 ? 700_000 : index * 1000, {
    hosts: index % 100 === 0 ? ['rare.example'] : [],
    n_drift: Number(index === 3),
    n_events: { 1234: 90, 77: 80, 2500: 70 }[index] ?? 1,
  }),
);

describe.each(['many records at once', 'a cursor'] as const)('flows read with %s', (way) => {
  let db: LogDatabase;
  const { getAllRecords } = IDBIndex.prototype as unknown as { getAllRecords: unknown };
  beforeEach(async () => {
    db = await openStore('flows');
    const tx = db.transaction('flows', 'readwrite');
    for (const one of flows) void tx.store.put(one);
    await tx.done;
    if (way === 'a cursor')
      delete (IDBIndex.prototype as unknown as { getAllRecords?: unknown }).getAllRecords;
  });
  afterEach(async () => {
    Object.assign(IDBIndex.prototype, { getAllRecords });
    db.close();
    await deleteDB('flows');
  });
  const ids = async (
    ...asked: Parameters<typeof readFlows> extends [unknown, ...infer Rest] ? Rest : never
  ) => (await readFlows(db, ...asked)).map(({ flow_id }) => Number(flow_id));

  test('come newest first, each once, however many share a millisecond', async () => {
    const all = await ids(everything, 10_000);
    expect(all).toHaveLength(flows.length);
    expect(new Set(all).size).toBe(flows.length);
    expect(all.slice(0, 3)).toEqual([2599, 2598, 2597]);
    expect(all.at(-1)).toBe(0);
  });

  test('come in the order asked for: oldest first, or those with most rows', async () => {
    const oldest = await ids({ ...everything, order: 'oldest' }, 10_000);
    expect(oldest.slice(0, 3)).toEqual([0, 1, 2]);
    expect(new Set(oldest).size).toBe(flows.length);
    expect(await ids({ ...everything, order: 'oldest', from: 10_000, until: 13_000 }, 2)).toEqual([10, 11]);
    expect(await ids({ ...everything, order: 'most-rows' }, 3)).toEqual([1234, 77, 2500]);
    expect(await ids({ ...everything, order: 'most-rows', host: 'rare.example' }, 1)).toEqual([2500]);
  });

  test('keep to the days and filters asked for, and to the number', async () => {
    expect(await ids({ ...everything, from: 10_000, until: 13_000 }, 50)).toEqual([12, 11, 10]);
    expect(await ids({ ...everything, host: 'rare.example', until: 250_000 }, 50)).toEqual([200, 100, 0]);
    expect(await ids({ ...everything, onlyDrift: true }, 50)).toEqual([3]);
    expect(await ids(everything, 2)).toEqual([2599, 2598]);
    expect(await ids(everything, 0)).toEqual([]);
  });
});
