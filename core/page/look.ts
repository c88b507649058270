import type { LookRules } from '../rulebook/rulebook';
import type { Sight } from './sight';

/**
 * What stands in a page's place, as far as it can be told from what stands there.
 * The last ones are no fault by themselves: what counts is what its address says, or data that a page of its kind must hold.
 */
export const looks = [
  'challenge', // a check of the visitor, by whomever
  'log-in', // a form to log in
  'error', // an error page of a server, a delivery network or a browser
  'empty', // nothing to see
  'not-yet', // nothing to see, and it may still come
  'no-answer', // nothing could be asked: no script of ours runs there, or the page is too busy to answer
  'mhtml',
  'view-source',
  'utf-16',
  'pdf',
  'packed', // compressed, or no text at all
  'no-body', // a record of an answer without what was answered
  'archive', // a web archive's container, or an answer with its headers
  'data', // data without its page
  'other-text', // text that is no page's code
  'saved', // a page that some program saved in its own way
  'without-scripts', // a page that holds no script any more
  'bare', // short, and it holds no script any more
  'sparse', // short, though it speaks of goods or holds a program's data
  'too-little', // too short to be any page of buying, and without a word of it
  'unsure', // long enough, or with goods in it, but it speaks of what stands in a page's place
  'wordless', // long enough, but without a word of buying and without data
] as const;
export type Look = (typeof looks)[number];

/**
 * What a page looks like by what was seen of it; null for a page. Words in many languages tell it (rulebook/looks.json):
 * they are judged in the background, on the command line or in the popup, and never travel into a page.
 */
export function lookOf(sight: Sight | Look | null, rules: LookRules): Look | null {
  if (sight === null || typeof sight === 'string') return sight;
  const { text, scripts, data } = sight;
  const isShort = data < rules.data && text.length < rules.whole;
  const patterns = patternsOf(rules);
  const isSaved = patterns.saved.test(sight.comments) || /\bsavepage-/.test(sight.marks);
  const names = `${sight.title}\n${sight.heading}`;
  const isNamedSo = speaksOfStandIn(names, patterns);
  if (sight.isLong) return isSaved && data === 0 ? 'saved' : isNamedSo ? 'unsure' : null;
  if (/^<(?:!doctype|html|head)\b/i.test(text)) return 'view-source';
  if (/=3D"/.test(sight.marks) || /^(?:[\w-]+: .{0,200}){2}.*\bMIME-Version:/i.test(text)) return 'mhtml';
  const hasPrices = patterns.prices.test(text);
  const isOffer = patterns.goods.test(text);
  const speaksOfGoods = hasPrices || isOffer;
  // A page that was not found shows prices too, of other goods; a product may be called like an error, and can be bought.
  if (!isOffer) {
    const told = toldBy(sight, patterns, hasPrices);
    if (told !== null) return told;
  }
  if (sight.isMarkup === false) return 'other-text';
  if (!speaksOfGoods) {
    if (text.length < rules.least || (text.length < 120 && patterns.loading.test(text))) return 'empty';
  }
  if (isSaved && scripts === 0) return 'saved';
  // Below a page's head and beside other goods, words of an error are not enough to call it one, but to doubt it.
  if (isNamedSo || (!isOffer && speaksOfStandIn(text, patterns))) return 'unsure';
  const isBare = scripts === 0 && text.length > rules.least * 4;
  if (isShort && !speaksOfGoods && sight.program < rules.data) return isBare ? 'bare' : 'too-little';
  if (isBare) return 'without-scripts';
  if (isShort) return isOffer || sight.program >= rules.data ? 'sparse' : 'too-little';
  return speaksOfGoods ? null : data + sight.program < rules.data ? 'wordless' : null;
}

const speaksOfStandIn = (words: string, { challenge, logIn, error }: Patterns): boolean =>
  [challenge, logIn, error].some((pattern) => pattern.test(words));

/** What the marks of a challenge, or the words of title, heading and beginning, say; beside prices the words alone. */
function toldBy(
  { title, heading, text, marks, asksPassword }: Sight,
  patterns: Patterns,
  hasPrices: boolean,
): Look | null {
  if (!hasPrices && patterns.marks.test(marks)) return 'challenge';
  const names = `${title}\n${heading}`;
  const said = `${names}\n${text.length < 600 ? text : text.slice(0, 200)}`;
  if (patterns.challenge.test(said)) return 'challenge';
  if (patterns.logIn.test(text.length < 300 ? `${names}\n${text.slice(0, 60)}` : names)) return 'log-in';
  if (patterns.error.test(said)) return 'error';
  return asksPassword && !hasPrices ? 'log-in' : null;
}

type Patterns = Readonly<
  Record<'prices' | 'goods' | 'loading' | 'saved' | 'marks' | 'challenge' | 'logIn' | 'error', RegExp>
>;
const made = new WeakMap<LookRules, Patterns>();

/** The rules' alternatives, each list as one pattern; made once a rulebook. */
function patternsOf(rules: LookRules): Patterns {
  const known = made.get(rules);
  if (known) return known;
  const patterns = {
    prices: anyOf(rules.prices),
    goods: anyOf(rules.goods),
    loading: anyOf(rules.loading),
    saved: anyOf(rules.saved),
    marks: anyOf(rules.marks),
    challenge: anyOf(rules.words.challenge),
    logIn: anyOf(rules.words['log-in']),
    error: anyOf(rules.words.error),
  };
  made.set(rules, patterns);
  return patterns;
}

const anyOf = (alternatives: readonly string[]): RegExp => new RegExp(alternatives.join('|'), 'imu');
