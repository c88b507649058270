import type { FoldedLabel } from './fold-label';

export interface TradeRules {
  /** Words that go with shops and scams; by themselves they say nothing. */
  readonly commerceWords: readonly string[];
  /** Words of trade, log-in and payment. */
  readonly tradeWords: readonly string[];
  /** More of them, which stand in many other words. */
  readonly tradeParts: readonly string[];
  /** Ordinary words in which a word of trade stands by chance. */
  readonly untradedWords: readonly string[];
  /** Last labels sold for shops and payments. */
  readonly tradeEndings: readonly string[];
  /** Labels that belong to a country's ending: "co" in "co.id". */
  readonly secondEndings: readonly string[];
}

/**
 * Whether a name that holds a brand's word has an ending of trade beside it, or a word of trade, log-in or payment: anywhere
 * in the label that holds the brand, but not within an ordinary word ("learn" is not "earn"); elsewhere, as somebody else's
 * name stands there, only in a part that is made of nothing but words seen beside brands ("salesforce" is no "sale").
 */
export function isTraded(
  labels: readonly FoldedLabel[],
  brands: readonly { readonly word: string }[],
  { tradeWords, tradeParts, tradeEndings, commerceWords, untradedWords }: TradeRules,
): boolean {
  if (tradeEndings.includes(labels.at(-1)?.written ?? '')) return true;
  const parting = [...tradeWords, ...tradeParts];
  return labels.some(({ latin }) => {
    const beside = brands.reduce((text, { word }) => text.replaceAll(word, '-'), latin);
    if (beside.split(/[^a-z]/).some((part) => isMadeOf(part, parting, commerceWords))) return true;
    if (beside === latin) return false;
    const plain = untradedWords.reduce((text, word) => text.replaceAll(word, '-'), beside);
    return tradeWords.some((word) => plain.includes(word));
  });
}

/** Whether a text is words and others one after another, and at least one of the first. */
function isMadeOf(text: string, words: readonly string[], others: readonly string[]): boolean {
  // For each place that whole words lead to: whether one of the first words is among them.
  const reached: (boolean | undefined)[] = [false];
  for (let at = 0; at < text.length; at += 1) {
    const before = reached[at];
    if (before === undefined) continue;
    for (const [list, counts] of [
      [words, true],
      [others, false],
    ] as const)
      for (const word of list) if (text.startsWith(word, at)) reached[at + word.length] ||= before || counts;
  }
  return reached[text.length] === true;
}

/** Whether the label at a place is the whole name: nothing stands behind it but endings, or what looks like some. */
export function isWholeName(
  index: number,
  labels: readonly FoldedLabel[],
  { secondEndings }: TradeRules,
): boolean {
  const between = labels.slice(index + 1, -1).map(({ written }) => written);
  return between.every((part) => part.length === 2 || secondEndings.includes(part));
}
