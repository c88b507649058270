import type { Moment } from '../calendar/read-moment';
import type { Phase } from '../rulebook/rulebook';
import type { Finding, PhaseId } from './verdict';

/** The phase of the Indonesian shop at a moment; a phase holds from its first to before its last moment. */
const phaseAt = ({ time }: Moment, phases: readonly Phase[]): Phase | undefined =>
  phases.find(
    ({ from, until }) =>
      (from === null || Date.parse(from) <= time) && (until === null || time < Date.parse(until)),
  );

/**
 * Puts an Indonesian basket into its time. Until the migration was complete the page's address alone
 * did not say who handled the order, so the phase's own record speaks, and is added as evidence.
 */
export function applyPhase(
  finding: Finding,
  moment: Moment,
  phases: readonly Phase[],
): Finding & { phase: PhaseId | null } {
  const isIndonesianBasket = finding.basket === 'yes' && finding.processor === 'tokopedia';
  const phase = isIndonesianBasket ? phaseAt(moment, phases) : undefined;
  if (!phase) return { ...finding, phase: null };
  if (phase.processor === 'as-read') return { ...finding, phase: phase.id };
  return {
    ...finding,
    phase: phase.id,
    processor: phase.processor,
    evidence: [
      ...finding.evidence,
      {
        signal: `phase-${phase.id}`,
        weight: 'against',
        where: 'rulebook',
        value: phase.from?.slice(0, 10) ?? `until ${phase.until?.slice(0, 10)}`,
      },
    ],
  };
}
