import { fileOf, type RulebookProblem } from './problem';
import type { Rulebook } from './rulebook';

/** Of one kind of record at most one holds at any time, and every record's dates follow each other. */
export const checkIntervals = (rulebook: Rulebook): RulebookProblem[] => [
  ...phaseGaps(rulebook),
  ...regulationOverlaps(rulebook),
  ...regulationStatus(rulebook),
  ...ownershipOverlaps(rulebook),
];

const phaseGaps = ({ phases }: Rulebook): RulebookProblem[] =>
  phases.flatMap((phase, index) => {
    const before = phases[index - 1];
    if (!before || before.until === phase.from) return [];
    return [at('phases', phase.id, 'from', `does not begin where "${before.id}" ends`)];
  });

function regulationOverlaps({ regulations }: Rulebook): RulebookProblem[] {
  const inOrder = regulations.toSorted((a, b) => a.inForce.date.localeCompare(b.inForce.date));
  return inOrder.flatMap(({ id, series, inForce, revoked }, index) => {
    const next = inOrder.slice(index + 1).find((other) => other.series === series);
    const problems: RulebookProblem[] = [];
    if (next && (revoked === null || revoked.date > next.inForce.date)) {
      problems.push(at('regulations', id, 'revoked', `still in force when "${next.id}" begins`));
    }
    if (revoked && revoked.date <= inForce.date) {
      problems.push(at('regulations', id, 'revoked.date', 'revoked before it was in force'));
    }
    return problems;
  });
}

/** What a person looked up must agree with the dates. */
const regulationStatus = ({ regulations }: Rulebook): RulebookProblem[] =>
  regulations.flatMap(({ id, inForce, revoked, status }) => {
    const isRevoked = revoked !== null && revoked.date <= status.checked;
    const expected = isRevoked ? 'revoked' : inForce.date > status.checked ? 'not-yet-in-force' : 'in-force';
    if (status.is === expected) return [];
    return [at('regulations', id, 'status.is', `by its dates it was ${expected} on ${status.checked}`)];
  });

function ownershipOverlaps({ ownership }: Rulebook): RulebookProblem[] {
  return ownership.flatMap((share, index) => {
    const { id, company, owner, from, until, confirmed } = share;
    const holdsWith = (other: typeof share) =>
      other.company === company &&
      (other.until === null || from < other.until) &&
      (until === null || other.from < until);
    const problems: RulebookProblem[] = [];
    if (until !== null && until <= from) problems.push(at('ownership', id, 'until', 'ends before it begins'));
    if (confirmed < from) problems.push(at('ownership', id, 'confirmed', 'confirmed before it began'));
    const twin = ownership.slice(index + 1).find((other) => other.owner === owner && holdsWith(other));
    if (twin) problems.push(at('ownership', id, 'until', `holds at the same time as "${twin.id}"`));
    const together = ownership.filter(holdsWith).reduce((sum, { percent }) => sum + percent, 0);
    if (together > 100.005)
      problems.push(at('ownership', id, 'percent', `the shares held at once make ${together} %`));
    return problems;
  });
}

const at = (file: string, record: string, field: string, problem: string): RulebookProblem => ({
  file: fileOf(file),
  record,
  field,
  problem,
});
