import type { Rulebook } from '../rulebook/rulebook';
import { type Look, lookOf } from './look';
import type { Page, Reading, SeenPage } from './page';
import { readSignals } from './read-signals';

type Rules = Pick<Rulebook, 'signals' | 'looks'>;

/** All that is read of a page, with what it looks like. The result keeps none of the page's texts. */
export const readPage = (page: Page, { signals, looks }: Rules): Reading => ({
  ...readSignals(page, signals),
  look: lookOf(page.sight, looks),
});

/** What a page looks like while its program has not drawn it yet. */
const isEarly: ReadonlySet<Look | null> = new Set(['empty', 'too-little']);

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
