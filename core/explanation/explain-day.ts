import { addressPage } from '../page/page';
import type { Rulebook } from '../rulebook/rulebook';
import { judge } from '../verdict/judge';
import type { PhaseId, Verdict } from '../verdict/verdict';
import { type Explanation, explain } from './explain';
import type { Sentence } from './sentence';
import { type Language, type Words, wordsIn } from './words';

/** What the answer for an Indonesian yellow basket was, or would be, on a day. */
export interface DayAnswer {
  readonly verdict: Verdict;
  readonly explanation: Explanation;
  /** Said where the answer changes within the day, or no rule of the rulebook was in force. */
  readonly notes: readonly Sentence[];
}

/** A page of the shop behind the Indonesian basket: what is judged here is the day, not the page. */
const shopPage = addressPage('https://shop-id.tokopedia.com/pdp/contoh/1730000000000000001');

/**
 * Explains any day as if a yellow basket had been met on it.
 *
 * @param day ISO day, WIB; its first minute is judged
 * @param today ISO day of reading, for the rulebook's age
 */
export function explainDay(day: string, rulebook: Rulebook, language: Language, today: string): DayAnswer {
  const words = wordsIn(language);
  const verdict = judge(shopPage, rulebook, day);
  const told = explain(verdict, rulebook, language, today);
  const phase: PhaseId = verdict.phase ?? 'migrated';
  const answer = words.tell(`day.${phase}`, [`phases/${phase}`, ...told.answer.facts]);
  return {
    verdict,
    explanation: { ...told, answer },
    notes: [
      ...changesWithin(day, rulebook, words),
      ...(verdict.law.length === 0 ? [words.tell('rule.not-yet', ['about/review'])] : []),
    ],
  };
}

function changesWithin(day: string, { phases }: Rulebook, words: Words): Sentence[] {
  return phases
    .filter(({ from }) => from?.startsWith(day) && !from.includes('T00:00'))
    .map(({ id, from }) =>
      words.tell('day.changes', [`phases/${id}`], { time: from?.slice(11, 16).replace(':', '.') ?? '' }),
    );
}
