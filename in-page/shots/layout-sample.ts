import { ask, read } from '../own-properties';

/** Where some elements of a page lay in the document at one moment, CSS pixels. */
export interface LayoutSample {
  readonly of: readonly {
    readonly element: Element;
    readonly x: number;
    readonly y: number;
    readonly h: number;
  }[];
}

const most = 300;
/** Rounding moves nothing by more, CSS pixels. */
const jitter = 1;
/** A clock or a moving picture is not the page: so many may move, and this part of the sample. */
const fewMoved = 2;
const partMoved = 0.03;

/** A sample spread evenly over the elements, in the order of the page. */
export function takeSample(elements: readonly Element[], left: number, scrolled: number): LayoutSample {
  const step = Math.max(1, elements.length / most);
  const of = [];
  for (let place = 0; place < elements.length; place += step) {
    const element = elements[Math.floor(place)] as Element;
    const { x, top, height } = ask(element, 'getBoundingClientRect');
    if (height > 0) of.push({ element, x: x + left, y: top + scrolled, h: height });
  }
  return { of };
}

/**
 * Whether the page's content lies elsewhere now, sideways too, or is higher or lower. Elements that are gone count
 * only when most are: long lists take out of the document what is far from view, and what is left stays in its place.
 */
export function hasMoved({ of }: LayoutSample, left: number, scrolled: number): boolean {
  const there = of.filter(({ element }) => read(element, 'isConnected'));
  if (there.length < of.length / 2) return true;
  const last = there.at(-1)?.element ?? null;
  const moved = there.filter(({ element, x, y, h }) => {
    const { x: now, top, height } = ask(element, 'getBoundingClientRect');
    // What stands around the last element grows with what is added below, which moves nothing.
    const mayGrow = element !== last && ask(element, 'contains', last);
    if (Math.abs(now + left - x) > jitter) return true;
    return Math.abs(top + scrolled - y) > jitter || (!mayGrow && Math.abs(height - h) > jitter);
  });
  return moved.length > Math.max(fewMoved, of.length * partMoved);
}

/** A short text that differs where the sample does (FNV-1a, 32 bits: to compare, not to prove). */
export function digestOf({ of }: LayoutSample, ...more: readonly number[]): string {
  let hash = 0x811c9dc5;
  for (const number of [...more, ...of.flatMap(({ y, h }) => [y, h])]) {
    hash = Math.imul(hash ^ (Math.round(number) & 0xffff), 0x01000193);
    hash = Math.imul(hash ^ ((Math.round(number) >>> 16) & 0xffff), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}
