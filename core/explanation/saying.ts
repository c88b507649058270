import { type FactId, factsOf } from '../rulebook/facts';
import type { Rulebook, Statement } from '../rulebook/rulebook';
import type { Sentence } from './sentence';
import { type SourceNote, sourceNotes } from './source-notes';
import type { Words } from './words';

/** Something that somebody else said or recorded: shown with its sources, its doubt, and ready to be cited. */
export interface Saying {
  /** The record that a citation names. */
  readonly fact: FactId;
  readonly sentences: readonly Sentence[];
  /** The speaker's own Indonesian words. */
  readonly quote: string | null;
  /** How weak it is, and whether it was said only after the day judged for. */
  readonly notes: readonly Sentence[];
  readonly sources: readonly SourceNote[];
}

/** A fact of the rulebook as a saying; its confidence, where not the best, is said. */
export function saying(
  fact: FactId,
  sentences: readonly Sentence[],
  rulebook: Rulebook,
  words: Words,
  more: { quote?: string | null; notes?: readonly Sentence[] } = {},
): Saying {
  const sources = factsOf(rulebook).get(fact)?.sources ?? [];
  return {
    fact,
    sentences,
    quote: more.quote ?? null,
    notes: [...weaknessOf(fact, rulebook, words), ...(more.notes ?? [])],
    sources: sourceNotes(sources, rulebook, words),
  };
}

/** What people said, did or counted: here one source is a weakness, however good it is. */
const reported = /^(statements|figures|events|entities)\//;

/** The weakness of a fact in words: nothing for primary text or several independent sources. */
export function weaknessOf(fact: FactId, rulebook: Rulebook, words: Words): Sentence[] {
  const { confidence, sources = [] } = factsOf(rulebook).get(fact) ?? {};
  if (confidence === 'M' || confidence === 'L') return [words.tell(`weak.${confidence}`, [fact])];
  return sources.length === 1 && reported.test(fact) ? [words.tell('weak.single', [fact])] : [];
}

/** What somebody said, on a day: only from that day on, unless `day` is earlier and the answer rests on it. */
export function statementSaying(statement: Statement, day: string, rulebook: Rulebook, words: Words): Saying {
  const fact: FactId = `statements/${statement.id}`;
  const line = words.tell('who.said', [fact], {
    speaker: statement.speaker[words.language],
    date: words.date(statement.date),
    says: statement.says[words.language],
  });
  return saying(fact, [line], rulebook, words, {
    quote: statement.quote,
    notes: statement.date > day ? [words.tell('who.later', [fact])] : [],
  });
}
