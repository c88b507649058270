import distance from 'damerau-levenshtein';
import { isNearMiss } from './is-near-miss';

export interface TypoRules {
  /** Words that go with shops and scams and may stand before or behind a name. */
  readonly commerceWords: readonly string[];
  /** Words of their own that stand near a brand by chance. */
  readonly ordinaryWords: readonly string[];
  /** Words that may be their own or a typo: a typo where a commerce word stands beside them. */
  readonly doubtfulWords: readonly string[];
  /** Words that make an ordinary shop's name with "toko" and lie near the rest of "tokopedia". */
  readonly wordsAfterToko: readonly string[];
  /** Latin letter → letters that a hurried eye or finger takes for it. */
  readonly nearLetters: Readonly<Record<string, string>>;
}

type Company = 'none' | 'glued' | 'clear';
interface Core {
  readonly core: string;
  readonly company: Company;
}

const mostCores = 24;

/** Whether a label's text holds `brand` written with one or two mistakes. `text` is Latin; dashes divide it. */
export function hasTypo(text: string, brand: string, rules: TypoRules): boolean {
  const parts = text.split(/[^a-z?]/);
  const beside: Company = parts.some((part) => rules.commerceWords.includes(part)) ? 'clear' : 'none';
  const isAny = (word: string, company: Company, most: number): boolean =>
    coresOf(word, company, rules).some((found) => isTypo(found, brand, most, rules));
  // Pieces that only make a brand once their dash is gone must be nearer to a short one.
  return (
    parts.some((part) => isAny(part, beside, 2)) ||
    (parts.length > 1 && isAny(parts.join(''), 'none', brand.length < 8 ? 1 : 2))
  );
}

/** A word, and what is left of it without the commerce words glued to its ends. */
function coresOf(word: string, company: Company, { commerceWords }: TypoRules): Core[] {
  const all: Core[] = [{ core: word, company }];
  for (let at = 0; at < all.length && all.length < mostCores; at += 1) {
    const { core, company: before } = all[at] as Core;
    for (const affix of commerceWords) {
      if (core.length - affix.length < 4) continue;
      // Two letters like "go" begin many words by chance; "shop" hardly does.
      const now = before === 'clear' || affix.length >= 4 ? 'clear' : 'glued';
      if (core.startsWith(affix)) all.push({ core: core.slice(affix.length), company: now });
      if (core.endsWith(affix)) all.push({ core: core.slice(0, -affix.length), company: now });
    }
  }
  return all;
}

/** One mistake is enough. Two must be likely ones, or a commerce word must stand beside them. */
function isTypo({ core, company }: Core, brand: string, most: number, rules: TypoRules): boolean {
  if (Math.abs(core.length - brand.length) > 2 || rules.ordinaryWords.includes(core)) return false;
  if (company !== 'clear' && rules.doubtfulWords.includes(core)) return false;
  if (core.startsWith('toko') && rules.wordsAfterToko.includes(core.slice(4))) return false;
  const mistakes = distance(core, brand).steps;
  // The name as it is written is no misspelling of it.
  if (mistakes <= 1) return mistakes === 1;
  if (mistakes > most || company === 'glued') return false;
  const [word, pattern] = unlikeTail(core, brand);
  if (pattern.length >= 8) return true;
  if (isNearMiss(word, pattern, rules.nearLetters)) return true;
  const [added, isWhole] = [word.length - pattern.length, pattern === brand];
  // Letters added make a long word that is hardly another one.
  if (added >= (isWhole ? 1 : 2)) return true;
  if (company === 'clear' && isWhole) return added >= -1;
  const begins = word[0] === pattern[0];
  return (added >= 0 && sharesThree(word, pattern, begins)) || (begins && (added > 0 || company === 'clear'));
}

/** "…pedia" is a common ending: with it intact, only what stands before it can tell. */
function unlikeTail(core: string, brand: string): [string, string] {
  const tail = brand.slice(-5);
  return brand.length >= 8 && core.endsWith(tail) ? [core.slice(0, -5), brand.slice(0, -5)] : [core, brand];
}

/** Whether three letters of the pattern stand in the word in a row; an ending ("…tok") only with the same beginning. */
const sharesThree = (word: string, pattern: string, begins: boolean): boolean =>
  [...pattern.slice(2)].some((_, at) => {
    const isEnding = at === pattern.length - 3;
    return (begins || !isEnding || pattern.length < 6) && word.includes(pattern.slice(at, at + 3));
  });
