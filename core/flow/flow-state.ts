import type { Happening, LeftHow, StepName } from '../log/event';
import type { Verdict } from '../verdict/verdict';
import { type DayMet, type ExposureState, nothingMet } from './count-exposure';

/** An attempt to buy that is under way. Times are ms since 1970, UTC. */
export interface OpenFlow {
  readonly flow_id: string;
  readonly session_id: string;
  readonly started: number;
  /** Time of its last event. */
  readonly last: number;
  /** The next event's place in the flow. */
  readonly seq: number;
  /** Tabs it lives in, with what each shows. */
  readonly tabs: Readonly<Record<string, PageInTab>>;
  /** How many pages and tabs it has numbered so far. */
  readonly numbered: { readonly pages: number; readonly tabs: number };
  /** The stage of buying that it reached last, in whichever tab. */
  readonly step: StepName | null;
}

/** The page that a tab of a flow shows, and how it was judged: the same twice is written once. */
export interface PageInTab {
  /** Tells it from other pages; never written. */
  readonly page: string;
  readonly judgement: string;
  /** Its tab's and its own number within the flow, from 1. A page that is come back to gets another one. */
  readonly tabNumber: number;
  readonly pageNumber: number;
  /** `seq` of the row that judged it last; null where it is no step of buying. */
  readonly judgedAt: number | null;
  readonly step: StepName | null;
  /** Whether anything of it came so far. */
  readonly hasCome: boolean;
}

/** What the recorder remembers between two events; kept in the store, never in memory only. */
export interface RecorderState {
  readonly session: { readonly id: string; readonly last: number } | null;
  readonly flows: readonly OpenFlow[];
  readonly exposure: ExposureState;
}

export const nothingOpen: RecorderState = { session: null, flows: [], exposure: nothingMet };

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
  | (InTab & { readonly what: 'left'; readonly how?: LeftHow })
  /** The browser gave the tab another number. */
  | (InTab & { readonly what: 'replaced'; readonly before: number })
  | (InTab & { readonly what: 'hosts'; readonly contacts: readonly Contact[] })
  | { readonly what: 'note'; readonly flowId: string; readonly note: string; readonly ts: number }
  | {
      readonly what: 'capture';
      readonly flowId: string;
      readonly captureId: string;
      readonly tabId: number;
      /** Of the page that was captured: the tab may show another one by now. */
      readonly pageKey: string;
      readonly ts: number;
    }
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
  /** Days of exposure that are over: added to what is kept of them. */
  readonly days: readonly DayMet[];
}
