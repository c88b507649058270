import { type FlowSummary, summarizeFlow } from '../../../core/flow/summarize-flow';
import type { LogEvent } from '../../../core/log/event';

interface FlowsStore {
  get(id: string): Promise<FlowSummary | undefined>;
}

/** The flows that one transaction adds events to: each is looked up once, and put back once. */
export class FlowsTouched {
  private readonly flows = new Map<string, FlowSummary>();

  constructor(private readonly store: FlowsStore) {}

  /** A flow as it stands with what was taken so far; undefined where it is not known. */
  async find(id: string): Promise<FlowSummary | undefined> {
    return this.flows.get(id) ?? this.store.get(id);
  }

  /** Adds an event to its flow's summary; to be waited for where it gives a promise: then the store is asked first. */
  take(event: LogEvent): Promise<void> | undefined {
    const known = this.flows.get(event.flow_id);
    // The first event of a flow begins it: there is nothing to look up.
    if (known !== undefined || event.seq === 0) this.add(known ?? null, event);
    else return this.store.get(event.flow_id).then((stored) => this.add(stored ?? null, event));
    return undefined;
  }

  all(): Iterable<FlowSummary> {
    return this.flows.values();
  }

  private add(before: FlowSummary | null, event: LogEvent): void {
    this.flows.set(event.flow_id, summarizeFlow(before, event));
  }
}
