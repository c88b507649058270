import { findSurface } from '../address/find-surface';
import { readUrl } from '../address/read-url';
import type { Rulebook } from '../rulebook/rulebook';
import { type Look, lookOf } from './look';
import type { ItemReading, Page, Reading, SeenPage } from './page';
import { anotherThanLinked, itemIdIn, readOwnItem } from './read-item';
import { readSignals } from './read-signals';

type Rules = Pick<Rulebook, 'signals' | 'looks' | 'hosts'>;

/** All that is read of a page, with what it looks like. The result keeps none of the page's texts. */
export function readPage(page: Page, rules: Rules): Reading {
  const read = readSignals(page, rules.signals);
  return { ...read, item: itemLedTo(page, read.item, rules), look: lookOf(page.sight, rules.looks) };
}

/**
 * An address that only leads on is never a page's own: the page at hand is the one that it led to, and what counts is
 * that page's one item. No state of an earlier page can be left there, as no page of ours ever stood there. That the
 * link names another item is kept beside it.
 */
function itemLedTo({ address, states }: Page, item: ItemReading, { signals, hosts }: Rules): ItemReading {
  if (states === null || (item.outcome !== 'not-asked' && item.outcome !== 'other-item')) return item;
  const url = readUrl(address);
  if (url === null || !findSurface(url, hosts).forwards) return item;
  const own = readOwnItem(states[signals.item.state], signals);
  if (own === null || itemIdIn(url.pathname, signals) === null) return own ?? item;
  return { ...own, signals: [...own.signals, { signal: anotherThanLinked, values: ['yes'], breaks: [] }] };
}

/** What a page looks like while its program has not drawn it yet. */
const isEarly: ReadonlySet<Look | null> = new Set(['empty', 'bare', 'too-little', 'wordless']);

/** The reading of a page that its script told of; the words of its sight end here. */
export function readingOf({ sight, isLast, ...read }: SeenPage, { looks }: Pick<Rules, 'looks'>): Reading {
  const look = lookOf(sight, looks);
  return { ...read, look: !isLast && isEarly.has(look) ? 'not-yet' : look };
}

/** A page whose sight has become a look: nothing is left of its words. */
export const looked = (page: Page, rules: Rules['looks']): Page => ({
  ...page,
  sight: lookOf(page.sight, rules),
});
