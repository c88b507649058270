import type { FoldedLabel } from './fold-label';

export interface TradeRules {
  /** Words of trade, log-in and payment. */
  readonly tradeWords: readonly string[];
  /** Last labels sold for shops and payments. */
  readonly tradeEndings: readonly string[];
  /** Labels that belong to a country's ending: "co" in "co.id". */
  readonly secondEndings: readonly string[];
}

/** Whether a name that holds a brand's word has a word or an ending of trade, log-in or payment beside it. */
export function isTraded(
  labels: readonly FoldedLabel[],
  brands: readonly { readonly word: string }[],
  { tradeWords, tradeEndings }: TradeRules,
): boolean {
  if (tradeEndings.includes(labels.at(-1)?.written ?? '')) return true;
  return labels.some(({ latin }) => {
    const beside = brands.reduce((text, { word }) => text.replaceAll(word, '-'), latin);
    return tradeWords.some((word) => beside.includes(word));
  });
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
