import { recordsOf } from './facts';
import { fileOf, type RulebookProblem } from './problem';
import type { Rulebook } from './rulebook';

/**
 * No fact may be older than what it rests on, or than the review of the whole: what was checked before its newest source
 * was made was not checked against it, and a law that came or went since it was looked up is not what its record says.
 */
export function checkAges(rulebook: Rulebook): RulebookProblem[] {
  const { reviewed } = rulebook.about;
  const dates = new Map(rulebook.sources.map(({ id, date }) => [id, date]));
  const problems: RulebookProblem[] = [];
  const found = (file: string, record: string, problem: string) =>
    problems.push({ file: fileOf(file), record, field: 'checked', problem });
  for (const [file, { id, checked, sources = [] }] of recordsOf(rulebook)) {
    if (checked === undefined) continue;
    // A share is confirmed by what was reported later; a law’s articles are as old as the law’s own check.
    if (file === 'ownership' || file === 'provisions') continue;
    const newer = sources.find((source) => (dates.get(source) ?? '') > checked);
    if (newer) found(file, id, `checked on ${checked}, before its source "${newer}" of ${dates.get(newer)}`);
  }
  for (const { id, inForce, revoked, status } of rulebook.regulations) {
    const day = status.checked > reviewed ? status.checked : reviewed;
    const isRevoked = revoked !== null && revoked.date <= day;
    const now = isRevoked ? 'revoked' : inForce.date > day ? 'not-yet-in-force' : 'in-force';
    if (status.is !== now) found('regulations', id, `by its dates it was ${now} on ${day}`);
  }
  return problems;
}
