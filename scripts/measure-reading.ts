import { explain } from '../core/explanation/explain';
import { explainDay } from '../core/explanation/explain-day';
import type { Sentence } from '../core/explanation/sentence';
import type { Language } from '../core/explanation/words';
import { pageFromHtml } from '../core/page/from-html';
import { builtInRulebook as rulebook } from '../core/rulebook/built-in';
import { judge } from '../core/verdict/judge';
import { demoPages } from '../demo/shop/demo-pages';

export interface ReadingMeasure {
  readonly sentences: number;
  readonly wordsPerSentence: number;
  readonly longest: { readonly words: number; readonly text: string };
  readonly lix: number;
}

const days = [
  '2020-12-01',
  '2023-11-01',
  '2024-02-21',
  '2024-03-28',
  '2024-04-10',
  '2026-06-07',
  '2026-11-24',
];
const isSentence = (value: object): value is Sentence => 'text' in value && 'facts' in value;

/** Measures every different sentence that the explanation can show on the demo's pages and on key days. */
export function measureReading(language: Language): ReadingMeasure {
  const told = [
    ...demoPages.map(({ address, html }) =>
      explain(
        judge(pageFromHtml(html, address, rulebook.signals), rulebook, '2026-11-24'),
        rulebook,
        language,
      ),
    ),
    ...days.map((day) => explainDay(day, rulebook, language, '2026-11-24')),
  ];
  const texts = [...new Set(told.flatMap((entry) => [...sentencesIn(entry)]).map(({ text }) => text))];
  const sentences = texts.flatMap((text) => split(text, language));
  const words = sentences.map((text) => wordsOf(text, language));
  const all = words.flat();
  const longest = words.reduce(
    (best, list, index) => (list.length > (words[best]?.length ?? 0) ? index : best),
    0,
  );
  const long = all.filter((word) => word.length > 6).length;
  const wordsPerSentence = all.length / sentences.length;
  return {
    sentences: sentences.length,
    wordsPerSentence,
    longest: { words: words[longest]?.length ?? 0, text: sentences[longest] ?? '' },
    lix: wordsPerSentence + (100 * long) / all.length,
  };
}

function* sentencesIn(value: unknown): Generator<Sentence> {
  if (typeof value !== 'object' || value === null) return;
  if (isSentence(value)) yield value;
  else for (const field of Object.values(value)) yield* sentencesIn(field);
}

/** Dots of abbreviations end no sentence: counted as ends they would flatter the figure. */
const split = (text: string, language: Language): string[] =>
  [
    ...new Intl.Segmenter(language, { granularity: 'sentence' }).segment(
      text.replace(/\b(Pte|Ltd|No|Tbk)\./g, '$1'),
    ),
  ]
    .map(({ segment }) => segment.trim())
    .filter(Boolean);

const wordsOf = (text: string, language: Language): string[] =>
  [...new Intl.Segmenter(language, { granularity: 'word' }).segment(text)]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment }) => segment);
