import * as v from 'valibot';
import { personalKinds } from '../personal/personal-place';
import { bound, confidence, day, id, sources, unicodePattern, words } from './fields';

const list = v.array(words);

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
      following: v.optional(bound(20)),
      ends: v.optional(v.pipe(v.array(unicodePattern), v.length(3))),
      knows: v.optional(v.boolean()),
      named: v.optional(v.picklist(['start', 'whole'])),
      labelled: v.optional(v.boolean()),
      digits: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(40))),
      record: v.optional(v.boolean()),
    }),
  ),
  exempt: v.array(v.strictObject({ id, pattern: unicodePattern })),
  leastDigits: v.record(v.picklist(personalKinds), bound(20)),
  state: v.strictObject({
    names: list,
    handles: list,
    phones: list,
    mails: list,
    addresses: list,
    numbers: list,
    avatars: list,
    people: list,
    values: bound(1_000_000),
    known: bound(5000),
    sources,
    confidence,
  }),
  avatars: v.strictObject({
    words: list,
    profileLinks: v.array(unicodePattern),
    linkWords: list,
    badge: unicodePattern,
    smallest: bound(500),
    largest: bound(2000),
  }),
  commonWords: words,
  nameElements: list,
  placeholderCanvases: list,
  snapshot: v.strictObject({
    elements: bound(200_000),
    characters: bound(10_000_000),
    depth: bound(2000),
    attributes: v.record(words, unicodePattern),
    names: list,
    empty: list,
    dropped: list,
    phrases: list,
  }),
});
