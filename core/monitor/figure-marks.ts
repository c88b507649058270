import { type Saying, saying } from '../explanation/saying';
import { tellFact } from '../explanation/tell-fact';
import type { Words } from '../explanation/words';
import type { FactId } from '../rulebook/facts';
import type { Rulebook } from '../rulebook/rulebook';

/** A percentage of the move as somebody said it: a mark beside the observations, never one of them. */
export interface FigureMark {
  readonly fact: FactId;
  /** Its place in the list below the drawing, from 1. */
  readonly number: number;
  /** ISO day. */
  readonly date: string;
  readonly percent: number;
  readonly precision: 'exact' | 'about' | 'almost' | 'over';
  /** The percentage as it is written, with ≈ where it was said roughly. */
  readonly title: string;
  readonly speaker: string;
  /** What it was said to measure. */
  readonly measures: string;
  readonly saying: Saying;
}

/** Every figure of the rulebook, in the order they were said. */
export const figureMarks = (rulebook: Rulebook, words: Words): FigureMark[] =>
  rulebook.figures
    .toSorted((a, b) => a.date.localeCompare(b.date))
    .map(({ id, date, percent, precision, speaker, measures }, index) => {
      const fact: FactId = `figures/${id}`;
      const told = tellFact(fact, rulebook, words);
      return {
        fact,
        number: index + 1,
        date,
        percent,
        precision,
        title: words.say('history.percent', { percent, precision }),
        speaker: speaker[words.language],
        measures: measures[words.language],
        saying: saying(fact, told ? [told] : [], rulebook, words),
      };
    });
