import type { FoldedLabel } from './fold-label';
import { isUnder } from './is-under';

export interface TradeRules {
  /** Words of trade, log-in and payment. */
  readonly tradeWords: readonly string[];
  /** Last labels sold for shops and payments. */
  readonly tradeEndings: readonly string[];
  /** Domains of firms that name a part of their own after each customer or subject. */
  readonly tenantDomains: readonly string[];
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

/** Whether the label at a place is the whole name: nothing but an ending stands behind it. */
export function isWholeName(
  index: number,
  labels: readonly FoldedLabel[],
  { secondEndings }: TradeRules,
): boolean {
  const [first = '', second = '', ...more] = labels.slice(index + 1).map(({ written }) => written);
  if (second === '') return true;
  return more.length === 0 && second.length === 2 && secondEndings.includes(first);
}

/** Whether a name is a part of a firm's own that it named after a customer or subject. */
export const isTenant = (name: string, { tenantDomains }: TradeRules): boolean =>
  tenantDomains.some((domain) => isUnder(name, domain));
