import { addedDays, type DayMet } from '../../../core/flow/count-exposure';
import {
  nothingOpen,
  type Observation,
  type OpenFlow,
  type RecorderState,
} from '../../../core/flow/flow-state';
import { nextStep } from '../../../core/flow/next-step';
import { nextRow } from '../../../core/log/chain';
import { frameEvent, type InstallFrame } from '../../../core/log/frame-event';
import type { Dropped } from '../../../core/log/whitelist';
import type { LogDatabase, LogState } from '../store/open-store';
import { asBlocks, mostTogether, type StoredRow } from '../store/row-block';
import { FlowsTouched } from './flows-touched';

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
  const tx = db.transaction(['blocks', 'flows', 'state', 'days'], 'readwrite', { durability: 'relaxed' });
  const states = tx.objectStore('state');
  const get = <K extends keyof LogState>(key: K) => states.get(key) as Promise<LogState[K] | undefined>;
  try {
    const [recorder, head] = await Promise.all([get('recorder'), get('head')]);
    let state = recorder ?? nothingOpen;
    let last = head ?? null;
    let written = 0;
    const dropped: Dropped[] = [];
    const days = new Map<string, DayMet>();
    const flows = new FlowsTouched(tx.objectStore('flows'));
    const rows: StoredRow[] = [];
    const store = (together: readonly StoredRow[]) => {
      for (const block of asBlocks(together)) quietly(tx.objectStore('blocks').add(block));
      written += together.length;
    };
    for (const observation of observations) {
      const closed = await closedFlow(observation, state, flows);
      const advance = nextStep(closed ? withFlow(state, closed) : state, observation, newId);
      for (const day of advance.days) {
        const known = days.get(day.date);
        days.set(day.date, known ? addedDays(known, day) : day);
      }
      state = closed ? withoutFlow(advance.state, closed) : advance.state;
      for (const placed of advance.events) {
        const admitted = frameEvent(placed, frame, { eventId: newId(), tzOffsetMin });
        dropped.push(...admitted.dropped);
        const row: StoredRow = { ...nextRow(last, admitted.event, newSalt()), flow_id: placed.flow_id };
        last = { n: row.n, chain: row.chain };
        rows.push(row);
        const known = flows.take(admitted.event);
        if (known) await known;
      }
      // A full block goes to the store at once: what is let go while it is young costs nothing to clear away.
      const full = rows.length - (rows.length % mostTogether);
      if (full > 0) store(rows.splice(0, full));
    }
    store(rows);
    for (const flow of flows.all()) quietly(tx.objectStore('flows').put(flow));
    quietly(states.put(state, 'recorder'));
    for (const day of days.values()) {
      const kept = await tx.objectStore('days').get(day.date);
      quietly(tx.objectStore('days').put(kept ? addedDays(kept, day) : day));
    }
    if (last) quietly(states.put(last, 'head'));
    if (dropped.length > 0) quietly(states.put(counted((await get('refused')) ?? {}, dropped), 'refused'));
    tx.commit();
    await tx.done;
    return written;
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
  touched: FlowsTouched,
): Promise<OpenFlow | null> {
  if (observation.what !== 'note' && observation.what !== 'capture') return null;
  const { flowId, ts } = observation;
  const known = flows.some(({ flow_id }) => flow_id === flowId) ? undefined : await touched.find(flowId);
  if (!known) return null;
  const { session_id, started, n_events } = known;
  return {
    flow_id: flowId,
    session_id,
    started,
    last: ts,
    seq: n_events,
    tabs: {},
    numbered: { pages: 0, tabs: 0 },
    step: null,
  };
}

const withFlow = (state: RecorderState, flow: OpenFlow): RecorderState => ({
  ...state,
  flows: [...state.flows, flow],
});

const withoutFlow = (state: RecorderState, { flow_id }: OpenFlow): RecorderState => ({
  ...state,
  flows: state.flows.filter((flow) => flow.flow_id !== flow_id),
});

function counted(before: LogState['refused'], dropped: readonly Dropped[]): LogState['refused'] {
  const counts: Record<string, number> = { ...before };
  for (const { field, why } of dropped) {
    const name = `${field} ${why}`;
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}
