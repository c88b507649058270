import { daysBetween } from '../core/calendar/read-moment';
import { type Fact, factsOf } from '../core/rulebook/facts';
import type { Rulebook } from '../core/rulebook/rulebook';

/** A year or month counts from its first day. */
const wholeDay = (date: string): string => `${date}-01-01`.slice(0, 10);

/** The facts of a rulebook by age, by confidence, those that rest on one source, and those quoted from a single copy. */
export function factReport(rulebook: Rulebook, today: string): string {
  const facts = [...factsOf(rulebook).values()];
  const ageOf = (fact: Fact) => daysBetween(wholeDay(fact.known), today);
  const byAge = facts.toSorted((a, b) => ageOf(b) - ageOf(a) || a.id.localeCompare(b.id));
  const weak = byAge.filter(({ confidence }) => confidence === 'M' || confidence === 'L');
  const count = (letter: Fact['confidence']) =>
    facts.filter(({ confidence }) => confidence === letter).length;
  const { about } = rulebook;
  const said = /^(statements|events|figures|entities|phases|ownership|help|checks|regulations|provisions)\//;
  const single = byAge.filter(({ id, sources }) => said.test(id) && sources.length === 1);
  const before = byAge.filter(
    ({ id, known }) =>
      /^(hosts|signals|props|personal|lookalike|help|questions|regulations)\//.test(id) &&
      wholeDay(known) < about.reviewed,
  );
  const reviewAge = daysBetween(about.reviewed, today);
  return [
    `Facts by age: days since they were last checked or, where nobody checked again, since they were said`,
    ...byAge.map((fact) => factLine(fact, ageOf(fact))),
    '',
    `Facts by confidence: ${count('H')} H, ${count('M')} M, ${count('L')} L, ${count('U')} U; ${count(null)} are our own way of working`,
    ...weak
      .toSorted((a, b) => (a.confidence ?? '').localeCompare(b.confidence ?? ''))
      .map((fact) => factLine(fact, ageOf(fact))),
    '',
    `Facts that rest on one source: ${single.length} of ${facts.filter(({ id }) => said.test(id)).length}`,
    ...single.map((fact) => factLine(fact, ageOf(fact))),
    '',
    `Not looked at again in the review of ${about.reviewed}: ${before.length}`,
    ...before.map((fact) => factLine(fact, ageOf(fact))),
    '',
    'Quotes that rest on one copy: compare the official text',
    ...byAge.filter(({ isSingleCopy }) => isSingleCopy).map((fact) => factLine(fact, ageOf(fact))),
    '',
    `The last review is ${reviewAge} days old; every screen says so after ${about.staleAfterDays}.`,
  ].join('\n');
}

const factLine = ({ id, confidence, sources, known }: Fact, age: number): string =>
  `  ${String(age).padStart(5)} d  ${known.padEnd(10)}  ${confidence ?? '–'}  ${String(sources.length).padStart(2)} source${sources.length === 1 ? ' ' : 's'}  ${id}`;
