import type { Extent, PageLayout } from './frozen-page';

/** What the capture asks of its script in the page. Places in CSS pixels, waits in milliseconds. */
export type PageCommand =
  /** Notes where the page stands; for the full page also walks down once, `most` device pixels at the furthest, and back to the top. */
  | { readonly do: 'begin'; readonly extent: Extent; readonly most: number }
  /** Waits, scrolls to `y` (null: stays), and waits until that is painted. */
  | { readonly do: 'go'; readonly y: number | null; readonly wait: number }
  /** Puts scroll and focus back and takes the script out of the page. */
  | { readonly do: 'end' };

/** The name under which the script waits in its own world, which the page cannot see. */
export const pageCommandName = 'diBalikKeranjangShots';

/** The page as it lies after a command. */
export interface PageLook {
  /** With `scroll` and `stuck` as they are now. */
  readonly layout: PageLayout;
  /** Where the page stood when the command came: elsewhere than it was left means that somebody scrolled. */
  readonly stoodAt: number;
  /** Content lies elsewhere than at the beginning. A document that only went on growing below has not moved. */
  readonly hasMoved: boolean;
  /** The page's address without its fragment. */
  readonly address: string;
}
