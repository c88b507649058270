import { dayInWib } from '../calendar/read-moment';
import { eventOf } from './chain';
import type { LogRow } from './event';
import { PagesOfFlow } from './fold-page';

/** How often a rule was not met. */
interface RuleDrift {
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
const isCounted = /"event":"(?:nav|step|verdict|drift|flow_end)"/;

/** Counts the steps of the record that did not meet a rule, row by row in the order of the chain. */
export class DriftTally {
  private readonly open = new Map<string, PagesOfFlow>();
  private readonly stepsByDay = new Map<string, number>();
  private readonly rules = new Map<string, { missed: number; since: string }>();

  take(row: LogRow): void {
    if (typeof row.body !== 'string' || !isCounted.test(row.body)) return;
    const event = eventOf(row.body);
    if (!event) return;
    const flow = this.open.get(event.flow_id) ?? new PagesOfFlow();
    flow.take(event);
    this.open.set(event.flow_id, flow);
    if (event.event === 'flow_end') this.settle(event.flow_id);
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

  private settle(flow: string): void {
    for (const { ts, drift } of this.open.get(flow)?.judged() ?? []) {
      const day = dayInWib(ts);
      this.stepsByDay.set(day, (this.stepsByDay.get(day) ?? 0) + 1);
      for (const rule of drift) {
        const known = this.rules.get(rule);
        const since = known && known.since < day ? known.since : day;
        this.rules.set(rule, { missed: (known?.missed ?? 0) + 1, since });
      }
    }
    this.open.delete(flow);
  }
}
