import type { AddressFinding } from '../address/find-surface';
import type { Reading } from '../page/page';
import type { Rulebook } from '../rulebook/rulebook';
import type { Finding } from './verdict';

/**
 * Holds a page that was read against what pages of its kind hold (`pageStates` of rulebook/signals.json).
 * Where it holds none of it, its address alone is not enough: the page may be another than the rules know.
 */
export function heldState(
  finding: Finding,
  { surface, kind, trusted }: AddressFinding,
  reading: Reading,
  { signals }: Rulebook,
): Finding {
  // What the page's own program told was read, whatever its source holds.
  if (!reading.wasRead || !trusted || reading.room !== null || reading.item.outcome === 'read')
    return finding;
  const missed = signals.pageStates.filter(
    (rule) =>
      rule.surface === surface &&
      rule.kinds.includes(kind) &&
      !rule.states.some((state) => reading.states.includes(state)),
  );
  if (missed.length === 0) return finding;
  const evidence = finding.evidence.map((entry) =>
    entry.weight === 'deciding' ? ({ ...entry, weight: 'supporting' } as const) : entry,
  );
  return {
    basket: 'unknown',
    processor: 'unknown',
    evidence,
    unread: [...finding.unread, { what: 'page-state', why: 'absent' }],
    drift: [
      ...finding.drift,
      ...missed.map(({ id, states }) => ({ rule: id, found: `no ${states.join(' or ')}` })),
    ],
  };
}
