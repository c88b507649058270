import type { EndReason, Happening } from '../log/event';
import { neverCame } from '../verdict/find-stand-in';
import { ExposureCount } from './count-exposure';
import type { Advance, Observation, OpenFlow, PageInTab, PlacedEvent, RecorderState } from './flow-state';
import { againHappenings, contactHappening, judgementOf, pageHappenings } from './happenings';
import { stepOf } from './step-of';

/** A flow or session without an event for this long is over, in ms. */
export const idleLimit = 30 * 60_000;

/** A device's clock is put right by seconds now and then; set back by more than this, in ms, it tells no time of a flow. */
const clockTolerance = 5 * 60_000;

/** What the field holds; only a note written weeks later reaches it. */
const longestTime = 2 ** 31 - 1;

type PageSeen = Extract<Observation, { what: 'page' }>;

/**
 * What an observation adds to the record: pure, so that state and events can be written in one transaction.
 *
 * @param newId gives a fresh UUID
 */
export function nextStep(before: RecorderState, seen: Observation, newId: () => string): Advance {
  const recorder = new Recorder(before, seen.ts, newId);
  recorder.countTime(seen.what);
  recorder.endIdleFlows();
  switch (seen.what) {
    case 'page':
      recorder.page(seen);
      break;
    case 'left':
      recorder.leave(seen);
      break;
    case 'replaced':
      recorder.replace(String(seen.tabId), String(seen.before));
      break;
    case 'hosts':
      recorder.inTab(seen.tabId, seen.contacts.map(contactHappening));
      break;
    case 'note':
      recorder.inFlow(seen.flowId, [{ event: 'user_label', note: seen.note }]);
      break;
    case 'capture':
      recorder.capture(seen);
      break;
    case 'resumed':
      recorder.inEveryFlow([{ event: 'worker_resumed' }]);
      break;
    case 'restarted':
      recorder.endAll('browser_ended');
      break;
    case 'stopped':
      recorder.endAll('user_stopped');
      break;
    case 'tick':
      break;
  }
  return recorder.result();
}

/** One observation's worth of changes; lives for a single call. */
class Recorder {
  private readonly flows: Map<string, OpenFlow>;
  private readonly events: PlacedEvent[] = [];
  private session: RecorderState['session'];
  private readonly exposure: ExposureCount;

  constructor(
    before: RecorderState,
    private readonly ts: number,
    private readonly newId: () => string,
  ) {
    this.exposure = new ExposureCount(before.exposure, ts);
    this.flows = new Map(before.flows.map((flow) => [flow.flow_id, flow]));
    const { session } = before;
    const isGoing = session !== null && ts - session.last <= idleLimit && session.last - ts <= clockTolerance;
    this.session = isGoing ? session : null;
  }

  /** A note or a capture may come while recording is off: it is no sign that recording ran. */
  countTime(what: Observation['what']): void {
    if (what === 'stopped') this.exposure.stop();
    else if (what === 'restarted') this.exposure.restart();
    else if (what !== 'note' && what !== 'capture') this.exposure.signOfLife();
  }

  page(seen: PageSeen): void {
    const tab = String(seen.tabId);
    const flow = this.flowOfTab(tab) ?? this.flowOfTab(String(seen.openerTabId ?? '')) ?? this.start(seen);
    this.exposure.page(seen, flow !== null);
    if (flow === null) return;
    const before = flow.tabs[tab];
    const judgement = judgementOf(seen.verdict);
    const isSamePage = before?.page === seen.pageKey;
    if (isSamePage && before.judgement === judgement) return;
    const happenings = isSamePage ? againHappenings(seen, before.hasCome) : pageHappenings(seen);
    const judged = happenings.findIndex(({ event }) => event === 'step' || event === 'verdict');
    const step = stepOf(seen.verdict);
    const shown: PageInTab = {
      page: seen.pageKey,
      judgement,
      tabNumber: before?.tabNumber ?? flow.numbered.tabs + 1,
      pageNumber: isSamePage ? before.pageNumber : flow.numbered.pages + 1,
      judgedAt: judged < 0 ? null : flow.seq + judged,
      step,
      hasCome: (isSamePage && before.hasCome) || !neverCame(seen.verdict),
    };
    this.flows.set(flow.flow_id, {
      ...flow,
      step: step ?? flow.step,
      tabs: { ...flow.tabs, [tab]: shown },
      numbered: {
        pages: Math.max(flow.numbered.pages, shown.pageNumber),
        tabs: Math.max(flow.numbered.tabs, shown.tabNumber),
      },
    });
    // The row of a page that is reached comes before its judgement, and belongs to none.
    this.inFlow(
      flow.flow_id,
      happenings.map((happening) => ({
        ...onPage(shown),
        ...happening,
        ...(happening.event === 'nav' && { judgement: null }),
      })),
    );
  }

