import * as v from 'valibot';
import { readMoment } from '../calendar/read-moment';

const id = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9()-]*$/, 'an id is lower case with dashes'));
const day = v.pipe(
  v.string(),
  v.check(
    (text) => text.length === 10 && readMoment(text) !== null,
    'not a day that exists, written YYYY-MM-DD',
  ),
);
const moment = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+07:00$/, 'a moment is written in WIB, +07:00'),
);
const partialDay = v.pipe(
  v.string(),
  v.regex(/^\d{4}(-\d\d(-\d\d)?)?$/, 'a date is YYYY, YYYY-MM or YYYY-MM-DD'),
);
const words = v.pipe(v.string(), v.trim(), v.nonEmpty());
const bothLanguages = v.strictObject({ id: words, en: words });
const webAddress = v.pipe(v.string(), v.url(), v.regex(/^https?:\/\//));
const pattern = v.pipe(
  v.string(),
  v.check((text) => {
    try {
      return Boolean(new RegExp(text));
    } catch {
      return false;
    }
  }, 'not a regular expression'),
);
/** H: primary text or several independent sources; M: one good source; L: weak; U: not confirmed, never shown. */
const confidence = v.picklist(['H', 'M', 'L', 'U']);
const sources = v.pipe(v.array(id), v.minLength(1, 'no fact without a source'));

const surface = v.picklist(['tiktok', 'tiktok-shop', 'shop-tokopedia', 'tokopedia', 'seller', 'elsewhere']);
const kind = v.picklist([
  'video',
  'live',
  'storefront',
  'product',
  'cart',
  'checkout',
  'order',
  'share-link',
  'seller',
  'check',
  'other',
]);

/** One shape of address and what it alone decides; `state` leaves the decision to the page's item. */
const pageRule = v.strictObject({
  id,
  path: pattern,
  query: v.optional(v.record(v.string(), v.string())),
  surface: v.optional(surface),
  kind,
  basket: v.picklist(['yes', 'no', 'unknown', 'state']),
  processor: v.picklist(['tokopedia', 'tiktok-shop', 'none', 'unknown', 'state']),
  /** Why the address leaves the basket unknown: a key of the texts for `unread`. */
  why: v.optional(id),
  /** Whether the page's own route name may tell the kind. */
  routes: v.optional(v.boolean()),
  confidence: v.optional(confidence),
});

const hosts = v.strictObject({
  checked: day,
  domains: v.array(
    v.strictObject({
      domain: v.pipe(v.string(), v.regex(/^[a-z0-9-]+\.[a-z]+$/)),
      owner: v.picklist(['tiktok', 'tokopedia']),
      sources,
    }),
  ),
  hosts: v.array(
    v.strictObject({
      host: v.pipe(v.string(), v.regex(/^[a-z0-9.-]+$/)),
      surface,
      sources,
      confidence,
      pages: v.pipe(v.array(pageRule), v.minLength(1)),
    }),
  ),
  families: v.array(
    v.strictObject({
      ...v.omit(pageRule, ['path']).entries,
      host: pattern,
      path: v.optional(pattern),
      surface,
      sources,
      confidence,
    }),
  ),
});

const pathStep = v.union([v.string(), v.record(v.string(), v.string())]);
const signals = v.strictObject({
  checked: day,
  limits: v.strictObject({
    stateCharacters: v.pipe(v.number(), v.integer(), v.minValue(1)),
    values: v.pipe(v.number(), v.integer(), v.minValue(1)),
    valueCharacters: v.pipe(v.number(), v.integer(), v.minValue(1)),
  }),
  marks: v.array(v.strictObject({ id, element: v.optional(v.string()), title: v.optional(v.string()) })),
  item: v.strictObject({
    state: v.string(),
    address: pattern,
    scopeText: words,
    itemText: words,
    at: v.array(v.string()),
    expected: v.array(v.array(v.string())),
    wordKeys: v.array(v.string()),
    shopKeys: v.array(v.string()),
  }),
  itemSignals: v.array(v.strictObject({ id, at: v.array(pathStep), sources, confidence })),
  anchorTypes: v.strictObject({
    wrapper: v.array(v.string()),
    shop: v.array(v.string()),
    other: v.array(v.string()),
  }),
  textSignals: v.array(v.strictObject({ id, state: v.string(), pattern, sources, confidence })),
  routeKinds: v.record(v.string(), kind),
});

const provision = v.strictObject({
  id,
  subject: id,
  quote: words,
  translation: words,
  plain: bothLanguages,
  caution: v.nullable(v.picklist(['single-copy'])),
  sources,
  confidence,
});

const regulation = v.strictObject({
  id,
  number: words,
  short: bothLanguages,
  title: bothLanguages,
  inForce: v.strictObject({ date: day, confidence }),
  revoked: v.nullable(v.strictObject({ date: day, by: id, confidence })),
  official: v.nullable(webAddress),
  sources,
  provisions: v.array(provision),
});

const letter = v.pipe(v.string(), v.regex(/^[a-z]$/));
const lookalike = v.strictObject({
  checked: day,
  brands: v.array(v.strictObject({ word: words, of: words, typos: v.boolean() })),
  wholeNames: v.array(words),
  confusables: v.record(letter, words),
  digits: v.record(v.pipe(v.string(), v.regex(/^\d$/)), v.pipe(v.string(), v.regex(/^[a-z]+$/))),
  commerceWords: v.array(words),
  ordinaryWords: v.array(words),
  doubtfulWords: v.array(words),
  wordsBeforeToko: v.array(words),
  wordsFromTok: v.array(words),
});

export const rulebookSchema = v.strictObject({
  about: v.strictObject({
    format: v.literal(1),
    version: v.pipe(v.string(), v.regex(/^\d{4}\.\d{2}\.\d{2}(\.\d+)?$/)),
    reviewed: day,
    staleAfterDays: v.pipe(v.number(), v.integer(), v.minValue(1)),
  }),
  sources: v.array(
    v.strictObject({ id, title: words, publisher: words, date: partialDay, address: v.nullable(webAddress) }),
  ),
  hosts,
  signals,
  lookalike,
  phases: v.array(
    v.strictObject({
      id: v.picklist(['own-shop', 'closed', 'transition', 'migrated']),
      from: v.nullable(moment),
      until: v.nullable(moment),
      processor: v.picklist(['tiktok-shop', 'none', 'conflicting', 'as-read']),
      sources,
      confidence,
    }),
  ),
  regulations: v.array(regulation),
  entities: v.array(
    v.strictObject({
      id,
      name: words,
      role: bothLanguages,
      owners: v.array(v.strictObject({ name: words, percent: v.number(), since: day })),
      sources,
      date: day,
      confidence,
    }),
  ),
  statements: v.array(
    v.strictObject({
      id,
      subject: id,
      stance: v.picklist(['for', 'against']),
      speaker: bothLanguages,
      says: bothLanguages,
      date: day,
      sources,
      confidence,
    }),
  ),
});
