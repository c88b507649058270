import type { Happening } from '../log/event';
import { neverCame } from '../verdict/find-stand-in';
import type { Verdict } from '../verdict/verdict';
import type { Contact, Observation } from './flow-state';
import { metBasket, stepOf } from './step-of';
import { pathTemplate } from './strip-address';

type PageSeen = Extract<Observation, { what: 'page' }>;

/** The rows of a page that a flow reached: where it is, how it was judged, and every fact behind that. */
export const pageHappenings = (seen: PageSeen): Happening[] =>
  stepOf(seen.verdict) === null
    ? [{ event: 'nav', ...placeOf(seen), basket: metBasket(seen.verdict) }]
    : [{ event: 'nav', ...placeOf(seen) }, ...judgementHappenings(seen, 'step')];

/** The judgement of a page with its evidence; `verdict` where the page was judged before. */
function judgementHappenings(seen: PageSeen, event: 'step' | 'verdict'): Happening[] {
  const { verdict } = seen;
  const { basket, processor, phase, evidence, unread, drift } = verdict;
  const place = placeOf(seen);
  return [
    { event, ...place, basket, processor, phase, reading: seen.reading },
    ...evidence.map(
      ({ signal, weight, where, value }): Happening => ({
        event: 'signal',
        ...place,
        signal_id: signal,
        signal_present: !signal.startsWith('no-'),
        signal_weight: weight,
        signal_value: value,
        evidence_kind: where,
      }),
    ),
    ...unread.map(
      ({ what, why }): Happening => ({ event: 'unread', ...place, unread_what: what, unread_why: why }),
    ),
    ...drift.map(
      ({ rule, found }): Happening => ({ event: 'drift', ...place, drift_rule: rule, drift_found: found }),
    ),
  ];
}

/**
 * The rows of a page that was judged before. One of which nothing had come yet is the step that it is now; of one that
 * never came there is nothing to add.
 */
export function againHappenings(seen: PageSeen, hadCome: boolean): Happening[] {
  if (hadCome) return judgementHappenings(seen, 'verdict');
  if (neverCame(seen.verdict)) return [];
  return judgementHappenings(seen, stepOf(seen.verdict) === null ? 'verdict' : 'step');
}

const placeOf = ({ verdict, address, pageHost }: PageSeen) => ({
  step: stepOf(verdict),
  surface: verdict.surface,
  kind: verdict.kind,
  page_host: pageHost,
  path_template: pathTemplate(address),
});

/** What of a verdict makes it another judgement; the day alone does not. */
export const judgementOf = ({ basket, processor, phase, evidence, unread, drift, kind }: Verdict): string =>
  JSON.stringify([kind, basket, processor, phase, evidence, unread, drift]);

export const contactHappening = ({
  host,
  party,
  type,
  count,
  source,
  method,
  outcome,
  initiator,
}: Contact): Happening => ({
  event: 'host_contacted',
  host,
  party,
  request_type: type,
  request_count: count,
  contact_source: source,
  request_method: method,
  request_outcome: outcome,
  initiator_host: initiator,
});
