import { nothingOpen, type Observation, type OpenFlow, type RecorderState } from '../../core/flow/flow-state';
import { nextStep } from '../../core/flow/next-step';
import { type FlowSummary, summarizeFlow } from '../../core/flow/summarize-flow';
import { nextRow } from '../../core/log/chain';
import type { LogEvent } from '../../core/log/event';
import { frameEvent, type InstallFrame } from '../../core/log/frame-event';
import type { Dropped } from '../../core/log/whitelist';
import type { LogDatabase, LogState } from './open-store';
import { asBlocks, type StoredRow } from './row-block';

/** What writing needs beside the observation: all that is not the store's own. */
export interface Surroundings {
  readonly frame: InstallFrame;
  readonly newId: () => string;
  /** 32 hex digits, random. */
  readonly newSalt: () => string;
  readonly tzOffsetMin: number;
}

/**
 * Writes what observations add to the record, in one transaction: events, chain, flows and the recorder's memory
 * become true together or not at all, whatever is killed in between. The store puts writers in a line, so two
 * windows cannot take the same place.
 *
 * @returns how many events were written
 * @throws DOMException QuotaExceededError when the disk is full: nothing of this call is stored then
 */
export async function append(
  db: LogDatabase,
  observations: readonly Observation[],
  { frame, newId, newSalt, tzOffsetMin }: Surroundings,
): Promise<number> {
  const tx = db.transaction(['blocks', 'flows', 'state'], 'readwrite', { durability: 'relaxed' });
  const states = tx.objectStore('state');
  const get = <K extends keyof LogState>(key: K) => states.get(key) as Promise<LogState[K] | undefined>;
  try {
    const [recorder, head, refused, studies] = await Promise.all([
      get('recorder'),
      get('head'),
      get('refused'),
      get('studies'),
    ]);
    let state = recorder ?? nothingOpen;
    let last = head ?? null;
    const written: LogEvent[] = [];
    const dropped: Dropped[] = [];
    const rows: StoredRow[] = [];
    for (const observation of observations) {
      const closed = await closedFlow(observation, state, tx.objectStore('flows'));
      const advance = nextStep(closed ? withFlow(state, closed) : state, observation, newId);
      state = closed ? withoutFlow(advance.state, closed) : advance.state;
      for (const placed of advance.events) {
        const admitted = frameEvent(placed, frame, { eventId: newId(), tzOffsetMin });
        dropped.push(...admitted.dropped);
        const row: StoredRow = { ...nextRow(last, admitted.event, newSalt()), flow_id: placed.flow_id };
        written.push(admitted.event);
        last = { n: row.n, chain: row.chain };
        rows.push(row);
      }
    }
    for (const block of asBlocks(rows)) quietly(tx.objectStore('blocks').add(block));
    await updateFlows(tx.objectStore('flows'), written);
    quietly(states.put(state, 'recorder'));
    if (last) quietly(states.put(last, 'head'));
    if (written.length > 0 && !studies?.includes(frame.study_id))
      quietly(states.put([...(studies ?? []), frame.study_id], 'studies'));
    if (dropped.length > 0) quietly(states.put(counted(refused ?? {}, dropped), 'refused'));
    await tx.done;
    return written.length;
  } catch (cause) {
    // Our own mistake must not leave half of it behind; an aborted transaction says why in `tx.error`.
    if (tx.error === null) tx.abort();
    await tx.done.catch(() => undefined);
    throw tx.error ?? cause;
  }
}

/** A write that fails fails its transaction, and `tx.done` says so: its own promise need not be heard as well. */
const quietly = (write: Promise<unknown>): void => {
  write.catch(() => undefined);
};

/** A flow that is over can still get a note or a capture: it is opened for that one event. */
async function closedFlow(
  observation: Observation,
  { flows }: RecorderState,
  store: FlowsStore,
): Promise<OpenFlow | null> {
  if (observation.what !== 'note' && observation.what !== 'capture') return null;
  const { flowId, ts } = observation;
  const known = flows.some(({ flow_id }) => flow_id === flowId) ? undefined : await store.get(flowId);
  if (!known) return null;
  const { session_id, started, n_events } = known;
  return { flow_id: flowId, session_id, started, last: ts, seq: n_events, tabs: {}, step: null };
}

const withFlow = (state: RecorderState, flow: OpenFlow): RecorderState => ({
  ...state,
  flows: [...state.flows, flow],
});

const withoutFlow = (state: RecorderState, { flow_id }: OpenFlow): RecorderState => ({
  ...state,
  flows: state.flows.filter((flow) => flow.flow_id !== flow_id),
});

interface FlowsStore {
  get(id: string): Promise<FlowSummary | undefined>;
  put(flow: FlowSummary): Promise<unknown>;
}

/** Flows that begin here need not be looked up, and the others are asked for all at once. */
async function updateFlows(store: FlowsStore, events: readonly LogEvent[]): Promise<void> {
  const flows = new Map<string, FlowSummary | undefined>();
  const asked: Promise<unknown>[] = [];
  for (const { flow_id, seq } of events) {
    if (flows.has(flow_id)) continue;
    flows.set(flow_id, undefined);
    if (seq > 0) asked.push(store.get(flow_id).then((known) => flows.set(flow_id, known)));
  }
  await Promise.all(asked);
  for (const event of events)
    flows.set(event.flow_id, summarizeFlow(flows.get(event.flow_id) ?? null, event));
  for (const flow of flows.values()) if (flow) quietly(store.put(flow));
}

function counted(before: LogState['refused'], dropped: readonly Dropped[]): LogState['refused'] {
  const counts: Record<string, number> = { ...before };
  for (const { field, why } of dropped) {
    const name = `${field} ${why}`;
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}
