import { codebook, type FieldRule } from '../log/codebook';
import type { LogEvent } from '../log/event';
import { type PageOfFlow, PagesOfFlow } from '../log/fold-page';
import { type ExportRow, type ExportValue, type Owner, ownerFields, type SaidInBody } from './export-row';

export const flowFields: readonly FieldRule[] = codebook.tables.flows.fields;

/** A flow while its events pass by; the fields of the codebook's table, and what they are worked out from. */
interface FlowSoFar {
  readonly session: string;
  started: number;
  ended: number;
  duration: number;
  rows: number;
  lastSeq: number;
  hosts: Set<string> | null;
  /** Until the flow ends: then what is told of them is worked out, and they are let go. */
  pages: PagesOfFlow | null;
  told: ToldOfPages;
  drift: number;
  unread: number;
  ruleset: string;
  endReason: string | null;
  label: string | null;
}

/**
 * The table of flows, worked out from the events that are exported and from nothing else: whoever has the events can
 * work it out again and must find the same.
 */
export class FlowRows {
  private readonly flows = new Map<string, FlowSoFar>();
  private readonly texts = new Map<string, string>();

  /** @param onPages is told the pages of each flow, once */
  constructor(
    private readonly owner: Owner,
    private readonly onPages: (pages: readonly PageOfFlow[]) => void = () => {},
  ) {}

  /** Takes the events in the order of the chain. */
  take(said: SaidInBody): void {
    const event = said as LogEvent;
    const flow = this.flows.get(event.flow_id) ?? this.begin(event);
    // Of its first and last row: the clock may have been set back between.
    flow.ended = event.ts;
    flow.duration = Math.max(flow.duration, event.t_rel_ms);
    flow.rows += 1;
    flow.lastSeq = Math.max(flow.lastSeq, event.seq);
    if (event.host) {
      flow.hosts ??= new Set();
      flow.hosts.add(event.host);
    }
    flow.drift += Number(event.event === 'drift');
    flow.unread += Number(event.event === 'unread');
    flow.endReason = event.end_reason ?? flow.endReason;
    flow.label = event.note ?? flow.label;
    flow.pages?.take(event);
    if (event.event === 'flow_end') this.settle(flow);
  }

  /** The flows in the order in which they began. */
  *rows(): Generator<ExportRow> {
    for (const [flow_id, flow] of this.flows) {
      this.settle(flow);
      const values: Readonly<Record<string, ExportValue>> = {
        flow_id,
        ...ownerFields(this.owner),
        session_id: flow.session,
        started: flow.started,
        ended: flow.ended,
        duration_ms: flow.duration,
        end_reason: flow.endReason ?? 'open',
        n_events: flow.lastSeq + 1,
        n_hosts: flow.hosts?.size ?? 0,
        ...flow.told,
        n_drift: flow.drift,
        n_unread: flow.unread,
        ruleset_version: flow.told.ruleset_version ?? flow.ruleset,
        user_label: flow.label,
        n_erased: flow.lastSeq + 1 - flow.rows,
      };
      yield flowFields.map(({ name }) => values[name] ?? null);
    }
  }

  get size(): number {
    return this.flows.size;
  }

  /** Works out what is told of a flow's pages, and lets them go. */
  private settle(flow: FlowSoFar): void {
    if (flow.pages === null) return;
    this.onPages(flow.pages.all());
    flow.told = toldOf(flow.pages);
    flow.pages = null;
  }

  private begin(first: LogEvent): FlowSoFar {
    const flow: FlowSoFar = {
      session: this.once(first.session_id),
      started: first.ts,
      ended: first.ts,
      duration: 0,
      rows: 0,
      lastSeq: 0,
      hosts: null,
      pages: new PagesOfFlow(),
      told: nothingTold,
      drift: 0,
      unread: 0,
      ruleset: this.once(first.ruleset_version),
      endReason: null,
      label: null,
    };
    this.flows.set(first.flow_id, flow);
    return flow;
  }

  /** The same text of a hundred thousand rows is held once. */
  private once(text: string): string {
    const known = this.texts.get(text);
    if (known === undefined) this.texts.set(text, text);
    return known ?? text;
  }
}

/** What the table says of a flow's pages. */
interface ToldOfPages {
  readonly n_pages: number;
  readonly n_steps: number;
  readonly processors: string | null;
  readonly tokopedia_seen: boolean;
  readonly first_tokopedia_page: number | null;
  readonly basket: string;
  readonly processor: string;
  readonly ruleset_version: string | null;
}

const nothingTold: ToldOfPages = {
  n_pages: 0,
  n_steps: 0,
  processors: null,
  tokopedia_seen: false,
  first_tokopedia_page: null,
  basket: 'unknown',
  processor: 'unknown',
  ruleset_version: null,
};

/** Each page counts by its last judgement; of the pages, the last one reached that says something. */
function toldOf(pages: PagesOfFlow): ToldOfPages {
  const judged = pages.judged();
  const processors = judged.map(({ processor }) => processor ?? 'unknown');
  const baskets = judged.map(({ basket }) => basket ?? 'unknown');
  const first = judged.find(({ processor }) => processor === 'tokopedia');
  const saysWho = (processor: string) => processor !== 'unknown' && processor !== 'none';
  const latest = judged.toSorted((a, b) => (a.judgement ?? 0) - (b.judgement ?? 0)).at(-1);
  return {
    n_pages: pages.all().length,
    n_steps: judged.length,
    processors: processors.length === 0 ? null : processors.join(' '),
    tokopedia_seen: first !== undefined,
    first_tokopedia_page: first?.page ?? null,
    basket: baskets.findLast((basket) => basket !== 'unknown') ?? 'unknown',
    processor: processors.findLast(saysWho) ?? processors.at(-1) ?? 'unknown',
    ruleset_version: latest?.ruleset_version ?? null,
  };
}
