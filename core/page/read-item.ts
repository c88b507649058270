import { asText, fieldOf, followPath } from './follow-path';
import type { ItemOutcome, ItemReading, ItemWhere } from './page';
import { parseJson } from './parse-json';
import type { SignalRules } from './signal-rules';
import { stateOfItem } from './state-of-item';

export const unreadItem = (outcome: ItemOutcome): ItemReading => ({
  outcome,
  where: 'page state',
  caption: null,
  signals: [],
  shopKeys: [],
  missing: [],
});

/** The id of the item that an address names, or null. `path` is a URL's pathname. */
export const itemIdIn = (path: string, rules: SignalRules): string | null =>
  new RegExp(rules.item.address).exec(path)?.[1] ?? null;

/**
 * Reads the item whose id is `itemId` out of the text of the page's state script.
 * A text search comes first: state about another item is never parsed.
 *
 * @param parse gives the state, as far as an item needs it; tests hold it against all of the state parsed
 */
export function readItem(
  text: string | undefined,
  itemId: string,
  rules: SignalRules,
  parse: typeof stateOfItem = stateOfItem,
): ItemReading {
  if (text === undefined) return unreadItem('state-absent');
  if (text.length > rules.limits.stateCharacters) return unreadItem('state-too-large');
  if (!text.includes(`"${itemId}"`))
    return withStatus(unreadItem(outcomeWithoutId(text, rules)), () => parse(text, rules), rules);
  const state = parse(text, rules);
  if (state === undefined) return unreadItem('state-not-json');

  const items = rules.item.places
    .map((place) => place.reduce(fieldOf, state))
    .filter((item) => item !== undefined);
  // An item, and this one's id, but not where the rules know items to stand.
  if (items.length === 0) {
    const outcome = text.includes(rules.item.itemText) ? 'new-shape' : outcomeWithoutId(text, rules);
    return withStatus(unreadItem(outcome), () => state, rules);
  }
  const own = items.filter((item) => fieldOf(item, 'id') === itemId);
  const merged = mergeItems(own.map((item) => readItemObject(item, 'page state', rules)));
  if (merged !== null) return merged;
  const outcome = typeof fieldOf(items[0], 'id') === 'string' ? 'other-item' : 'new-shape';
  return withStatus(unreadItem(outcome), () => state, rules);
}

/** The signal of an item that is another than the one that the link to its page names. */
export const anotherThanLinked = 'another-than-linked';

/** Reads the one item that a page's state is about, whatever its address names; null where that is not one item. */
export function readOwnItem(text: string | undefined, rules: SignalRules): ItemReading | null {
  if (text === undefined || text.length > rules.limits.stateCharacters) return null;
  const state = parseJson(text);
  const ids = rules.item.places
    .map((place) => fieldOf(place.reduce(fieldOf, state), 'id'))
    .filter((id): id is string => typeof id === 'string' && /^\d{5,25}$/.test(id));
  const [id, ...others] = new Set(ids);
  return id === undefined || others.length > 0 ? null : readItem(text, id, rules);
}

/** An unread item with what the state says of it: a status other than 0 means that there is no such video to show. */
function withStatus(item: ItemReading, parsed: () => unknown, rules: SignalRules): ItemReading {
  if (item.outcome !== 'unavailable' && item.outcome !== 'new-shape') return item;
  const state = parsed();
  const statuses = rules.item.status.map((place) => place.reduce(fieldOf, state));
  const status = statuses.map(asText).find((code) => /^[1-9]\d{0,9}$/.test(`${code}`));
  if (status === undefined) return item;
  const signal = { signal: 'video-status', values: [status], breaks: [] };
  return { ...item, outcome: 'unavailable', signals: [signal] };
}

/** Reads the signals of an item that was found, wherever it was. */
export function readItemObject(item: unknown, where: ItemWhere, rules: SignalRules): ItemReading {
  const shopKeys = shopKeysIn(item, rules);
  if (shopKeys === null) return unreadItem('new-shape');
  const caption = fieldOf(item, 'desc');
  return {
    outcome: 'read',
    where,
    caption: typeof caption === 'string' ? caption.slice(0, rules.item.captionCharacters) : null,
    signals: rules.itemSignals.map((rule) => followPath(item, rule, rules.limits)),
    shopKeys,
    missing: rules.item.expected
      .filter((names) => names.every((name) => fieldOf(item, name) === undefined))
      .map((names) => names.join('|')),
  };
}

/** The readings of one item found several times, as one: what any of them says counts, so a contradiction shows. */
export function mergeItems(readings: readonly ItemReading[]): ItemReading | null {
  const [first, ...others] = readings;
  if (!first) return null;
  return others.reduce(
    (merged, reading) => ({
      ...merged,
      outcome: merged.outcome === 'read' ? reading.outcome : merged.outcome,
      signals: [...merged.signals, ...reading.signals],
      shopKeys: [...new Set([...merged.shopKeys, ...reading.shopKeys])],
      missing: [...new Set([...merged.missing, ...reading.missing])],
    }),
    first,
  );
}

/** What a state says that does not hold the item: nothing of it was parsed, so this is a text search. */
function outcomeWithoutId(text: string, { item }: SignalRules): ItemOutcome {
  if (!text.trimEnd().endsWith('}')) return 'state-not-json';
  if (text.includes(item.itemText)) return 'other-item';
  return item.scopeTexts.some((scope) => text.includes(scope)) ? 'unavailable' : 'not-in-state';
}

/**
 * Which of the known shop fields stand anywhere in the item, also inside JSON kept as text.
 * Null when the item is nested too deeply to be looked through.
 */
function shopKeysIn(item: unknown, rules: SignalRules): string[] | null {
  const { wordKeys, shopKeys } = rules.item;
  let withoutWords: string;
  try {
    withoutWords = JSON.stringify(item, (key, value) => (wordKeys.includes(key) ? undefined : value));
  } catch {
    return null;
  }
  // A pattern run once over a long text is slow, and most pages hold none of these words at all.
  return shopKeys.filter(
    (key) => withoutWords.includes(key) && new RegExp(`\\b${key}\\\\*"\\s*:`).test(withoutWords),
  );
}
