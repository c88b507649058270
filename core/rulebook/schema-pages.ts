import * as v from 'valibot';
import { bound, confidence, day, id, pattern, sources, unicodePattern, webAddress, words } from './fields';

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

const hostName = v.pipe(v.string(), v.regex(/^[a-z0-9.-]+$/));

/** One shape of address and what it alone decides; `state` leaves the decision to the page's item. */
const pageRule = v.strictObject({
  id,
  path: pattern,
  query: v.optional(v.record(v.string(), v.string())),
  /** Paths of this rule that are only links to the page while nobody has read it. */
  links: v.optional(pattern),
  surface: v.optional(surface),
  kind,
  basket: v.picklist(['yes', 'no', 'unknown', 'state']),
  processor: v.picklist(['tokopedia', 'tiktok-shop', 'none', 'unknown', 'state']),
  /** Why the address leaves the basket unknown: a key of the texts for `unread`. */
  why: v.optional(id),
  /** Whether items are drawn here: one at a time, or as a grid to choose from. */
  items: v.optional(v.picklist(['in-view', 'listed'])),
  /** Whether the page's own route name may tell the kind. */
  routes: v.optional(v.boolean()),
  confidence: v.optional(confidence),
});

export const hosts = v.strictObject({
  checked: day,
  domains: v.array(
    v.strictObject({
      domain: v.pipe(v.string(), v.regex(/^[a-z0-9-]+\.[a-z]+$/)),
      owner: v.picklist(['tiktok', 'tokopedia']),
      sources,
    }),
  ),
  /** Domains of the companies that are no place to buy: whose each is, and what for. */
  owned: v.array(
    v.strictObject({
      domain: hostName,
      owner: v.picklist(['tiktok', 'bytedance', 'tokopedia']),
      role: v.picklist(['share-link', 'safety-page', 'delivery', 'telemetry', 'other']),
      sources,
    }),
  ),
  /** Sites that keep or show copies of other people's pages. */
  archives: v.array(hostName),
  /** Addresses of pages that the browser makes itself: nothing of others can be on them. */
  browserPages: pattern,
  /** Names of machines at hand: what they serve may be a copy of anything. */
  localHosts: pattern,
  /** Parts of paths that are log-in pages, on whatever host of the companies. */
  logIn: v.array(words),
  hosts: v.array(
    v.strictObject({
      host: hostName,
      /** The host whose pages it serves too, by the same rules. */
      as: v.optional(hostName),
      /** Paths that only lead on: what is at hand then is the page that they led to, with an address of its own. */
      forwards: v.optional(pattern),
      surface,
      sources,
      confidence,
      pages: v.array(pageRule),
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

/** As an id or an element's name is written. */
const elementName = v.pipe(
  v.string(),
  v.regex(/^[\w-]+$/, 'a name of letters, digits, dashes and underscores'),
);
/** Parts of one pattern, read without regard to case. */
const alternatives = v.array(unicodePattern);
/** The script in a page finds a scope by its name and by the field that it stands in: both are searched as they are written. */
const plainName = v.pipe(v.string(), v.regex(/^[\w.-]+$/, 'a name of letters, digits, dots and dashes'));
const scopePath = v.tupleWithRest([plainName, plainName, v.string()], v.string());
const pathStep = v.union([v.string(), v.record(v.string(), v.string())]);
export const signals = v.strictObject({
  checked: day,
  limits: v.strictObject({
    stateCharacters: bound(64 << 20),
    /** How much of what follows an item's scope is parsed too. */
    behindCharacters: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1 << 20)),
    values: bound(200),
    valueCharacters: bound(5000),
    /** More nodes, or more characters of text, than anything has that stands in a page's place. */
    sightNodes: bound(10_000),
    sightCharacters: bound(4000),
  }),
  marks: v.array(v.strictObject({ id, element: v.optional(elementName), title: v.optional(v.string()) })),
  /** The link that the page for phones draws for its basket; looked for only where the state has `withText`. */
  drawnLink: v.strictObject({
    id,
    element: v.literal('a'),
    hrefStart: webAddress,
    withText: words,
    sources,
    confidence,
  }),
  item: v.strictObject({
    state: v.string(),
    address: pattern,
    scopeTexts: v.array(words),
    itemText: words,
    places: v.array(scopePath),
    /** Where the state says why it holds no item. */
    status: v.array(scopePath),
    expected: v.array(v.array(v.string())),
    wordKeys: v.array(v.string()),
    // The page's script looks for them by a pattern made of their names.
    shopKeys: v.array(v.pipe(v.string(), v.regex(/^\w+$/, 'a field of letters, digits and underscores'))),
    captionCharacters: bound(500),
    sources,
    confidence,
  }),
  itemSignals: v.array(v.strictObject({ id, at: v.array(pathStep), sources, confidence })),
  /** What pages of a kind hold when they were read: at least one of these states. The kinds that no capture shows have none. */
  pageStates: v.array(
    v.strictObject({
      id,
      surface,
      kinds: v.array(kind),
      states: v.pipe(v.array(words), v.minLength(1)),
      sources,
      confidence,
    }),
  ),
  anchorTypes: v.strictObject({
    wrapper: v.array(v.string()),
    shop: v.array(v.string()),
    other: v.array(v.string()),
  }),
  textSignals: v.array(v.strictObject({ id, state: v.string(), pattern, sources, confidence })),
  routeKinds: v.record(v.string(), kind),
  /** Status of a video's state → what it says of the video. */
  videoStatuses: v.record(v.string(), v.picklist(['private', 'gone', 'not-in-region'])),
});

/**
 * How what stands in a page's place is told from a page: by the marks of challenges, and by the words of titles, headings
 * and beginnings. Lists of patterns are alternatives. Judged outside the page: none of it travels there.
 */
export const looks = v.strictObject({
  checked: day,
  /** Fewer characters of text are nothing to see. */
  least: bound(1000),
  /** From so many characters of text, or of data, a page without its state is a whole one of a new shape. */
  whole: bound(100_000),
  data: bound(100_000),
  /** What a price looks like: of an error page's recommendations, too. */
  prices: alternatives,
  /** Words of buying: where they stand, the page came. */
  goods: alternatives,
  loading: alternatives,
  /** What programs that save pages write into them. */
  saved: alternatives,
  /** Names that the challenges of delivery networks give to their parts. */
  marks: alternatives,
  words: v.strictObject({ challenge: alternatives, 'log-in': alternatives, error: alternatives }),
  sources,
  confidence,
});

/**
 * Fields of an item, in the words that pages use for baskets, goods and videos. Rules from a file may not ask for others:
 * the page's program holds its visitor's data, too.
 */
const fieldWord =
  'id|ids|create|created|time|anchor|anchors|type|types|is|has|ec|e|commerce|video|photo|image|post|shop|goods|product|products|' +
  'basket|cart|status|code|desc|description|title|caption|item|num|count|info|room|live|author|stats|v2|text|extra|music|' +
  'contents|challenges|link|url|seller|region';
const allWords = new RegExp(`^(?:${fieldWord})$`);
const fieldName = v.pipe(
  v.string(),
  v.check(
    (name) =>
      name
        .replace(/([a-z])(?=[A-Z])|([A-Z])(?=[A-Z][a-z])/g, '$1$2_')
        .toLowerCase()
        .split('_')
        .every((word) => allWords.test(word)),
    'not a field of an item that rules may ask for',
  ),
);
const names = v.pipe(v.array(fieldName), v.maxLength(20));
/** Where the page's own program keeps an item, and how far one may look for it. */
export const props = v.strictObject({
  checked: day,
  whole: v.array(names),
  fields: names,
  words: names,
  room: v.strictObject({ hasGoods: names, productCount: names }),
  limits: v.strictObject({
    milliseconds: bound(50),
    reads: bound(100_000),
    levels: bound(1000),
    keys: bound(1000),
    entries: bound(500),
    characters: bound(2_000_000),
    listed: bound(100),
  }),
  sources,
  confidence,
});

const letter = v.pipe(v.string(), v.regex(/^[a-z]$/));
export const lookalike = v.strictObject({
  checked: day,
  why: v.record(words, words),
  brands: v.array(v.strictObject({ word: words, of: words, typos: v.boolean() })),
  wholeNames: v.array(words),
  confusables: v.record(letter, words),
  digits: v.record(v.pipe(v.string(), v.regex(/^\d$/)), v.pipe(v.string(), v.regex(/^[a-z]+$/))),
  commerceWords: v.array(words),
  tradeWords: v.array(words),
  tradeParts: v.array(words),
  untradedWords: v.array(words),
  tradeEndings: v.array(words),
  deliveryDomains: v.array(hostName),
  secondEndings: v.array(words),
  ordinaryWords: v.array(words),
  doubtfulWords: v.array(words),
  wordsBeforeToko: v.array(words),
  wordsFromTok: v.array(words),
  wordsFromO: v.array(words),
  wordsFromPed: v.array(words),
  wordsAfterToko: v.array(words),
  nearLetters: v.record(letter, v.pipe(v.string(), v.regex(/^[a-z]+$/))),
});
