import type { Happening, StepName } from '../log/event';
import type { Verdict } from '../verdict/verdict';

/** An attempt to buy that is under way. Times are ms since 1970, UTC. */
export interface OpenFlow {
  readonly flow_id: string;
  readonly session_id: string;
  readonly started: number;
  /** Time of its last event. */
  readonly last: number;
  /** The next event's place in the flow. */
  readonly seq: number;
  /** Tabs it lives in, with what each shows: the stripped address and the judgement last written for it. */
  readonly tabs: Readonly<Record<string, PageKey>>;
  readonly step: StepName | null;
}

/** Which page a tab shows and how it was judged: the same twice is written once. */
export interface PageKey {
  readonly page: string;
  readonly judgement: string;
}

/** What the recorder remembers between two events; kept in the store, never in memory only. */
export interface RecorderState {
  readonly session: { readonly id: string; readonly last: number } | null;
  readonly flows: readonly OpenFlow[];
}

export const nothingOpen: RecorderState = { session: null, flows: [] };

/** A host that a page contacted, counted since the last report. */
export interface Contact {
  readonly host: string;
  readonly party: 'tiktok' | 'tokopedia' | 'other';
  readonly type: string;
  readonly count: number;
  readonly source: 'resource-timing' | 'web-request' | 'har';
  readonly method: string | null;
  readonly outcome: 'ok' | 'refused' | 'failed' | 'unknown' | null;
  readonly initiator: string | null;
}

interface InTab {
  readonly tabId: number;
  readonly ts: number;
}

/** What the recorder is told; everything in it is already stripped of names and numbers. */
export type Observation =
  | (InTab & {
      readonly what: 'page';
      readonly openerTabId: number | null;
      /** Tells two pages apart whose stripped addresses are the same; never written. */
      readonly pageKey: string;
      /** Stripped. */
      readonly address: string;
      readonly pageHost: string;
      readonly verdict: Verdict;
      /** Stripped, as JSON. */
      readonly reading: string;
    })
  | (InTab & { readonly what: 'left' })
  /** The browser gave the tab another number. */
  | (InTab & { readonly what: 'replaced'; readonly before: number })
  | (InTab & { readonly what: 'hosts'; readonly contacts: readonly Contact[] })
  | { readonly what: 'note'; readonly flowId: string; readonly note: string; readonly ts: number }
  | { readonly what: 'capture'; readonly flowId: string; readonly captureId: string; readonly ts: number }
  | { readonly what: 'resumed'; readonly ts: number }
  /** The browser was started anew: no tab of before is there any more. */
  | { readonly what: 'restarted'; readonly ts: number }
  | { readonly what: 'tick'; readonly ts: number }
  | { readonly what: 'stopped'; readonly ts: number };

/** An event with its place in its flow; the frame of the installation is added when it is written. */
export interface PlacedEvent extends Happening {
  readonly flow_id: string;
  readonly session_id: string;
  readonly seq: number;
  readonly ts: number;
  readonly t_rel_ms: number;
}

export interface Advance {
  readonly state: RecorderState;
  readonly events: readonly PlacedEvent[];
}