  /** The tab was closed or left the hosts we know: with its last tab the flow ends. */
  leave({ tabId, how }: Extract<Observation, { what: 'left' }>): void {
    this.exposure.left(tabId);
    const flow = this.flowOfTab(String(tabId));
    if (!flow) return;
    const { [String(tabId)]: _gone, ...tabs } = flow.tabs;
    this.flows.set(flow.flow_id, { ...flow, tabs });
    if (Object.keys(tabs).length === 0) this.end(flow.flow_id, how ?? 'abandoned');
  }

  replace(tab: string, before: string): void {
    this.exposure.replaced(tab, before);
    const flow = this.flowOfTab(before);
    if (!flow) return;
    const { [before]: page, ...tabs } = flow.tabs;
    this.flows.set(flow.flow_id, { ...flow, tabs: { ...tabs, ...(page && { [tab]: page }) } });
  }

  /** What happens in a tab belongs to the page that it shows, not to the one that the flow reached last. */
  inTab(tabId: number, happenings: readonly Happening[]): void {
    const flow = this.flowOfTab(String(tabId));
    const shown = flow?.tabs[tabId];
    if (!flow || !shown) return;
    this.inFlow(
      flow.flow_id,
      happenings.map((happening) => ({ ...onPage(shown), ...happening })),
    );
  }

  /** The page is named where its tab still shows it: a review takes its time. */
  capture({ flowId, captureId, tabId, pageKey }: Extract<Observation, { what: 'capture' }>): void {
    const shown = this.flows.get(flowId)?.tabs[tabId];
    const place = shown?.page === pageKey ? onPage(shown) : { step: null };
    this.inFlow(flowId, [{ ...place, event: 'capture', capture_id: captureId }]);
  }

  inEveryFlow(happenings: readonly Happening[]): void {
    for (const id of [...this.flows.keys()]) this.inFlow(id, happenings);
  }

  inFlow(flowId: string, happenings: readonly Happening[]): void {
    const flow = this.flows.get(flowId);
    if (!flow) return;
    if (this.session?.id === flow.session_id) this.session = { ...this.session, last: this.ts };
    // The clock of a device may be set back: a flow's own time never runs backwards.
    const last = Math.max(this.ts, flow.last);
    const placed = happenings.map((happening, index) => ({
      step: flow.step,
      ...happening,
      flow_id: flowId,
      session_id: flow.session_id,
      seq: flow.seq + index,
      ts: this.ts,
      t_rel_ms: Math.min(last - flow.started, longestTime),
    }));
    this.events.push(...placed);
    this.flows.set(flowId, { ...flow, last, seq: flow.seq + placed.length });
  }

  /** Also those whose last event lies in what is the future now: by such a clock they would never be idle. */
  endIdleFlows(): void {
    for (const { flow_id, last } of [...this.flows.values()]) {
      if (this.ts - last > idleLimit) this.end(flow_id, 'timeout');
      else if (last - this.ts > clockTolerance) this.end(flow_id, 'clock_set_back');
    }
  }

  endAll(reason: EndReason): void {
    for (const id of [...this.flows.keys()]) this.end(id, reason);
    this.session = null;
  }

  result(): Advance {
    const { state: exposure, over: days } = this.exposure.result();
    const { session, events } = this;
    return { state: { session, flows: [...this.flows.values()], exposure }, events, days };
  }

  private end(flowId: string, end_reason: EndReason): void {
    this.inFlow(flowId, [{ event: 'flow_end', end_reason }]);
    this.flows.delete(flowId);
  }

  /** A flow begins with the first stage of buying that a tab shows. */
  private start(seen: PageSeen): OpenFlow | null {
    if (stepOf(seen.verdict) === null) return null;
    const flow: OpenFlow = {
      flow_id: this.newId(),
      session_id: this.sessionId(),
      started: this.ts,
      last: this.ts,
      seq: 0,
      tabs: {},
      numbered: { pages: 0, tabs: 0 },
      step: stepOf(seen.verdict),
    };
    this.flows.set(flow.flow_id, flow);
    this.inFlow(flow.flow_id, [{ event: 'flow_start' }]);
    return this.flows.get(flow.flow_id) ?? null;
  }

  private flowOfTab(tab: string): OpenFlow | undefined {
    return [...this.flows.values()].find(({ tabs }) => Object.hasOwn(tabs, tab));
  }

  private sessionId(): string {
    this.session = { id: this.session?.id ?? this.newId(), last: this.ts };
    return this.session.id;
  }
}

/** Which page a row speaks of. */
const onPage = ({ pageNumber, tabNumber, judgedAt, step }: PageInTab) => ({
  page: pageNumber,
  tab: tabNumber,
  judgement: judgedAt,
  step,
});
