import { type Box, viewOf } from './drawn-rects';

/** A shadow nearer than this lies within what is covered anyway, CSS px. */
const near = 3;

/** Where a text of an element is drawn beside a box of its own: there, and once more for each shadow that may be read. */
export function shadowsOf(element: Element): ((box: Box) => Box)[] {
  const { textShadow } = viewOf(element).getComputedStyle(element);
  const itself = (box: Box) => box;
  if (textShadow === 'none' || textShadow === '') return [itself];
  const shadows = [...textShadow.matchAll(/(-?[\d.]+)px (-?[\d.]+)px ([\d.]+)px/g)].flatMap(
    ([, right, down, blur]) => {
      const [dx, dy, wide] = [Number(right), Number(down), Number(blur)];
      if (Math.abs(dx) <= near && Math.abs(dy) <= near) return [];
      return ({ left, top, right: end, bottom }: Box): Box => ({
        left: left + dx - wide,
        top: top + dy - wide,
        right: end + dx + wide,
        bottom: bottom + dy + wide,
      });
    },
  );
  return [itself, ...shadows];
}
