import type { Rect } from '../../personal/personal-place';
import type { Extent, PageLayout } from './frozen-page';

/** What the capture asks of its script in the page. Places in CSS pixels, waits in milliseconds. */
export type PageCommand =
  /** Notes where the page stands; for the full page also walks down once, `most` device pixels at the furthest, and back to the top. */
  | { readonly do: 'begin'; readonly extent: Extent; readonly most: number }
  /** Waits, scrolls to `y` (null: stays), and waits until that is painted. */
  | { readonly do: 'go'; readonly y: number | null; readonly wait: number }
  /** Follows from now on all that changes in view. */
  | { readonly do: 'watch' }
  /** Ends that and tells what changed. */
  | { readonly do: 'tell' }
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
  /** Parts that keep their place while scrolling, where the picture has them already; CSS pixels of the viewport. */
  readonly repeated: readonly Rect[];
  /** A large part of the page scrolls by itself. */
  readonly scrollsInside: boolean;
  /** A window of the page's own lies over the page. */
  readonly isOverlaid: boolean;
  /** After `tell`: every box that changed or moved, with the ground it covered; CSS pixels of the document. */
  readonly changed: readonly Rect[];
  /** Which part of the view they take, 0 to 1. */
  readonly partChanged: number;
  /** After `tell`: the page's data or address may have been those of another item meanwhile. */
  readonly hasOtherData: boolean;
  /** The page's address without its fragment. */
  readonly address: string;
}
