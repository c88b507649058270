import { samePage } from '../../core/address/same-address';
import { ask, read } from '../own-properties';
import { DrawnCopies } from '../personal/drawn-copies';
import { type Box, clipped, elementAround, isDrawn, viewOf } from '../personal/drawn-rects';
import type { ShadowOf } from '../personal/walk-page';
import { drawingOf } from './own-drawing';

/** In CSS px: less is rounding. */
const jitter = 0.75;
/** So much of the view's height and width around it is followed too, as it may come in. */
const around = 1;
/** In ms, between two looks at everything that is followed, however often the page changes. */
const rest = 8;
/** In ms: a page that gives us no look for so long has drawn what we did not see, where it moves by itself. */
const mostBlind = 150;

interface Followed {
  box: Box | null;
  /** What is shown there: other words in the same box are a change too. */
  shown: string;
}

/** What was seen while a page was watched. */
export interface Changes {
  /** The changed boxes, in CSS px of the viewport. */
  readonly boxes: readonly Box[];
  /** What is drawn could not be followed: the browser drew what stands in no document, or moved parts while we slept. */
  readonly isBlind: boolean;
  /** The page's data, or its address, may be those of another item. */
  readonly hasOtherData: boolean;
}

/**
 * Follows all that is drawn in and around the view, and notes every box whose content or place changed, with all the
 * ground it covered meanwhile. A picture that was taken while it watched may show any of it.
 */
export class ChangeWatch {
  readonly #followed = new Map<Node, Followed>();
  readonly #changed = new Map<Node, Box>();
  readonly #observer: MutationObserver;
  readonly #address: string;
  #nextLook = 0;
  #lastLook: number;
  #isBlind = false;
  #hasOtherData = false;
  #copies = new DrawnCopies();

  constructor(
    readonly document: Document,
    readonly shadowOf: ShadowOf,
    readonly now: () => number,
  ) {
    const view = viewOf(read(document, 'documentElement')) as Window & typeof globalThis;
    this.#observer = new view.MutationObserver((records) => this.#note(records));
    this.#address = view.location.href;
    this.#follow(document, false);
    this.#lastLook = now();
  }

