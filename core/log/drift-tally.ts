import { dayInWib } from '../calendar/read-moment';
import { eventOf } from './chain';
import type { LogEvent, LogRow } from './event';

/** How often a rule was not met. */
export interface RuleDrift {
  readonly rule: string;
  /** Steps at which it was not met, of all steps since the first of them. */
  readonly missed: number;
  readonly steps: number;
  /** The day of the first, in WIB. */
  readonly since: string;
}

export interface DriftCounts {
  readonly steps: number;
  readonly rules: readonly RuleDrift[];
}

/** Rows that are not counted are told by their text: reading them as JSON would take most of the time. */
const isCounted = /"event":"(?:step|verdict|drift|flow_end)"/;

/** The page that a flow is on, as it was last judged. */
interface OpenStep {
  readonly day: string;
  readonly page: string;
  rules: Set<string>;
}

/** Counts the steps of the record that did not meet a rule, row by row in the order of the chain. */
export class DriftTally {
  private readonly open = new Map<string, OpenStep>();
  private readonly stepsByDay = new Map<string, number>();
  private readonly rules = new Map<string, { missed: number; since: string }>();

  take(row: LogRow): void {
    if (typeof row.body !== 'string' || !isCounted.test(row.body)) return;
    const event = eventOf(row.body);
    if (!event) return;
    if (event.event === 'drift') this.open.get(event.flow_id)?.rules.add(event.drift_rule ?? '');
    else if (event.event === 'step' || event.event === 'verdict') this.takeJudgement(event);
    else if (event.event === 'flow_end') this.settle(event.flow_id);
  }

  /** What was counted, the rule that was missed most often first; open flows count as they are. */
  finish(): DriftCounts {
    for (const flow of [...this.open.keys()]) this.settle(flow);
    const since = (day: string) =>
      [...this.stepsByDay].reduce((sum, [of, steps]) => (of >= day ? sum + steps : sum), 0);
    return {
      steps: since(''),
      rules: [...this.rules]
        .map(([rule, { missed, since: day }]) => ({ rule, missed, steps: since(day), since: day }))
        .toSorted((a, b) => b.missed - a.missed || a.rule.localeCompare(b.rule)),
    };
  }

  private takeJudgement({ event, flow_id, kind, page_host, ts }: LogEvent): void {
    const page = `${kind} ${page_host}`;
    const open = this.open.get(flow_id);
    // A page judged again counts by its last judgement; rows do not name pages, so kind and host tell.
    if (event === 'verdict' && open?.page === page) {
      open.rules = new Set();
      return;
    }
    this.settle(flow_id);
    this.open.set(flow_id, { day: dayInWib(ts), page, rules: new Set() });
  }

  private settle(flow: string): void {
    const step = this.open.get(flow);
    if (!step) return;
    this.open.delete(flow);
    this.stepsByDay.set(step.day, (this.stepsByDay.get(step.day) ?? 0) + 1);
    for (const rule of step.rules) {
      const known = this.rules.get(rule);
      const since = known && known.since < step.day ? known.since : step.day;
      this.rules.set(rule, { missed: (known?.missed ?? 0) + 1, since });
    }
  }
}
