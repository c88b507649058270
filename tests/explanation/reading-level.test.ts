import { expect, test } from 'vitest';
import { measureReading } from '../../scripts/measure-reading';

/** What it was before the review of 30 November 2026: a new sentence may not make the whole harder to read. */
const mostWordsPerSentence = [
  ['id', 9.6],
  ['en', 11.1],
] as const;

test.each(mostWordsPerSentence)(
  'sentences in "%s" stay short: at most %s words on average, none beyond 26',
  (language, most) => {
    const { sentences, wordsPerSentence, longest } = measureReading(language);
    expect(sentences).toBeGreaterThan(100);
    expect(wordsPerSentence).toBeLessThanOrEqual(most);
    expect(longest.words, longest.text).toBeLessThanOrEqual(26);
  },
);