  /** To be called at each frame. */
  look(): void {
    const begun = this.now();
    this.#copies = new DrawnCopies();
    for (const [node, before] of this.#followed) this.#compare(node, before);
    this.#askMotion(begun - this.#lastLook);
    const { location } = viewOf(read(this.document, 'documentElement'));
    if (!samePage(this.#address, location.href)) this.#hasOtherData = true;
    this.#lastLook = this.now();
    this.#nextLook = this.#lastLook + Math.max(rest, 2 * (this.#lastLook - begun));
  }

  /** Ends, and tells what changed. */
  end(): Changes {
    this.#note(this.#observer.takeRecords());
    this.look();
    this.#observer.disconnect();
    return {
      boxes: [...this.#changed.values()],
      isBlind: this.#isBlind,
      hasOtherData: this.#hasOtherData,
    };
  }

  #follow(root: Node, isNew: boolean): void {
    const waiting: Node[] = [root];
    for (let node = waiting.pop(); node; node = waiting.pop()) {
      const type = read(node, 'nodeType');
      if (type === 3) {
        if ((read(node, 'nodeValue') ?? '').trim() !== '') this.#start(node, isNew);
        continue;
      }
      // Documents and shadow roots: what changes in them is told by them alone.
      if (type === 9 || type === 11)
        this.#observer.observe(node, {
          subtree: true,
          childList: true,
          characterData: true,
          attributes: true,
        });
      if (type === 1) {
        const element = node as Element;
        this.#start(element, isNew);
        const shadow = this.shadowOf(element);
        if (shadow !== null) {
          this.#shadows.add(element);
          waiting.push(shadow);
        }
      }
      waiting.push(...read(node, 'childNodes'));
    }
  }
  /** Elements whose shadow is followed: others may get one late. */
  readonly #shadows = new WeakSet<Element>();

  #start(node: Node, isNew: boolean): void {
    const known = this.#followed.get(node);
    if (known !== undefined) {
      this.#compare(node, known);
      return;
    }
    const seen = seenOf(node, this.#copies);
    this.#followed.set(node, seen);
    if (isNew && seen.box !== null) this.#add(node, seen.box);
  }

  #compare(node: Node, before: Followed): void {
    if (!read(node, 'isConnected')) {
      if (before.box !== null) this.#add(node, before.box);
      // What it showed in there came and went between two looks, and a browser that draws its picture anew may show it.
      if (this.#shadowLeftOut(node) !== null) this.#isBlind = true;
      this.#followed.delete(node);
      return;
    }
    const { box, shown } = seenOf(node, this.#copies);
    if (shown !== before.shown || !isSame(box, before.box)) {
      if (before.box !== null) this.#add(node, before.box);
      if (box !== null) this.#add(node, box);
      before.box = box;
      before.shown = shown;
    }
    const shadow = this.#shadowLeftOut(node);
    if (shadow === null) return;
    this.#shadows.add(node as Element);
    this.#follow(shadow, true);
  }

  /** The shadow of an element that got it after it was followed: nothing tells of that. */
  #shadowLeftOut(node: Node): ShadowRoot | null {
    if (read(node, 'nodeType') !== 1 || this.#shadows.has(node as Element)) return null;
    return this.shadowOf(node as Element);
  }

  #note(records: readonly MutationRecord[]): void {
    for (const { type, target, addedNodes, removedNodes } of records) {
      const known = this.#followed.get(target);
      // It may be back already at what it was: a frame between may have shown it.
      if (type === 'characterData' && known?.box) this.#add(target, known.box);
      if (known) this.#compare(target, known);
      for (const added of addedNodes) this.#follow(added, true);
      if ([target, ...addedNodes, ...removedNodes].some(isOfData)) this.#hasOtherData = true;
    }
    // What was moved or shown by it is no target of a record.
    if (records.length > 0 && this.now() > this.#nextLook) this.look();
  }

  /** Browsers move parts on while the page's own program has them wait, and draw transitions from pictures. */
  #askMotion(slept: number): void {
    for (const animation of ask(this.document, 'getAnimations') ?? []) {
      const effect = read(animation, 'effect') as KeyframeEffect | null;
      if (effect === null) continue;
      if ((read(effect, 'pseudoElement') ?? '').startsWith('::view-transition')) this.#isBlind = true;
      const target = read(effect, 'target');
      if (slept < mostBlind || target === null || read(animation, 'playState') !== 'running') continue;
      if (this.#holdsSeen(target)) this.#isBlind = true;
    }
  }

  #holdsSeen(target: Element): boolean {
    for (const [node, { box }] of this.#followed)
      if (box !== null && ask(target, 'contains', node)) return true;
    return false;
  }

  #add(node: Node, box: Box): void {
    const element = elementOf(node);
    const seen = element === null ? box : clipped(box, element, node === element);
    if (seen === null) return;
    const before = this.#changed.get(node);
    this.#changed.set(node, before === undefined ? seen : union(before, seen));
  }
}

const union = (a: Box, b: Box): Box => ({
  left: Math.min(a.left, b.left),
  top: Math.min(a.top, b.top),
  right: Math.max(a.right, b.right),
  bottom: Math.max(a.bottom, b.bottom),
});

const isSame = (a: Box | null, b: Box | null): boolean =>
  a === null || b === null
    ? a === b
    : Math.abs(a.left - b.left) < jitter &&
      Math.abs(a.top - b.top) < jitter &&
      Math.abs(a.right - b.right) < jitter &&
      Math.abs(a.bottom - b.bottom) < jitter;

const elementOf = (node: Node): Element | null =>
  read(node, 'nodeType') === 1 ? (node as Element) : elementAround(node);

/** Whether a node is a script that holds data, or stands in one. */
function isOfData(node: Node): boolean {
  const element = elementOf(node);
  if (element === null || read(element, 'localName') !== 'script') return false;
  const type = read(element as HTMLScriptElement, 'type');
  return type !== '' && !/javascript|^module$|^importmap$|^speculationrules$/i.test(type);
}

/** Where a text or element is drawn in and around the view, null where nothing of it can be seen, and what it shows. */
function seenOf(node: Node, copies: DrawnCopies): Followed {
  const element = elementOf(node);
  const nothing = { box: null, shown: '' };
  if (element === null) return nothing;
  const isText = read(node, 'nodeType') === 3;
  let rect: Box;
  if (isText) {
    const range = ask(read(node, 'ownerDocument') as Document, 'createRange');
    range.selectNodeContents(node);
    rect = range.getBoundingClientRect();
  } else rect = ask(element, 'getBoundingClientRect');
  const { innerWidth: w, innerHeight: h } = viewOf(element);
  const isFar =
    rect.right < -w * around ||
    rect.left > w * (1 + around) ||
    rect.bottom < -h * around ||
    rect.top > h * (1 + around);
  if (isFar) return nothing;
  const drawing = isText ? '' : drawingOf(element);
  if (drawing === null || !isDrawn(element)) return nothing;
  const { left, top, right, bottom } = copies.of(rect, element).reduce(union);
  // A window of no height shows its content when it opens: then it has one.
  const box = right <= left || bottom <= top ? null : { left, top, right, bottom };
  return { box, shown: isText ? (read(node, 'nodeValue') ?? '') : drawing };
}

/** Side of the squares in which a view's area is counted, CSS px. */
const square = 8;

/** Which part of a view, 0 to 1, is under at least one of the boxes. */
export function partCovered(boxes: readonly Box[], view: { readonly w: number; readonly h: number }): number {
  const columns = Math.ceil(view.w / square);
  const rows = Math.ceil(view.h / square);
  const under = new Uint8Array(columns * rows);
  for (const { left, top, right, bottom } of boxes) {
    const [from, to] = [Math.max(0, Math.floor(left / square)), Math.min(columns, Math.ceil(right / square))];
    for (
      let row = Math.max(0, Math.floor(top / square));
      row < Math.min(rows, Math.ceil(bottom / square));
      row += 1
    )
      if (to > from) under.fill(1, row * columns + from, row * columns + to);
  }
  return under.reduce((sum, one) => sum + one, 0) / under.length;
}
