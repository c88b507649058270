import distance from 'damerau-levenshtein';

export interface TypoRules {
  /** Words that go with shops and scams and may stand before or behind a name. */
  readonly commerceWords: readonly string[];
  /** Words of their own that stand near a brand by chance. */
  readonly ordinaryWords: readonly string[];
  /** Words that may be their own or a typo: a typo where a commerce word stands beside them. */
  readonly doubtfulWords: readonly string[];
}

/** Whether a label's text holds `brand` written with one or two mistakes. `text` is Latin; dashes divide it. */
export function hasTypo(text: string, brand: string, rules: TypoRules): boolean {
  const parts = text.split(/[^a-z?]+/).filter((part) => part !== '');
  const isAccompanied = parts.some((part) => rules.commerceWords.includes(part));
  const whole = parts.join('');
  return [...parts, whole].some((part) =>
    coresOf(part, rules).some(({ core, isStripped }) =>
      isTypo(core, brand, isAccompanied || isStripped, rules),
    ),
  );
}

interface Core {
  readonly core: string;
  readonly isStripped: boolean;
}

/** A word, and what is left of it without the commerce words at its ends (at most three of them). */
function coresOf(word: string, { commerceWords, ordinaryWords }: TypoRules): Core[] {
  if (ordinaryWords.includes(word)) return [];
  let front: Core[] = [{ core: word, isStripped: false }];
  const all = [...front];
  for (let depth = 0; depth < 3 && all.length < 64; depth += 1) {
    front = front.flatMap(({ core }) =>
      commerceWords.flatMap((affix) => [
        ...(core.startsWith(affix) ? [{ core: core.slice(affix.length), isStripped: true }] : []),
        ...(core.endsWith(affix) ? [{ core: core.slice(0, -affix.length), isStripped: true }] : []),
      ]),
    );
    all.push(...front.filter(({ core }) => core.length >= 4));
  }
  return all;
}

/**
 * One mistake is enough; two are a typo in a long name, and in a short one only where little else changed
 * or a commerce word stands beside it: so many short words lie two letters apart.
 */
function isTypo(word: string, brand: string, isAccompanied: boolean, rules: TypoRules): boolean {
  if (Math.abs(word.length - brand.length) > 2) return false;
  if (rules.ordinaryWords.includes(word) || (rules.doubtfulWords.includes(word) && !isAccompanied))
    return false;
  const mistakes = distance(word, brand).steps;
  if (mistakes <= 1) return true;
  if (mistakes > 2) return false;
  if (brand.length >= 8) return !isOtherEncyclopedia(word, brand);
  return word.length >= (isAccompanied ? 5 : 7) || (word.length >= 6 && sharesThree(word, brand));
}

/** Whether three letters of the brand stand in the word as they stand there. */
const sharesThree = (word: string, brand: string): boolean =>
  [...brand.slice(2)].some((_, at) => word.includes(brand.slice(at, at + 3)));

/** "…pedia" is a common ending: what stands before it must be near the brand's own beginning. */
function isOtherEncyclopedia(word: string, brand: string): boolean {
  const ending = brand.slice(-5);
  if (!word.endsWith(ending)) return false;
  const [head, brandHead] = [word.slice(0, -5), brand.slice(0, -5)];
  const keepsPart =
    head[0] === brandHead[0] || head.includes(brandHead.slice(0, 3)) || head.includes(brandHead.slice(1));
  return distance(head, brandHead).steps > 1 && !keepsPart;
}
