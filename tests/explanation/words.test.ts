import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, test } from 'vitest';
import { languageFor } from '../../core/explanation/language-for';
import en from '../../core/explanation/texts/en.json';
import id from '../../core/explanation/texts/id.json';
import {
  claimingGroups,
  isSentence,
  type LabelKey,
  type TextKey,
  wordsIn,
} from '../../core/explanation/words';

/** The names of the places that a text leaves open, also inside its choices. */
function placesOf(text: string): string[] {
  const names = new Set<string>();
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const { type, value: name } = value as { type?: number; value?: unknown };
    if (type !== undefined && type > 0 && typeof name === 'string') names.add(name);
    for (const field of Object.values(value)) visit(field);
  };
  visit(new IntlMessageFormat(text, 'en', undefined, { ignoreTag: true }).getAst());
  return [...names].toSorted();
}
const numbers =
  /^(percent|ownerPercent|otherPercent|days|count|for|against|shown|all|done|rows|faults|erased|changed|n|unread|unreadable|share|low|high|few|flows|requests|more|number|pixels)$/;
/** Badges are signs, brand names are names, and some texts only put what the rulebook says into order. */
const sameInBoth =
  /^path\.(social|market|market\.other)$|^popup\.title$|^who\.(said|happened|role)$|^dispute\.question$|^history\.(percent|point)$|^label\.count$|^log\.processor\.(tokopedia|tiktok-shop)$|^log\.step\.checkout$|^log\.export\.(ndjson|csv|parquet)$|^log\.filter\.host$|^monitor\.(column\.(n|host)|span|share-alone|(share|interval)-cell|party\.tiktok|party\.tokopedia|figure-line)$|^redact\.zoom$|^compare\.row\.browser$|^kind\.video$|^surface\.(tiktok|tiktok-shop|shop-tokopedia|tokopedia)$/;

describe('the texts', () => {
  test('stand in both languages', () => {
    expect(Object.keys(en).toSorted()).toEqual(Object.keys(id).toSorted());
  });

  test('call it in one way to take a picture of a page, and never an arrest', () => {
    const otherWords =
      /(?<!\p{L})(di|me[nm]?)?(tangkap|angkap|potret|otret)(nya)?(?!\p{L})|penangkapan|simpan bukti(?!nya)/iu;
    const faults = Object.entries(id).filter(([, text]) => otherWords.test(text));
    expect(faults).toEqual([]);
    expect(id['capture.open']).toBe('Ambil gambar');
  });

  test.each(Object.keys(id) as TextKey[])('%s is translated, with the same places to fill', (key) => {
    // In English a regulation is shorter by its number alone.
    if (key !== 'rule.gist') expect(placesOf(en[key])).toEqual(placesOf(id[key]));
    if (sameInBoth.test(key)) expect(en[key], 'marked as equal, but is not').toBe(id[key]);
    else expect(en[key]).not.toBe(id[key]);
    const values = Object.fromEntries(
      [...placesOf(id[key]), ...placesOf(en[key])].map((name) => [name, numbers.test(name) ? 7 : 'x']),
    );
    for (const language of ['id', 'en'] as const) {
      const words = wordsIn(language);
      const text = isSentence(key) ? words.tell(key, [], values).text : words.say(key as LabelKey, values);
      expect(text).not.toMatch(/[{}]/);
    }
  });

  test('know every group of claims', () => {
    for (const group of claimingGroups)
      expect(
        Object.keys(id).some((key) => key.startsWith(`${group}.`)),
        group,
      ).toBe(true);
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
