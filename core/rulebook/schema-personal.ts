import * as v from 'valibot';
import { personalKinds } from '../personal/personal-place';
import { confidence, day, id, sources, words } from './fields';

/** Patterns of personal.json are read with the flag `u`, which is stricter. */
const unicodePattern = v.pipe(
  v.string(),
  v.check((text) => {
    try {
      return Boolean(new RegExp(text, 'u'));
    } catch {
      return false;
    }
  }, 'not a regular expression'),
);
const list = v.array(words);
const count = v.pipe(v.number(), v.integer(), v.minValue(1));

/** How personal data are found in a page that is captured, and what of it may be kept. */
export const personal = v.strictObject({
  checked: day,
  parts: v.record(id, unicodePattern),
  rules: v.array(
    v.strictObject({
      id,
      kind: v.picklist(personalKinds),
      pattern: unicodePattern,
      case: v.optional(v.boolean()),
      line: v.optional(v.boolean()),
      following: v.optional(count),
      ends: v.optional(v.pipe(v.array(unicodePattern), v.length(3))),
      knows: v.optional(v.boolean()),
      named: v.optional(v.picklist(['start', 'whole'])),
      labelled: v.optional(v.boolean()),
      digits: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
      record: v.optional(v.boolean()),
    }),
  ),
  exempt: v.array(v.strictObject({ id, pattern: unicodePattern })),
  leastDigits: v.record(v.picklist(personalKinds), count),
  state: v.strictObject({
    names: list,
    handles: list,
    phones: list,
    mails: list,
    addresses: list,
    numbers: list,
    avatars: list,
    people: list,
    values: count,
    known: count,
    sources,
    confidence,
  }),
  avatars: v.strictObject({
    words: list,
    profileLinks: v.array(unicodePattern),
    linkWords: list,
    badge: unicodePattern,
    smallest: count,
    largest: count,
  }),
  commonWords: words,
  nameElements: list,
  placeholderCanvases: list,
  snapshot: v.strictObject({
    elements: count,
    characters: count,
    depth: count,
    attributes: v.record(words, unicodePattern),
    names: list,
    empty: list,
    dropped: list,
    phrases: list,
  }),
});
