import { readUrl } from '../address/read-url';
import type { Page, Reading } from './page';
import { itemIdIn, readItem, unreadItem } from './read-item';
import type { SignalRules } from './signal-rules';

/**
 * Reads a page's signals by the rulebook. Interprets nothing, throws nothing, whatever the page holds.
 * The result keeps none of the page's texts beyond the signals' own short values.
 */
export function readSignals(page: Page, rules: SignalRules): Omit<Reading, 'look'> {
  const states = page.states ?? {};
  const url = readUrl(page.address);
  const itemId = page.states && url ? itemIdIn(url.pathname, rules) : null;
  return {
    address: page.address,
    wasRead: page.states !== null,
    marks: page.marks,
    states: Object.keys(states),
    item:
      itemId === null
        ? unreadItem(states[rules.item.state]?.includes(rules.item.itemText) ? 'other-item' : 'not-asked')
        : readItem(states[rules.item.state], itemId, rules),
    room: null,
    drawnLink: page.drawnLink?.slice(0, rules.limits.valueCharacters) ?? null,
    status: page.status,
    texts: rules.textSignals.map((rule) => {
      const text = states[rule.state];
      const isReadable = text !== undefined && text.length <= rules.limits.stateCharacters;
      const value = isReadable ? new RegExp(rule.pattern).exec(text)?.[1] : undefined;
      return { signal: rule.id, values: value === undefined ? [] : [value], breaks: [] };
    }),
  };
}
