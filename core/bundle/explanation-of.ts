import { explain } from '../explanation/explain';
import type { Sentence } from '../explanation/sentence';
import { publisherOf } from '../explanation/source-notes';
import { type Language, wordsIn } from '../explanation/words';
import { factsOf } from '../rulebook/facts';
import type { Rulebook } from '../rulebook/rulebook';
import type { Verdict } from '../verdict/verdict';
import type { CaptureSaying } from './capture-facts';

type Told = Pick<CaptureSaying, 'explanation' | 'facts' | 'sources'>;

/**
 * The explanation of a verdict as a bundle keeps it: all sentences in both languages with the facts they rest on, each
 * fact with its sources, each source once. `today` is an ISO day, for the rulebook's age.
 */
export function explanationOf(verdict: Verdict, rulebook: Rulebook, today: string): Told {
  const told = (language: Language) => {
    const whole = explain(verdict, rulebook, language, today);
    const all = new Map([...sentencesIn(whole)].map(({ text, facts }) => [text, [...facts]]));
    return { answer: whole.answer.text, sentences: [...all].map(([text, facts]) => ({ text, facts })) };
  };
  const explanation = { id: told('id'), en: told('en') };
  const named = Object.values(explanation).flatMap(({ sentences }) => sentences.flatMap((one) => one.facts));
  const facts = [...new Set(named)].toSorted().map((fact) => ({
    fact,
    sources: [...(factsOf(rulebook).get(fact)?.sources ?? [])],
  }));
  const wanted = new Set(facts.flatMap(({ sources }) => sources));
  const words = wordsIn('en');
  const sources = rulebook.sources
    .filter(({ id }) => wanted.has(id))
    .map((source) => ({
      id: source.id,
      title: source.title,
      publisher: publisherOf(source, words),
      date: source.date,
      address: source.address,
    }));
  return { explanation, facts, sources };
}

function* sentencesIn(value: unknown): Generator<Sentence> {
  if (typeof value !== 'object' || value === null) return;
  if ('text' in value && 'facts' in value) yield value as Sentence;
  else for (const field of Object.values(value)) yield* sentencesIn(field);
}
