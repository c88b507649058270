import { fieldOf, followPath } from './follow-path';
import type { ItemOutcome, Reading } from './page';
import { parseJson } from './parse-json';
import type { SignalRules } from './signal-rules';

type ItemReading = Reading['item'];

const nothing = (outcome: ItemOutcome): ItemReading => ({ outcome, signals: [], shopKeys: [], missing: [] });

/** The id of the item that an address names, or null. `path` is a URL's pathname. */
export const itemIdIn = (path: string, rules: SignalRules): string | null =>
  new RegExp(rules.item.address).exec(path)?.[1] ?? null;

/**
 * Reads the item whose id is `itemId` out of the text of the page's state script.
 * A text search comes first: state about another item is never parsed.
 */
export function readItem(text: string | undefined, itemId: string, rules: SignalRules): ItemReading {
  const { item, limits } = rules;
  if (text === undefined) return nothing('state-absent');
  if (text.length > limits.stateCharacters) return nothing('state-too-large');
  if (!text.includes(`"${itemId}"`)) return nothing(outcomeWithoutId(text, rules));
  const state = parseJson(text);
  if (state === undefined) return nothing('state-not-json');

  let found: unknown = state;
  for (const name of item.at) found = fieldOf(found, name);
  const id = fieldOf(found, 'id');
  if (typeof id !== 'string')
    return nothing(found === undefined ? outcomeWithoutId(text, rules) : 'new-shape');
  if (id !== itemId) return nothing('other-item');

  const shopKeys = shopKeysIn(found, rules);
  if (shopKeys === null) return nothing('new-shape');
  return {
    outcome: 'read',
    signals: rules.itemSignals.map((rule) => followPath(found, rule, limits)),
    shopKeys,
    missing: item.expected
      .filter((names) => names.every((name) => fieldOf(found, name) === undefined))
      .map((names) => names.join('|')),
  };
}

/** What a state says that does not hold the item: nothing of it was parsed, so this is a text search. */
function outcomeWithoutId(text: string, { item }: SignalRules): ItemOutcome {
  if (!text.trimEnd().endsWith('}')) return 'state-not-json';
  if (text.includes(item.itemText)) return 'other-item';
  return text.includes(item.scopeText) ? 'unavailable' : 'not-in-state';
}

/**
 * Which of the known shop fields stand anywhere in the item, also inside JSON kept as text.
 * Null when the item is nested too deeply to be looked through.
 */
function shopKeysIn(found: unknown, { item }: SignalRules): string[] | null {
  let withoutWords: string;
  try {
    withoutWords = JSON.stringify(found, (key, value) => (item.wordKeys.includes(key) ? undefined : value));
  } catch {
    return null;
  }
  return item.shopKeys.filter((key) => new RegExp(`\\b${key}\\\\*"\\s*:`).test(withoutWords));
}
