import type { Kind, Surface } from '../address/find-surface';
import type { Basket, PhaseId, Processor, Weight, Where } from '../verdict/verdict';

export type EventName =
  | 'flow_start'
  | 'nav'
  | 'step'
  | 'signal'
  | 'unread'
  | 'drift'
  | 'host_contacted'
  | 'verdict'
  | 'capture'
  | 'user_label'
  | 'worker_resumed'
  | 'flow_end';
export type StepName = 'basket' | 'product' | 'checkout' | 'payment' | 'confirm' | 'order_status';
/** How a tab left its flow, where it is known. */
export type LeftHow = 'closed' | 'elsewhere' | 'file_ended';
export type EndReason =
  | LeftHow
  | 'abandoned'
  | 'browser_ended'
  | 'timeout'
  | 'user_stopped'
  | 'clock_set_back';
type Erasure = 'participant' | 'withheld' | 'retention';

/** What every event of an installation and session shares. */
export interface EventFrame {
  readonly schema_version: string;
  readonly study_id: string;
  readonly participant_id: string;
  readonly session_id: string;
  readonly tz_offset_min: number;
  readonly ruleset_version: string;
  readonly ext_version: string;
  readonly browser: string;
}

/** What an event says of its own; null where it was not asked (codebook/tables.json). */
export interface EventFields {
  /** Which page of the flow, in which of its tabs: numbers within the flow, from 1. */
  readonly page: number | null;
  readonly tab: number | null;
  /** `seq` of the step or verdict row that this row belongs to, its own for these. */
  readonly judgement: number | null;
  readonly step: StepName | null;
  readonly surface: Surface | null;
  readonly kind: Kind | null;
  readonly basket: Basket | null;
  readonly processor: Processor | null;
  readonly phase: PhaseId | null;
  readonly page_host: string | null;
  readonly path_template: string | null;
  readonly host: string | null;
  readonly party: 'tiktok' | 'tokopedia' | 'other' | null;
  readonly request_type: string | null;
  readonly request_method: string | null;
  readonly request_outcome: 'ok' | 'refused' | 'failed' | 'unknown' | null;
  readonly request_count: number | null;
  readonly initiator_host: string | null;
  readonly contact_source: 'resource-timing' | 'web-request' | 'har' | null;
  readonly signal_id: string | null;
  readonly signal_present: boolean | null;
  readonly signal_weight: Weight | null;
  readonly signal_value: string | null;
  readonly evidence_kind: Where | null;
  readonly unread_what: string | null;
  readonly unread_why: string | null;
  readonly drift_rule: string | null;
  readonly drift_found: string | null;
  /** Kept beside the row, never in its body: it stays in the browser (class C). */
  readonly reading: string | null;
  readonly reading_digest: string | null;
  readonly note: string | null;
  readonly end_reason: EndReason | null;
  readonly capture_id: string | null;
}

/** One event as it is hashed and stored: the row without its place in the chain. */
export interface LogEvent extends EventFrame, EventFields {
  readonly event_id: string;
  readonly flow_id: string;
  readonly seq: number;
  /** ms since 1970, UTC, by the device's clock. */
  readonly ts: number;
  /** ms since the flow's first event. */
  readonly t_rel_ms: number;
  readonly event: EventName;
}

/** An event before it knows its flow's frame: what happened, in the flow model's words. */
export interface Happening extends Partial<EventFields> {
  readonly event: EventName;
}

/** An event that says nothing yet. */
export const nothingSaid: EventFields = {
  page: null,
  tab: null,
  judgement: null,
  step: null,
  surface: null,
  kind: null,
  basket: null,
  processor: null,
  phase: null,
  page_host: null,
  path_template: null,
  host: null,
  party: null,
  request_type: null,
  request_method: null,
  request_outcome: null,
  request_count: null,
  initiator_host: null,
  contact_source: null,
  signal_id: null,
  signal_present: null,
  signal_weight: null,
  signal_value: null,
  evidence_kind: null,
  unread_what: null,
  unread_why: null,
  drift_rule: null,
  drift_found: null,
  reading: null,
  reading_digest: null,
  note: null,
  end_reason: null,
  capture_id: null,
};

/** A row of the log: an event, or what is left of an erased one, and its place in the chain. */
export interface LogRow {
  /** From 1, without gaps. */
  readonly n: number;
  /** Canonical JSON of the LogEvent; null once erased. */
  readonly body: string | null;
  /** 32 hex digits; null once erased. */
  readonly salt: string | null;
  readonly leaf: string;
  readonly chain: string;
  readonly erased: Erasure | null;
  /** What the judgement was made from, as JSON; gone once erased. */
  readonly reading?: string;
}
