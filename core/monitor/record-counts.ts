import type { LogEvent, StepName } from '../log/event';
import type { Processor } from '../verdict/verdict';

export type ContactSource = NonNullable<LogEvent['contact_source']>;
export type Party = NonNullable<LogEvent['party']>;

export const processors: readonly Processor[] = [
  'tokopedia',
  'tiktok-shop',
  'none',
  'conflicting',
  'unknown',
];
export const steps: readonly StepName[] = [
  'basket',
  'product',
  'checkout',
  'payment',
  'confirm',
  'order_status',
];
export const contactSources: readonly ContactSource[] = ['resource-timing', 'web-request', 'har'];

/** The pages with a basket that were first judged on a day. */
export interface DayCounts {
  /** ISO day in WIB. */
  readonly day: string;
  /** Baskets seen or disputed, by who handles an order from them. */
  readonly baskets: Readonly<Record<Processor, number>>;
  /** Pages whose basket could not be read. */
  readonly unread: number;
}

export interface HostContacts {
  readonly host: string;
  readonly party: Party;
  /** Flows in which a page of the step was seen to ask the host. */
  readonly flows: number;
  /** Requests by who counted them: two observers may have seen the same one. */
  readonly requests: Readonly<Record<ContactSource, number>>;
}

export interface StepContacts {
  readonly step: StepName;
  /** Flows that reached the step. */
  readonly flows: number;
  readonly hosts: readonly HostContacts[];
}

/** All that the monitor shows, counted in one pass over the record. */
export interface RecordCounts {
  readonly rows: number;
  /** Rows whose content was erased: what they said is in no count. */
  readonly erased: number;
  readonly unreadable: number;
  readonly studies: readonly string[];
  /** The rulebooks that judged what is counted. */
  readonly rulebooks: readonly string[];
  /** In the order of the days; days without a page with a basket are left out. */
  readonly days: readonly DayCounts[];
  /** In the order of buying; steps that no flow reached are left out. */
  readonly steps: readonly StepContacts[];
}

export const noBaskets = (): Record<Processor, number> => ({
  tokopedia: 0,
  'tiktok-shop': 0,
  none: 0,
  conflicting: 0,
  unknown: 0,
});
