import type { Rect } from '../../core/personal/personal-place';
import { ask, read } from '../own-properties';

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The element around a node; of what stands in a shadow root itself, the element that has the root. */
export const elementAround = (node: Node): Element | null => read(node, 'parentElement') ?? hostOver(node);

/** The element around another one as it is drawn: through slots and out of shadow roots. */
export const drawnParent = (element: Element): Element | null =>
  read(element, 'assignedSlot') ?? elementAround(element);

function hostOver(node: Node): Element | null {
  const root = read(node, 'parentNode');
  return root === null ? null : (read(root as ShadowRoot, 'host') ?? null);
}

/** The window that draws a node. */
export const viewOf = (node: Node): Window =>
  read(read(node, 'ownerDocument') as Document, 'defaultView') as Window;

/** Whether anything of an element can be seen: not hidden, and not wholly transparent. */
export function isDrawn(element: Element): boolean {
  const view = viewOf(element);
  const { display, visibility } = view.getComputedStyle(element);
  if (visibility !== 'visible') return false;
  // An element without a box of its own counts as unseen for the browser, whatever is drawn in it.
  const around = display === 'contents' ? drawnParent(element) : null;
  if (around !== null) return isDrawn(around) || view.getComputedStyle(around).visibility !== 'visible';
  const words = { opacityProperty: true, checkOpacity: true } as CheckVisibilityOptions;
  if (ask(element, 'checkVisibility', words) ?? true) return true;
  // What stands in the top layer is drawn there, whatever is around it in the document.
  if (!ask(element, 'checkVisibility')) return false;
  for (let at: Element | null = element; at !== null; at = drawnParent(at)) {
    if (Number(view.getComputedStyle(at).opacity) === 0) return false;
    if (isOnTop(at)) return true;
  }
  return false;
}

/** What cuts nothing off, whatever its style says. */
const uncut = /^(?:inline|contents|ruby.*|inline-table|table(?!-cell$|-caption$).*)$/;

/** In the top layer nothing around an element cuts it off. */
function isOnTop(element: Element): boolean {
  try {
    return ask(element, 'matches', ':modal, :popover-open, :fullscreen');
  } catch {
    // A browser that does not know one of the words: it may well be on top.
    return ask(element, 'hasAttribute', 'popover') || read(element, 'localName') === 'dialog';
  }
}

/**
 * What of a box is not cut off by the scrolling and clipping elements around `element`, in CSS pixels of the viewport;
 * null for nothing. In doubt nothing is taken to be cut off. `isOwn`: the box is the element's own.
 */
export function clipped(box: Box, element: Element, isOwn: boolean): Box | null {
  const document = read(element, 'ownerDocument');
  const documentElement = read(document, 'documentElement');
  const body = read(document, 'body');
  const view = viewOf(element);
  let { left, top, right, bottom } = box;
  /** Out of the flow: only what holds the element's position can cut it off. */
  let isLoose = false;
  let at: Element | null = element;
  let skips = isOwn;
  while (at !== null && at !== documentElement && at !== body) {
    const { position, transform, display, overflowX, overflowY } = view.getComputedStyle(at);
    const holds = position !== 'static' || (transform !== 'none' && display !== 'inline');
    if (!skips && !(isLoose && !holds)) {
      isLoose = false;
      const frame = ask(at, 'getBoundingClientRect');
      const cuts = (overflow: string) => /^(?:hidden|auto|scroll)$/.test(overflow) && !uncut.test(display);
      if (cuts(overflowX)) {
        left = Math.max(left, frame.left);
        right = Math.min(right, frame.right);
      }
      if (cuts(overflowY)) {
        top = Math.max(top, frame.top);
        bottom = Math.min(bottom, frame.bottom);
      }
    }
    if (right <= left || bottom <= top) return null;
    if (position === 'fixed' || isOnTop(at)) return { left, top, right, bottom };
    if (position === 'absolute') isLoose = true;
    skips = false;
    at = drawnParent(at);
  }
  return right <= left || bottom <= top ? null : { left, top, right, bottom };
}

/** Whether an element keeps its place while the page scrolls. */
function isStuck(element: Element): boolean {
  const view = viewOf(element);
  for (let at: Element | null = element; at !== null; at = drawnParent(at))
    if (/^(?:fixed|sticky)$/.test(view.getComputedStyle(at).position)) return true;
  return false;
}

/**
 * Where a box of the viewport lies in the document. What does not scroll with the page lies in more than one place: where
 * it is now, and where it is in a picture of the whole page, at its head or its end.
 */
export function inDocument({ left, top, right, bottom }: Box, element: Element): Rect[] {
  const { scrollX, scrollY, innerHeight } = viewOf(element);
  const rect = { x: left + scrollX, y: top + scrollY, w: right - left, h: bottom - top };
  if (!isStuck(element)) return [rect];
  const isLow = (top + bottom) / 2 > innerHeight / 2;
  const end = Math.max(
    0,
    read(read(read(element, 'ownerDocument'), 'documentElement'), 'scrollHeight') - innerHeight,
  );
  const other = { ...rect, y: isLow ? end + top : top };
  return Math.abs(other.y - rect.y) < 1 ? [rect] : [rect, other];
}

/** Boxes of one text joined where they go on in one line. */
export function joinLines(boxes: readonly Box[]): Box[] {
  const lines: Box[] = [];
  for (const box of boxes) {
    const height = box.bottom - box.top;
    const n = lines.findIndex((line) => {
      const shared = Math.min(line.bottom, box.bottom) - Math.max(line.top, box.top);
      const between = Math.max(line.left, box.left) - Math.min(line.right, box.right);
      return shared > Math.min(height, line.bottom - line.top) / 2 && between <= height;
    });
    const line = lines[n];
    if (line === undefined) lines.push(box);
    else
      lines[n] = {
        left: Math.min(line.left, box.left),
        top: Math.min(line.top, box.top),
        right: Math.max(line.right, box.right),
        bottom: Math.max(line.bottom, box.bottom),
      };
  }
  return lines;
}
