import { foldText } from '../personal/fold-text';
import { personalRules } from '../personal/personal-rules';

/** Shapes of the record alone, beside those that it shares with the finder of places in a page. */
export const personalShapes: readonly (readonly [why: string, shape: RegExp])[] = [
  // A mail address or a person's handle; `@_`, `@{id}` and `@…` are what we leave in their place.
  ['mail', /@(?![_{…/]|$)/],
  ['phone', /(?:\+\s?62|\b0\s?8)[\d\s.-]{5,}/],
  ['long-number', /\d{8,}/],
  ['long-number', /(?:\d[ .-]?){11,}/],
];

/** The shapes of rulebook/personal.json that no field of the record may have either. */
const shared = personalRules.rules
  .filter(({ record }) => record)
  .map(({ kind, pattern }) => [kind, new RegExp(pattern, 'iu')] as const);
const all = [...personalShapes, ...shared];
const isPlain = /^[ -~]*$/;

/**
 * Which shape of personal data a text has, whatever its signs stand for (full-width digits, dashes of all kinds); null
 * for none. The second look, after the whitelist.
 */
export function personalShape(text: string): string | null {
  const before = known.get(text);
  if (before !== undefined) return before;
  const folded = isPlain.test(text) ? text : foldText(text).text;
  const found =
    all.find(([, shape]) => shape.test(text) || (folded !== text && shape.test(folded)))?.[0] ?? null;
  if (known.size >= mostKnown) known.clear();
  known.set(text, found);
  return found;
}

/** Rows say the same few texts again and again: hosts, paths, names of signals. */
const known = new Map<string, string | null>();
const mostKnown = 2000;
