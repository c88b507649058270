import { hasTypo, type TypoRules } from './find-typo';
import { type FoldedLabel, type FoldingRules, foldLabel } from './fold-label';
import { type HoldingRules, holdsBrand } from './holds-brand';
import { isTraded, isWholeName, type TradeRules } from './is-traded';
import { isUnder } from './is-under';

interface Brand {
  readonly word: string;
  /** The genuine domain that a name with this word imitates. */
  readonly of: string;
  readonly typos: boolean;
}

/** The data of rulebook/lookalike.json. */
export interface LookalikeRules extends FoldingRules, TypoRules, HoldingRules, TradeRules {
  readonly checked: string;
  /** Group of these rules → why it is there and where it comes from. */
  readonly why: Readonly<Record<string, string>>;
  readonly brands: readonly Brand[];
  /** Genuine host names, longest first, that imitations carry whole. */
  readonly wholeNames: readonly string[];
  /** Networks that put their ending behind a customer's own host name. */
  readonly deliveryDomains: readonly string[];
}

type LookalikeReason =
  | 'genuine-name-as-subdomain'
  | 'swapped-ending'
  | 'brand-in-name'
  | 'dashes'
  | 'homograph'
  | 'digits-for-letters'
  | 'typo';

export interface Lookalike {
  /** The genuine name that is imitated. */
  readonly of: string;
  readonly reason: LookalikeReason;
}

/** No name of the DNS has more: an imitation must not hide behind dots. */
const mostLabels = 127;

/**
 * Whether a host imitates a genuine one, by rules.
 *
 * @param hostname as `URL.hostname` gives it: lower case, foreign letters as punycode
 * @param genuineDomains registrable domains of the companies; nothing under them is an imitation
 */
export function findLookalike(
  hostname: string,
  genuineDomains: readonly string[],
  rules: LookalikeRules,
): Lookalike | null {
  const name = hostname.slice(-1000).replace(/\.$/, '').toLowerCase();
  if (genuineDomains.some((domain) => isUnder(name, domain)) || !/[^\d.]/.test(name)) return null;
  if (name.startsWith('[')) return null;
  if (rules.deliveryDomains.some((domain) => isUnder(name, domain))) return null;

  const whole = rules.wholeNames.find((genuine) =>
    /[.-]/.test(`.${name}`.split(`.${genuine}`)[1]?.[0] ?? ''),
  );
  if (whole) return { of: whole, reason: 'genuine-name-as-subdomain' };

  const labels = labelsOf(name, rules);
  for (const brand of rules.brands) {
    for (const [index, label] of labels.entries()) {
      const reason = reasonAt(index, labels, brand, rules);
      if (reason === null) continue;
      const isBareName = label.written === brand.word && isWholeName(index, labels, rules);
      return { of: imitatedName(labels, brand, rules), reason: isBareName ? 'swapped-ending' : reason };
    }
  }
  return null;
}

/**
 * Whether a host's name holds a brand's word at all: too little to call it an imitation, as fans, studies and the
 * companies themselves have such names, and too much to say that it has nothing to do with them.
 */
export const holdsBrandName = (hostname: string, rules: LookalikeRules): boolean =>
  labelsOf(hostname.slice(-1000).replace(/\.$/, '').toLowerCase(), rules).some((label) =>
    rules.brands.some((brand) => holdsBrand(label.written, brand, rules)),
  );

const labelsOf = (name: string, rules: LookalikeRules): FoldedLabel[] =>
  name
    .split('.')
    .slice(-mostLabels)
    .map((part) => foldLabel(part, rules));

/** By what the label at a place imitates a brand. Its whole word counts only with a sign of trade, or as the whole name. */
function reasonAt(
  index: number,
  labels: readonly FoldedLabel[],
  brand: Brand,
  rules: LookalikeRules,
): LookalikeReason | null {
  const label = labels[index] as FoldedLabel;
  const isMeant = () =>
    (label.written === brand.word && isWholeName(index, labels, rules)) ||
    isTraded(labels, rules.brands, rules);
  if (holdsBrand(label.written, brand, rules) && isMeant()) return 'brand-in-name';
  if (isDashed(label.written, brand, rules)) return 'dashes';
  return reasonIn(label, brand, rules) ?? (isSplit(label, labels[index + 1], brand) ? 'brand-in-name' : null);
}

function reasonIn(label: FoldedLabel, brand: Brand, rules: LookalikeRules): LookalikeReason | null {
  const holds = (text: string) => holdsBrand(text, brand, rules);
  // An ordinary word stays one: "js-tiktoken" is not "jstiktoken".
  const joined = (text: string) =>
    text
      .split(/[-_]/)
      .filter((part) => !rules.ordinaryWords.includes(part))
      .join('');
  if (label.isForeign && holds(joined(label.latin))) return 'homograph';
  // The word as it is written is no misspelling, whatever stands beside it.
  const isWritten = holds(label.written);
  const isPart = label.written.split(/[-_]/).includes(brand.word);
  if (!isWritten && holds(joined(label.written))) return 'dashes';
  if (!isWritten && label.undigited.some((text) => holds(joined(text)))) return 'digits-for-letters';
  if (!brand.typos) return null;
  // A word that is its own in Latin letters is no longer its own with a foreign one among them.
  const typoRules = label.isForeign ? { ...rules, doubtfulWords: [] } : rules;
  const isTypo = [label.latin, ...label.undigited].some((text) => hasTypo(text, brand.word, typoRules));
  if (!isTypo || isPart) return null;
  return label.isForeign ? 'homograph' : 'typo';
}

/** A genuine host's name without its dots, or with dashes for them: "vt-tiktok", "wwwtiktok", "tokopediacom". */
const isDashed = (text: string, { of }: Brand, { wholeNames }: LookalikeRules): boolean =>
  wholeNames.some((genuine) => {
    const name = withoutDashes(text);
    const isItself = name === genuine.replace(/[-.]/g, '');
    return genuine.endsWith(of) && (isItself || (name === lettersOf(genuine) && genuine !== of));
  });

/** The letters of a genuine host without its ending: "shopidtokopedia". */
const lettersOf = (genuine: string): string =>
  genuine.slice(0, genuine.lastIndexOf('.')).replace(/[-.]/g, '');

const withoutDashes = (text: string): string => text.replace(/[-_]/g, '');

/** A brand's word cut by the dot between two labels: "tik.tok", "toko.pedia-shop". */
function isSplit(label: FoldedLabel, next: FoldedLabel | undefined, { word, typos }: Brand): boolean {
  // Two letters of a short word stand before a dot by chance.
  const least = word.length < 8 ? 3 : 2;
  if (!next || !typos || label.written.length < least || !word.startsWith(label.written)) return false;
  const rest = word.slice(label.written.length);
  return (
    rest.length >= least && next.written.startsWith(rest) && !/^[a-z]/.test(next.written.slice(rest.length))
  );
}

/** The most specific genuine name whose letters the host carries: "shop-id-tokopedia" means shop-id.tokopedia.com. */
function imitatedName(labels: readonly FoldedLabel[], brand: Brand, { wholeNames }: LookalikeRules): string {
  const letters = labels.map(({ latin }) => withoutDashes(latin)).join('');
  const carried = wholeNames.find(
    (genuine) => genuine.endsWith(brand.of) && letters.includes(lettersOf(genuine)),
  );
  return carried ?? brand.of;
}
