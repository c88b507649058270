import type { Rect } from '../../personal/personal-place';
import type { Extent, PageLayout } from './frozen-page';

/** Pixels a side that every browser's canvas and encoder were measured to hold. */
export const sideLimit = 16_384;
/** Rows kept free at the seams: scroll positions and heights of a page are rounded by a row or two. */
const slack = 2;
/** Less than this part of the viewport between stuck parts is no view of the page: then they are taken for content. */
const leastView = 0.1;

/** One picture of the visible part, and the rows of the stitched picture that are taken from it. */
export interface Shot {
  /** Where to scroll, CSS pixels from the document's top. */
  readonly scroll: number;
  /** The strip's first row in the stitched picture and in the document, and how many rows it has. */
  readonly from: number;
  readonly inDocument: number;
  readonly rows: number;
  /** The rows of the shot that no stuck part covers, from above: at the page's ends the stuck part belongs there. */
  readonly free: { readonly from: number; readonly until: number };
}

/** How a page is taken: which shots, and the stitched picture's size in pixels. */
export interface ShotPlan {
  readonly width: number;
  readonly height: number;
  /** Pixels of the picture a CSS pixel. */
  readonly scale: number;
  /** What of the document is taken, CSS pixels. */
  readonly part: Rect;
  readonly wasCut: boolean;
  readonly shots: readonly Shot[];
}

/**
 * The shots that together show the page once, each row from exactly one of them. Parts that stick to the viewport's
 * upper and lower edge are left out of all shots but the first (above) and the last (below). Null when the page is
 * wider than a picture can be, or has no size.
 */
export function planShots(layout: PageLayout, extent: Extent): ShotPlan | null {
  const { viewport, scroll, dpr: scale } = layout;
  const width = wholePixels(viewport.w * scale);
  const view = wholePixels(viewport.h * scale);
  if (width < 1 || view < 1 || width > sideLimit) return null;
  const shots = extent === 'visible' ? [visibleShot(layout, view)] : fullShots(layout, view);
  const last = shots.at(-1) as Shot;
  const height = last.from + last.rows;
  return {
    width,
    height,
    scale,
    part: { x: scroll.x, y: extent === 'visible' ? scroll.y : 0, w: width / scale, h: height / scale },
    wasCut: extent === 'full' && height < documentRows(layout, view),
    shots,
  };
}

/** A browser's sizes are fractions of which only the product with the ratio is whole: 266.6667 × 3. */
const wholePixels = (pixels: number): number => Math.floor(pixels + 0.01);

const visibleShot = ({ scroll, dpr }: PageLayout, view: number): Shot => {
  const rows = Math.min(view, sideLimit);
  const inDocument = Math.round(scroll.y * dpr);
  return { scroll: scroll.y, from: 0, inDocument, rows, free: { from: 0, until: rows } };
};

/** Rows of the document, as the last shot of it would end: its height less the viewport's is where scrolling ends. */
const documentRows = ({ document, viewport, dpr }: PageLayout, view: number): number =>
  Math.round(Math.max(0, document.h - viewport.h) * dpr) + view;

function fullShots(layout: PageLayout, view: number): Shot[] {
  const whole = documentRows(layout, view);
  const wanted = Math.min(whole, sideLimit);
  const { from, until } = freeRows(layout, view);
  // Where the page is cut, too, the last shot is shown to its lower edge: what sticks there is the end of the picture.
  const lastScroll = Math.min(whole - view, wanted - view + slack);
  const shots: Shot[] = [];
  for (let covered = 0; covered < wanted; ) {
    const isFirst = covered === 0;
    const scroll = isFirst ? 0 : Math.min(covered - from - slack, lastScroll);
    const isLast = scroll === lastScroll;
    const free = { from: isFirst ? 0 : from, until: isLast ? view : until };
    const end = Math.min(scroll + free.until - (isLast ? 0 : slack), wanted);
    shots.push({
      scroll: scroll / layout.dpr,
      from: covered,
      inDocument: covered,
      rows: end - covered,
      free,
    });
    covered = end;
  }
  return shots;
}

function freeRows({ stuck, dpr }: PageLayout, view: number): { from: number; until: number } {
  const from = Math.ceil(stuck.top * dpr);
  const until = view - Math.ceil(stuck.bottom * dpr);
  return until - from - 2 * slack >= Math.max(view * leastView, 1)
    ? { from, until }
    : { from: 0, until: view };
}

/**
 * The row of a shot at which its strip begins, for the place (CSS pixels) that the page really scrolled to. Null when
 * the strip would reach under a stuck part or out of the shot: the page did not scroll to where it was asked to.
 */
export function rowInShot({ inDocument, rows, free }: Shot, scrolled: number, scale: number): number | null {
  const row = inDocument - Math.round(scrolled * scale);
  return row >= free.from && row + rows <= free.until ? row : null;
}
