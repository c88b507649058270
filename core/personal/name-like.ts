import type { PersonalRules } from './personal-rules';

const sets = new WeakMap<PersonalRules, ReadonlySet<string>>();

/** Words that no name consists of: those of pages of this kind, and those that every sentence has. */
export function commonWords(rules: PersonalRules): ReadonlySet<string> {
  const before = sets.get(rules);
  if (before) return before;
  const made = new Set([
    ...rules.snapshot.phrases.flatMap((phrase) => phrase.toLowerCase().split(/\s+/)),
    ...rules.avatars.linkWords.flatMap((word) => word.split(' ')),
    ...rules.commonWords.split(' '),
  ]);
  sets.set(rules, made);
  return made;
}

/**
 * Whether a short text looks like what a person is called: two to five words with capitals, or one word as accounts have
 * it, with digits, dots, underscores or stars in it.
 */
export function isNameLike(text: string, rules: PersonalRules): boolean {
  const said = text.trim();
  if (said.length < 3 || said.length > 40) return false;
  const common = commonWords(rules);
  const words = said.split(/\s+/);
  if (words.some((word) => common.has(word.toLowerCase()))) return false;
  if (words.length === 1) return isAccountLike(said);
  return words.length <= 5 && words.every((word) => /^\p{Lu}[\p{L}'.-]*$/u.test(word));
}

/** Letters, and something that words do not have; no price, no size and no unit. */
const isAccountLike = (word: string): boolean =>
  /^@?[\p{L}\d._*•-]{3,}$/u.test(word) &&
  /[\d._*•]/.test(word) &&
  (/\p{L}{3}/u.test(word) || /\p{L}[*•]{2}/u.test(word)) &&
  !/^(?:rp|idr|usd)\.?\d/i.test(word) &&
  !/^\d[\d.,]*\p{L}{1,5}\.?$/u.test(word) &&
  !/^\p{L}+\.$/u.test(word);
