import type { Stuck } from '../../core/capture/shots/frozen-page';
import { ask, read } from '../own-properties';

/** What a walk over the page's elements gives: what sticks, and the elements that scroll with the page. */
export interface Walked {
  readonly stuck: Stuck;
  readonly scrolling: readonly Element[];
  /** Fixed and sticky parts that are drawn, with where they are in the viewport; of one within another the outer. */
  readonly held: readonly Part[];
  /** Parts out of the page's flow that scroll with it, unless a script keeps them in view. */
  readonly loose: readonly Part[];
  /** A large part scrolls by itself: what it does not show is in no view of the page. */
  readonly scrollsInside: boolean;
}

interface Part {
  readonly element: Element;
  readonly rect: DOMRect;
}

/** Higher than this part of the viewport it is no bar at an edge but something beside or over the content. */
const mostOfView = 0.4;
/** In CSS px, a side of what may be a dialog, and what a part may hide before it is told. */
const leastLoose = 40;
const leastHidden = 40;
/** Nothing casts a shadow further than this. */
const mostShadow = 40;

/** `heir`: a child of a fixed part without a size or look of its own, so its children are what is seen. */
type Held = 'no' | 'yes' | 'heir';

/** Looks at every drawn element once, open shadow trees included. Reads only. */
export function walkPage(view: Window): Walked {
  const { document, innerHeight: height } = view;
  const stuck = { top: 0, bottom: 0 };
  const scrolling: Element[] = [];
  const drawn: Part[] = [];
  const loose: Part[] = [];
  let scrollsInside = false;
  const stack: [ParentNode, Held][] = [[read(document, 'documentElement'), 'no']];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const [parent, above] = next;
    for (const element of read(parent, 'children')) {
      // By its owner: Firefox refuses the function alone.
      const style = view.getComputedStyle(element);
      if (style.display === 'none') continue;
      const holds = above === 'heir' || style.position === 'fixed' || style.position === 'sticky';
      let held: Held = above === 'no' ? 'no' : 'yes';
      if (holds) {
        const rect = ask(element, 'getBoundingClientRect');
        held = rect.height < 1 || rect.width < 1 || isBareFrame(rect, style, view) ? 'heir' : 'yes';
        if (held === 'yes' && isDrawn(style)) {
          note(rect, style, height, stuck);
          if (above !== 'yes') drawn.push({ element, rect });
        }
      }
      if (held === 'no') scrolling.push(element);
      if (held === 'no' && style.position === 'absolute' && isDrawn(style)) {
        const rect = ask(element, 'getBoundingClientRect');
        if (rect.width >= leastLoose && rect.height >= leastLoose) loose.push({ element, rect });
      }
      scrollsInside ||= /auto|scroll/.test(style.overflowY) && hidesMuch(element, view);
      stack.push([element, held]);
      const shadow = read(element, 'shadowRoot');
      if (shadow) stack.push([shadow, held]);
    }
  }
  return { stuck, scrolling, held: drawn, loose, scrollsInside };
}

/** Whether an element that scrolls takes much of the view and holds more than it shows. */
function hidesMuch(element: Element, { innerWidth, innerHeight }: Window): boolean {
  if (read(element, 'scrollHeight') < read(element, 'clientHeight') + leastHidden) return false;
  const { width, height } = ask(element, 'getBoundingClientRect');
  return width * height >= innerWidth * innerHeight * mostOfView;
}

/** What only holds other parts, and shows nothing of its own, as the frame for messages that many pages have. */
const isBareFrame = ({ width, height }: DOMRect, style: CSSStyleDeclaration, view: Window): boolean =>
  width * height > view.innerWidth * view.innerHeight * mostOfView &&
  /^(?:transparent|rgba\(\d+, \d+, \d+, 0\))$/.test(style.backgroundColor) &&
  style.backgroundImage === 'none';

const isDrawn = ({ visibility, opacity }: CSSStyleDeclaration): boolean =>
  visibility === 'visible' && opacity !== '0';

function note(
  rect: DOMRect,
  style: CSSStyleDeclaration,
  height: number,
  stuck: { top: number; bottom: number },
): void {
  if (rect.bottom <= 0 || rect.top >= height) return;
  const isSticky = style.position === 'sticky';
  const shadow = shadowOf(style.boxShadow);
  // A sticky part is at its own place until scrolling has brought it to where it sticks, or its end pushes it beyond.
  if (rect.bottom <= height * mostOfView && (!isSticky || rect.top <= Number.parseFloat(style.top) + 1))
    stuck.top = Math.max(stuck.top, Math.min(rect.bottom + shadow, height * mostOfView));
  if (
    rect.top >= height * (1 - mostOfView) &&
    (!isSticky || rect.bottom >= height - Number.parseFloat(style.bottom) - 1)
  )
    stuck.bottom = Math.max(stuck.bottom, Math.min(height - rect.top + shadow, height * mostOfView));
}

/** How far a shadow reaches above or below, from its computed value: `rgba(0, 0, 0, 0.2) 0px 2px 8px 0px, …`. */
function shadowOf(boxShadow: string): number {
  let most = 0;
  for (const [, y, blur, spread] of boxShadow.matchAll(
    /-?[\d.]+px (-?[\d.]+)px ([\d.]+)px (-?[\d.]+)px(?! inset)/g,
  ))
    most = Math.max(most, Math.abs(Number(y)) + Number(blur) + Number(spread));
  return Math.min(most, mostShadow);
}
