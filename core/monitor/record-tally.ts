import { dayInWib } from '../calendar/read-moment';
import { eventOf } from '../log/chain';
import type { LogRow, StepName } from '../log/event';
import { type ContactTally, FlowTally } from './flow-tally';
import { contactSources, type DayCounts, noBaskets, type RecordCounts, steps } from './record-counts';

/** Rows that no count needs are told by their text: reading them as JSON would take most of the time. */
const isCounted = /"event":"(?:nav|step|verdict|host_contacted|flow_end)"/;

type DayTally = { -readonly [K in keyof DayCounts]: DayCounts[K] } & {
  baskets: ReturnType<typeof noBaskets>;
};
type HostTally = ContactTally & { flows: number };

/** Counts the rows of the record as they pass by, in the order of the chain. Only open flows are held in memory. */
export class RecordTally {
  private rows = 0;
  private erased = 0;
  private unreadable = 0;
  private readonly studies = new Set<string>();
  private readonly rulebooks = new Set<string>();
  private readonly open = new Map<string, FlowTally>();
  private readonly days = new Map<string, DayTally>();
  private readonly flowsAtStep = new Map<StepName, number>();
  private readonly hosts = new Map<string, HostTally>();

  take(row: LogRow): void {
    this.rows += 1;
    if (row.erased !== null) this.erased += 1;
    else if (typeof row.body !== 'string') this.unreadable += 1;
    // Quotes inside a value are escaped: the words can only be the field itself.
    else if (isCounted.test(row.body)) this.takeBody(row.body);
  }

  /** What was counted; flows that are still open count as they are. */
  finish(): RecordCounts {
    for (const flow of this.open.values()) this.settle(flow);
    this.open.clear();
    const sorted = (set: ReadonlySet<string>) => [...set].toSorted();
    return {
      rows: this.rows,
      erased: this.erased,
      unreadable: this.unreadable,
      studies: sorted(this.studies),
      rulebooks: sorted(this.rulebooks),
      days: [...this.days.values()].toSorted((a, b) => a.day.localeCompare(b.day)),
      steps: steps
        .filter((step) => this.flowsAtStep.has(step))
        .map((step) => ({
          step,
          flows: this.flowsAtStep.get(step) ?? 0,
          hosts: [...this.hosts.values()]
            .filter((host) => host.step === step)
            .map(({ host, party, flows, requests }) => ({ host, party, flows, requests }))
            .toSorted((a, b) => b.flows - a.flows || a.host.localeCompare(b.host)),
        })),
    };
  }

  private takeBody(body: string): void {
    const event = eventOf(body);
    if (!event) {
      this.unreadable += 1;
      return;
    }
    this.studies.add(event.study_id);
    // The letter is for readers of tables, not for people.
    this.rulebooks.add(event.ruleset_version.replace(/^v/, ''));
    const flow = this.open.get(event.flow_id) ?? new FlowTally();
    flow.take(event);
    this.open.set(event.flow_id, flow);
    if (event.event !== 'flow_end') return;
    this.settle(flow);
    this.open.delete(event.flow_id);
  }

  private settle(flow: FlowTally): void {
    for (const { ts, step, basket, processor } of flow.pages) {
      if (step !== 'basket' || basket === 'no') continue;
      const day = dayInWib(ts);
      const counts = this.days.get(day) ?? { day, baskets: noBaskets(), unread: 0 };
      if ((basket ?? 'unknown') === 'unknown') counts.unread += 1;
      else counts.baskets[processor ?? 'unknown'] += 1;
      this.days.set(day, counts);
    }
    for (const step of flow.steps) this.flowsAtStep.set(step, (this.flowsAtStep.get(step) ?? 0) + 1);
    for (const [key, contact] of flow.contacts) {
      const host = this.hosts.get(key);
      if (!host) this.hosts.set(key, { ...contact, flows: 1 });
      else {
        host.flows += 1;
        for (const source of contactSources) host.requests[source] += contact.requests[source];
      }
    }
  }
}
