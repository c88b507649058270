import type { PersonalRules } from './personal-rules';

/** What stands for text that was taken out, however long it was: its length is not told. */
export const mask = '████';

const compiled = new WeakMap<PersonalRules, RegExp>();

function phrasesOf(rules: PersonalRules): RegExp {
  const before = compiled.get(rules);
  if (before) return before;
  const longestFirst = rules.snapshot.phrases.toSorted((a, b) => b.length - a.length);
  const words = longestFirst.map((phrase) =>
    phrase.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&').replace(/\s+/g, '\\s+'),
  );
  const made = new RegExp(`(?<![\\p{L}\\d])(?:${words.join('|')})(?!\\p{L})`, 'giu');
  compiled.set(rules, made);
  return made;
}

/**
 * A text of which only the rulebook's phrases are left, and of these none that stands in one of the `personal` ranges.
 * Of the rest nothing remains, not even how many words it had.
 */
export function maskText(
  text: string,
  rules: PersonalRules,
  personal: readonly { readonly from: number; readonly to: number }[] = [],
): string {
  let masked = '';
  let at = 0;
  const takeOut = (until: number) => {
    const rest = text.slice(at, until);
    if (rest.trim() === '') masked += rest === '' ? '' : ' ';
    else masked += `${/^\s/.test(rest) ? ' ' : ''}${mask}${/\s$/.test(rest) ? ' ' : ''}`;
  };
  for (const { 0: phrase, index } of text.matchAll(phrasesOf(rules))) {
    const end = index + phrase.length;
    if (personal.some(({ from, to }) => from < end && to > index)) continue;
    takeOut(index);
    masked += phrase.replace(/\s+/g, ' ');
    at = end;
  }
  takeOut(text.length);
  return masked;
}
