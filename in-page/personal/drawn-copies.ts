import { ask, read } from '../own-properties';
import { type Box, drawnParent, viewOf } from './drawn-rects';

/** A copy nearer than this lies within what is covered anyway, CSS px. */
const near = 3;
/** How far a filter that cannot be read may move what it draws, CSS px. */
const mostMoved = 200;

type Copy = (box: Box) => Box;
const itself: Copy = (box) => box;

/**
 * Where parts of a page are drawn beside their own boxes: once more for each shadow of a text, each drop shadow and each
 * reflection of what is around them. For one pass over a page, whose styles it remembers.
 */
export class DrawnCopies {
  readonly #around = new Map<Element, readonly Copy[]>();

  /** A box of a text or of an element itself, and the boxes of its copies. */
  of(box: Box, element: Element): Box[] {
    const { textShadow } = viewOf(element).getComputedStyle(element);
    const shadows = textShadow === 'none' || textShadow === '' ? [] : shifts(textShadow, scaleOf(element));
    return [itself, ...shadows, ...this.#copies(element)].map((copy) => copy(box));
  }

  #copies(element: Element | null): readonly Copy[] {
    if (element === null) return [];
    const known = this.#around.get(element);
    if (known !== undefined) return known;
    const outer = this.#copies(drawnParent(element));
    const own = copiesBy(element);
    const all = own.length === 0 ? outer : [...own, ...outer];
    this.#around.set(element, all);
    return all;
  }
}

/** The copies that an element's style makes of all that is in it. */
function copiesBy(element: Element): Copy[] {
  const style = viewOf(element).getComputedStyle(element);
  const { filter } = style;
  const copies: Copy[] = [];
  if (filter !== 'none' && filter !== '') {
    const drops = [...filter.matchAll(/drop-shadow\([^;]*?px [^;]*?px [^;]*?px/g)].join();
    copies.push(...shifts(drops, scaleOf(element)));
    if (filter.includes('url(')) copies.push(spread);
  }
  const reflect = style.getPropertyValue('-webkit-box-reflect');
  if (reflect !== 'none' && reflect !== '')
    copies.push(mirrored(reflect, ask(element, 'getBoundingClientRect')));
  return copies;
}

/** By the offsets that a style writes, `0px 40px 2px`. */
const shifts = (written: string, scale: number): Copy[] =>
  [...written.matchAll(/(-?[\d.]+)px (-?[\d.]+)px ([\d.]+)px/g)].flatMap(([, right, down, blur]) => {
    const [dx, dy, wide] = [Number(right) * scale, Number(down) * scale, Number(blur) * scale];
    if (Math.abs(dx) <= near && Math.abs(dy) <= near) return [];
    return ({ left, top, right: end, bottom }: Box): Box => ({
      left: left + dx - wide,
      top: top + dy - wide,
      right: end + dx + wide,
      bottom: bottom + dy + wide,
    });
  });

const spread: Copy = ({ left, top, right, bottom }) => ({
  left: left - mostMoved,
  top: top - mostMoved,
  right: right + mostMoved,
  bottom: bottom + mostMoved,
});

/** A reflection below, above, left or right of what is reflected, so many px apart. */
function mirrored(reflect: string, whole: Box): Copy {
  const [side = 'below', apart = '0'] = reflect.split(' ');
  const gap = Number.parseFloat(apart) || 0;
  return ({ left, top, right, bottom }) => {
    if (side === 'below' || side === 'above') {
      const sum = side === 'below' ? 2 * whole.bottom + gap : 2 * whole.top - gap;
      return { left, right, top: sum - bottom, bottom: sum - top };
    }
    const sum = side === 'right' ? 2 * whole.right + gap : 2 * whole.left - gap;
    return { top, bottom, left: sum - right, right: sum - left };
  };
}

/** How much larger an element is drawn than it is laid out. */
function scaleOf(element: Element): number {
  for (let at: Element | null = element; at !== null; at = drawnParent(at)) {
    const laid = read(at as HTMLElement, 'offsetWidth');
    if (laid > 0) return ask(at, 'getBoundingClientRect').width / laid;
  }
  return 1;
}
