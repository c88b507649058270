import type { Kind, Surface } from '../address/find-surface';
import type { Basket, Processor } from '../verdict/verdict';
import type { LogEvent, StepName } from './event';

/** What a flow's rows say of one of its pages: by the last judgement, whenever it was made and in whichever tab. */
export interface PageOfFlow {
  /** Its number within the flow. */
  readonly page: number;
  /** When it was reached, ms since 1970, UTC. */
  readonly ts: number;
  /** `seq` of its last judgement; null where it was never judged as a step of buying. */
  readonly judgement: number | null;
  readonly step: StepName | null;
  readonly surface: Surface | null;
  readonly kind: Kind | null;
  readonly page_host: string | null;
  /** Null where nothing was met: a page that never came. */
  readonly basket: Basket | null;
  readonly processor: Processor | null;
  readonly ruleset_version: string;
  /** `event_id` of its last judgement. */
  readonly event_id: string;
  /** Rules that its last judgement did not meet. */
  readonly drift: readonly string[];
}

/** An event whose fields may be missing where they were not asked, as in a body. */
export type SaidOfPage = Pick<LogEvent, 'event' | 'event_id' | 'seq' | 'ts' | 'ruleset_version'> &
  Partial<LogEvent>;

/**
 * The one fold of the record: a page with one more of its rows, taken in the order of the chain. Whatever counts pages
 * or shows them (logbook, monitor, counter of drift, table of flows, 4CAT, exposure) takes it from here.
 *
 * @param before what the rows so far say of the page that the row names; undefined where they say nothing
 * @returns undefined where the rows say nothing of a page yet, as where all but its contacts were erased
 */
export function foldPage(before: PageOfFlow | undefined, event: SaidOfPage): PageOfFlow | undefined {
  if ((event.page ?? null) === null) return before;
  switch (event.event) {
    case 'nav':
      return { ...pageOf(event), judgement: null };
    case 'step':
    case 'verdict':
      return { ...pageOf(event), ts: before?.ts ?? event.ts, judgement: event.seq };
    case 'drift':
      // What an earlier judgement missed is no fault of the last one.
      if (before === undefined || event.judgement !== before.judgement) return before;
      return before.drift.includes(event.drift_rule ?? '')
        ? before
        : { ...before, drift: [...before.drift, event.drift_rule ?? ''] };
    default:
      return before;
  }
}

const pageOf = (event: SaidOfPage): Omit<PageOfFlow, 'judgement'> => ({
  page: event.page as number,
  ts: event.ts,
  step: event.step ?? null,
  surface: event.surface ?? null,
  kind: event.kind ?? null,
  page_host: event.page_host ?? null,
  basket: event.basket ?? null,
  processor: event.processor ?? null,
  ruleset_version: event.ruleset_version,
  event_id: event.event_id,
  drift: [],
});

/** The pages of one flow, while its rows pass by in the order of the chain. */
export class PagesOfFlow {
  private readonly pages = new Map<number, PageOfFlow>();

  take(event: SaidOfPage): void {
    const number = event.page ?? null;
    if (number === null) return;
    const page = foldPage(this.pages.get(number), event);
    if (page !== undefined) this.pages.set(number, page);
  }

  get(page: number): PageOfFlow | undefined {
    return this.pages.get(page);
  }

  /** In the order in which they were reached. */
  all(): PageOfFlow[] {
    return [...this.pages.values()].sort((a, b) => a.page - b.page);
  }

  /** Those that are, or once seemed, a step of buying. */
  judged(): PageOfFlow[] {
    return this.all().filter(({ judgement }) => judgement !== null);
  }
}
