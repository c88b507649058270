import type { LogEvent, StepName } from '../log/event';
import type { Basket, Processor } from '../verdict/verdict';
import { type ContactSource, contactSources, type Party } from './record-counts';

/** The last judgement kept for one page, and when the page was first judged. */
export interface PageJudged {
  readonly ts: number;
  readonly step: StepName | null;
  readonly basket: Basket;
  readonly processor: Processor;
}

export interface ContactTally {
  readonly step: StepName;
  readonly host: string;
  readonly party: Party;
  readonly requests: Record<ContactSource, number>;
}

/**
 * One flow's pages and contacts, while its rows pass by in order.
 *
 * A `verdict` row judges a page again that was judged before: it replaces what that page said. Rows do not name pages;
 * it is the page last reached at the same host and path shape. Where two tabs of one flow show such pages at once, a
 * later judgement may be taken for the other's.
 */
export class FlowTally {
  readonly pages: PageJudged[] = [];
  readonly steps = new Set<StepName>();
  readonly contacts = new Map<string, ContactTally>();
  /** The place of the page last reached at each address; -1 while nobody judged it. */
  private readonly latest = new Map<string, number>();

  take(event: LogEvent): void {
    const place = `${event.page_host} ${event.path_template}`;
    if (event.event === 'nav') this.latest.set(place, -1);
    else if (event.event === 'step') this.judge(event, place, -1);
    else if (event.event === 'verdict') this.judge(event, place, this.latest.get(place) ?? -1);
    else if (event.event === 'host_contacted') this.contact(event);
  }

  private judge(event: LogEvent, place: string, index: number): void {
    const before = this.pages[index];
    const judged: PageJudged = {
      ts: before?.ts ?? event.ts,
      step: event.step,
      basket: event.basket ?? 'unknown',
      processor: event.processor ?? 'unknown',
    };
    if (before) this.pages[index] = judged;
    else this.latest.set(place, this.pages.push(judged) - 1);
    if (event.step) this.steps.add(event.step);
  }

  private contact({ step, host, party, contact_source, request_count }: LogEvent): void {
    if (step === null || host === null) return;
    this.steps.add(step);
    const key = `${step} ${host}`;
    const tally = this.contacts.get(key) ?? {
      step,
      host,
      party: party ?? 'other',
      requests: Object.fromEntries(contactSources.map((source) => [source, 0])) as ContactTally['requests'],
    };
    tally.requests[contact_source ?? 'resource-timing'] += request_count ?? 1;
    this.contacts.set(key, tally);
  }
}
