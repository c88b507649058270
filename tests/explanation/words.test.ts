import { describe, expect, test } from 'vitest';
import en from '../../core/explanation/texts/en.json';
import id from '../../core/explanation/texts/id.json';
import { languageFor, type TextKey, wordsIn } from '../../core/explanation/words';

const placesOf = (text: string) =>
  [...new Set([...text.matchAll(/\{(\w+)[,}]/g)].map((match) => match[1]))].toSorted();
/** Badges are signs, brand names are names: these alone may be equal in both languages. */
const sameInBoth = /^badge\.|^path\.(social|market|market\.other)$|^popup\.title$/;

describe('the texts', () => {
  test('stand in both languages', () => {
    expect(Object.keys(en).toSorted()).toEqual(Object.keys(id).toSorted());
  });

  test.each(Object.keys(id) as TextKey[])('%s is translated, with the same places to fill', (key) => {
    expect(placesOf(en[key])).toEqual(placesOf(id[key]));
    if (!sameInBoth.test(key)) expect(en[key]).not.toBe(id[key]);
    const values = Object.fromEntries(
      placesOf(id[key]).map((name) => [name, name === 'percent' || name === 'days' ? 7 : 'x']),
    );
    for (const language of ['id', 'en'] as const) {
      expect(wordsIn(language).say(key, values)).not.toMatch(/[{}]/);
    }
  });

  test('write dates as each language does', () => {
    expect(wordsIn('id').date('2026-06-08')).toBe('8 Juni 2026');
    expect(wordsIn('en').date('2026-06-08')).toBe('8 June 2026');
    expect(wordsIn('id').date('2023-10')).toBe('Oktober 2023');
  });

  test.each([
    ['id', 'id'],
    ['id-ID', 'id'],
    ['in', 'id'],
    ['en-US', 'en'],
    ['ms-MY', 'en'],
    ['', 'en'],
  ])('fit a browser that speaks "%s"', (tag, language) => {
    expect(languageFor(tag)).toBe(language);
  });
});
