import type { PageLayout, Stuck } from './frozen-page';
import type { PageLook } from './page-command';

/** What became of a page while it was captured; null: it stayed as it was. */
export type PageChange =
  /** Content lies elsewhere, or somebody scrolled, zoomed or sized the window. */
  | { readonly what: 'moved' }
  /** Another item is judged than at the beginning. */
  | { readonly what: 'item' }
  /** More of the view changed than may be covered. */
  | { readonly what: 'unsettled' }
  /** The document goes on further below; what was there has not moved. */
  | { readonly what: 'grown' }
  /** Parts stick further into view than was known. */
  | { readonly what: 'stuck'; readonly stuck: Stuck }
  | null;

/** Differences that rounding makes, CSS pixels. */
const tolerance = 1;

/**
 * @param known the layout by which the shots were planned
 * @param look the page as it lies now
 * @param isOneView only what is in view is taken: where its content lies is followed otherwise
 * @param leftAt where the page was left after the last command; null: it was not scrolled yet
 */
export function changeOf(
  known: PageLayout,
  look: PageLook,
  leftAt: number | null,
  isOneView = false,
): PageChange {
  const now = look.layout;
  const grown = now.document.h - known.document.h;
  const isMoved =
    (!isOneView && (look.hasMoved || grown < -tolerance)) ||
    now.dpr !== known.dpr ||
    Math.abs(now.viewport.w - known.viewport.w) > tolerance ||
    Math.abs(now.viewport.h - known.viewport.h) > tolerance ||
    Math.abs(now.scroll.x - known.scroll.x) > tolerance ||
    (leftAt !== null && Math.abs(look.stoodAt - leftAt) > tolerance);
  if (isMoved) return { what: 'moved' };
  const stuck = furthest(known.stuck, now.stuck);
  if (stuck.top > known.stuck.top + tolerance || stuck.bottom > known.stuck.bottom + tolerance)
    return { what: 'stuck', stuck };
  return grown > tolerance ? { what: 'grown' } : null;
}

export const furthest = (one: Stuck, other: Stuck): Stuck => ({
  top: Math.max(one.top, other.top),
  bottom: Math.max(one.bottom, other.bottom),
});
