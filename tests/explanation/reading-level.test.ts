import { expect, test } from 'vitest';
import { languages } from '../../core/explanation/words';
import { measureReading } from '../../scripts/measure-reading';

test.each(languages)(
  'sentences in "%s" stay short: under 20 words on average, none beyond 32',
  (language) => {
    const { sentences, wordsPerSentence, longest } = measureReading(language);
    expect(sentences).toBeGreaterThan(100);
    expect(wordsPerSentence).toBeLessThan(20);
    expect(longest.words, longest.text).toBeLessThanOrEqual(32);
  },
);
