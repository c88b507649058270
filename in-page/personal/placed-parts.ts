import type { Stuck } from '../../core/capture/shots/frozen-page';
import type { Rect } from '../../core/personal/personal-place';
import { ask, read } from '../own-properties';
import type { Walked } from '../shots/stuck-parts';

/** In CSS px: rounding moves nothing by more. */
const jitter = 1;
const mostRepeated = 200;
/** More of the view than this part is no part of a page but something over it. */
const overlay = 0.5;

/** Remembers where in a picture the parts are that keep their place while the page scrolls. */
export class PlacedParts {
  readonly #places = new Map<Element, number>();
  readonly #loose = new Map<Element, { readonly y: number; readonly scrolled: number }>();

  /** @param stuck bars at the edges, which the plan of the shots takes once */
  constructor(
    readonly stuck: Stuck,
    readonly height: number,
  ) {}

  /** The parts that an earlier view showed at another place of the document; CSS px of the viewport. */
  repeated({ held, loose }: Pick<Walked, 'held' | 'loose'>, scrolled: number): Rect[] {
    const again: Rect[] = this.#keptByScript(loose, scrolled);
    for (const { element, rect } of held) {
      const { x, y, width: w, height: h } = rect;
      const isBar = y + h <= this.stuck.top + jitter || y >= this.height - this.stuck.bottom - jitter;
      if (isBar || w < 1 || h < 1 || y >= this.height || y + h <= 0) continue;
      const first = this.#places.get(element);
      if (first === undefined) this.#places.set(element, y + scrolled);
      else if (Math.abs(first - y - scrolled) > jitter) again.push({ x, y, w, h });
    }
    return again.slice(0, mostRepeated);
  }

  /** Those of the loose parts that stand in the view where they stood before the page was scrolled. */
  #keptByScript(loose: Walked['loose'], scrolled: number): Rect[] {
    return loose.flatMap(({ element, rect: { x, y, width: w, height: h } }) => {
      const first = this.#loose.get(element);
      if (first === undefined) this.#loose.set(element, { y, scrolled });
      const isKept =
        first !== undefined &&
        Math.abs(first.scrolled - scrolled) > jitter &&
        Math.abs(first.y - y) <= jitter &&
        y < this.height &&
        y + h > 0;
      return isKept ? [{ x, y, w, h }] : [];
    });
  }
}

/** Whether a window of the page's own, a dialog or its ground, lies over the page. */
export function isOverlaid(document: Document, held: Walked['held']): boolean {
  const dialogs = [...ask(document, 'querySelectorAll', 'dialog, [popover], [aria-modal="true"]')];
  const isOpen = (element: Element): boolean => {
    const { width, height } = ask(element, 'getBoundingClientRect');
    return (
      width > 0 &&
      height > 0 &&
      (isModal(element) || held.some((part) => ask(part.element, 'contains', element)))
    );
  };
  if (dialogs.some(isOpen)) return true;
  const view = read(document, 'defaultView') as Window;
  const { innerWidth: w, innerHeight: h } = view;
  const middle = ask(document, 'elementFromPoint', w / 2, h / 2);
  return held.some(
    ({ element, rect }) =>
      rect.width * rect.height >= w * h * overlay &&
      view.getComputedStyle(element).position === 'fixed' &&
      ask(element, 'contains', middle),
  );
}

function isModal(element: Element): boolean {
  try {
    return ask(element, 'matches', ':modal');
  } catch {
    // A browser that does not know the word: an open dialog may be one.
    return ask(element, 'hasAttribute', 'open');
  }
}
