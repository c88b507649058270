import type { EndReason, LogEvent, StepName } from '../log/event';
import { foldPage } from '../log/fold-page';
import type { Basket, Processor } from '../verdict/verdict';

/** A flow in one record: what a list of flows shows and filters by. */
export interface FlowSummary {
  readonly flow_id: string;
  readonly session_id: string;
  /** ms since 1970, UTC. */
  readonly started: number;
  readonly ended: number;
  readonly end_reason: EndReason | null;
  readonly n_events: number;
  readonly n_erased: number;
  readonly n_unread: number;
  readonly n_drift: number;
  /** The pages of the flow in order: what the drawn path shows. */
  readonly steps: readonly FlowStep[];
  readonly kinds: readonly string[];
  readonly processors: readonly Processor[];
  readonly hosts: readonly string[];
  readonly note: string | null;
}

export interface FlowStep {
  /** Its page's number within the flow. */
  readonly page: number;
  readonly seq: number;
  readonly step: StepName | null;
  readonly kind: string;
  readonly page_host: string;
  readonly basket: Basket;
  readonly processor: Processor;
}

/** Enough for a path to be drawn and a list to be filtered; a flow of thousands of pages is cut here, not lost. */
const mostSteps = 50;
const mostHosts = 60;

const emptySummary = ({ flow_id, session_id, ts }: LogEvent): FlowSummary => ({
  flow_id,
  session_id,
  started: ts,
  ended: ts,
  end_reason: null,
  n_events: 0,
  n_erased: 0,
  n_unread: 0,
  n_drift: 0,
  steps: [],
  kinds: [],
  processors: [],
  hosts: [],
  note: null,
});

/** A flow's summary with one more event; null for the first event of a flow. */
export function summarizeFlow(before: FlowSummary | null, event: LogEvent): FlowSummary {
  const flow = before ?? emptySummary(event);
  return {
    ...flow,
    ended: Math.max(flow.ended, event.ts),
    end_reason: event.end_reason ?? flow.end_reason,
    n_events: flow.n_events + 1,
    n_unread: flow.n_unread + Number(event.event === 'unread'),
    n_drift: flow.n_drift + Number(event.event === 'drift'),
    steps: withStep(flow.steps, event),
    kinds: withNew(flow.kinds, event.kind, mostHosts),
    processors: withNew(flow.processors, event.processor, mostHosts),
    hosts: withNew(withNew(flow.hosts, event.page_host, mostHosts), event.host, mostHosts),
    note: event.note ?? flow.note,
  };
}

/** A page judged again replaces its own step: the last judgement counts. */
function withStep(steps: readonly FlowStep[], event: LogEvent): readonly FlowStep[] {
  if (event.event !== 'step' && event.event !== 'verdict') return steps;
  const page = foldPage(undefined, event);
  if (page === undefined) return steps;
  const step: FlowStep = {
    page: page.page,
    seq: event.seq,
    step: page.step,
    kind: page.kind ?? 'other',
    page_host: page.page_host ?? 'other',
    basket: page.basket ?? 'unknown',
    processor: page.processor ?? 'unknown',
  };
  const known = steps.findIndex((other) => other.page === step.page);
  if (known >= 0) return steps.with(known, step);
  if (steps.length >= mostSteps) return steps;
  return [...steps, step].sort((a, b) => a.page - b.page);
}

const withNew = <T>(list: readonly T[], value: T | null, most: number): readonly T[] =>
  value === null || list.includes(value) || list.length >= most ? list : [...list, value];
