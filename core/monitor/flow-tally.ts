import type { LogEvent, StepName } from '../log/event';
import { type PageOfFlow, PagesOfFlow } from '../log/fold-page';
import { type ContactSource, contactSources, type Party } from './record-counts';

export interface ContactTally {
  readonly step: StepName;
  readonly host: string;
  readonly party: Party;
  readonly requests: Record<ContactSource, number>;
}

type Contact = Omit<ContactTally, 'step'> & { readonly page: number | null; readonly step: StepName | null };

/** One flow's pages and contacts, while its rows pass by in order. */
export class FlowTally {
  private readonly pagesOfFlow = new PagesOfFlow();
  private readonly contactsOfPages = new Map<string, Contact>();

  take(event: LogEvent): void {
    this.pagesOfFlow.take(event);
    if (event.event === 'host_contacted') this.contact(event);
  }

  /** The pages that were judged, each by its last judgement. */
  get pages(): readonly PageOfFlow[] {
    return this.pagesOfFlow.judged();
  }

  get steps(): ReadonlySet<StepName> {
    const steps = [...this.pages, ...this.contacts.values()].map(({ step }) => step);
    return new Set(steps.filter((step) => step !== null));
  }

  /** By step and host. A contact belongs to the step that its page turned out to be. */
  get contacts(): ReadonlyMap<string, ContactTally> {
    const tallies = new Map<string, ContactTally>();
    for (const { page, step: written, ...contact } of this.contactsOfPages.values()) {
      // Where the rows of its page were erased, what the contact itself says of it is left.
      const known = page === null ? undefined : this.pagesOfFlow.get(page);
      const step = known === undefined ? written : known.step;
      if (step === null) continue;
      const key = `${step} ${contact.host}`;
      const tally = tallies.get(key);
      if (!tally) tallies.set(key, { ...contact, step, requests: { ...contact.requests } });
      else for (const source of contactSources) tally.requests[source] += contact.requests[source];
    }
    return tallies;
  }

  private contact({ page, step, host, party, contact_source, request_count }: LogEvent): void {
    if (host === null) return;
    const key = `${page} ${page === null ? step : ''} ${host}`;
    const tally = this.contactsOfPages.get(key) ?? {
      page,
      step,
      host,
      party: party ?? 'other',
      requests: Object.fromEntries(contactSources.map((source) => [source, 0])) as Contact['requests'],
    };
    tally.requests[contact_source ?? 'resource-timing'] += request_count ?? 1;
    this.contactsOfPages.set(key, tally);
  }
}
