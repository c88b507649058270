import { ask, read } from '../own-properties';
import { type Box, hostOver, viewOf } from '../personal/drawn-rects';
import type { ShadowOf } from '../personal/walk-page';

/** In CSS px: less is rounding. */
const jitter = 0.75;
/** Shown content of their own, beside texts. */
const replaced = new Set(['img', 'input', 'textarea', 'select', 'canvas', 'image']);
const undrawn = new Set(['script', 'style', 'noscript', 'template', 'head']);
/** So much of the view's height and width around it is followed too, as it may come in. */
const around = 1;
/** In ms, between two looks at everything that is followed, however often the page changes. */
const rest = 8;

interface Followed {
  box: Box | null;
  /** What is shown there: other words in the same box are a change too. */
  shown: string;
}

/**
 * Follows all that is drawn in and around the view, and notes every box whose content or place changed, with all the
 * ground it covered meanwhile. A picture that was taken while it watched may show any of it.
 */
export class ChangeWatch {
  readonly #followed = new Map<Node, Followed>();
  readonly #changed = new Map<Node, Box>();
  readonly #observer: MutationObserver;
  #nextLook = 0;

  constructor(
    readonly document: Document,
    readonly shadowOf: ShadowOf,
    readonly now: () => number,
  ) {
    const view = viewOf(read(document, 'documentElement')) as Window & typeof globalThis;
    this.#observer = new view.MutationObserver((records) => this.#note(records));
    this.#follow(document, false);
  }

  /** To be called at each frame. */
  look(): void {
    const begun = this.now();
    for (const [node, before] of this.#followed) this.#compare(node, before);
    this.#nextLook = this.now() + Math.max(rest, 2 * (this.now() - begun));
  }

  /** Ends, and tells the changed boxes, in CSS px of the viewport. */
  end(): Box[] {
    this.#note(this.#observer.takeRecords());
    this.look();
    this.#observer.disconnect();
    return [...this.#changed.values()];
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
        const name = read(element, 'localName');
        if (undrawn.has(name)) continue;
        if (replaced.has(name)) this.#start(element, isNew);
        const shadow = this.shadowOf(element);
        if (shadow !== null) waiting.push(shadow);
      }
      waiting.push(...read(node, 'childNodes'));
    }
  }

  #start(node: Node, isNew: boolean): void {
    const known = this.#followed.get(node);
    if (known !== undefined) {
      this.#compare(node, known);
      return;
    }
    const box = boxOf(node);
    this.#followed.set(node, { box, shown: shownIn(node) });
    if (isNew && box !== null) this.#add(node, box);
  }

  #compare(node: Node, before: Followed): void {
    if (!read(node, 'isConnected')) {
      if (before.box !== null) this.#add(node, before.box);
      this.#followed.delete(node);
      return;
    }
    const box = boxOf(node);
    const shown = shownIn(node);
    if (shown === before.shown && isSame(box, before.box)) return;
    if (before.box !== null) this.#add(node, before.box);
    if (box !== null) this.#add(node, box);
    before.box = box;
    before.shown = shown;
  }

  #note(records: readonly MutationRecord[]): void {
    for (const { type, target, addedNodes } of records) {
      const known = this.#followed.get(target);
      // It may be back already at what it was: a frame between may have shown it.
      if (type === 'characterData' && known?.box) this.#add(target, known.box);
      if (known) this.#compare(target, known);
      for (const added of addedNodes) this.#follow(added, true);
    }
    // What was moved or shown by it is no target of a record.
    if (records.length > 0 && this.now() > this.#nextLook) this.look();
  }

  #add(node: Node, box: Box): void {
    const before = this.#changed.get(node);
    this.#changed.set(node, before === undefined ? box : union(before, box));
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

/** Where a text or element is drawn in and around the view; null where nothing of it can be seen. */
function boxOf(node: Node): Box | null {
  const isText = read(node, 'nodeType') === 3;
  const element = isText ? (read(node, 'parentElement') ?? hostOver(node)) : (node as Element);
  if (element === null) return null;
  let box: DOMRect;
  if (isText) {
    const range = ask(read(node, 'ownerDocument') as Document, 'createRange');
    range.selectNodeContents(node);
    box = range.getBoundingClientRect();
  } else box = ask(element, 'getBoundingClientRect');
  const { left, top, right, bottom } = box;
  const { innerWidth: w, innerHeight: h } = viewOf(element);
  const isFar =
    right < -w * around || left > w * (1 + around) || bottom < -h * around || top > h * (1 + around);
  if (isFar || right <= left || bottom <= top) return null;
  const seen = {
    opacityProperty: true,
    visibilityProperty: true,
    checkOpacity: true,
    checkVisibilityCSS: true,
  };
  return (ask(element, 'checkVisibility', seen as CheckVisibilityOptions) ?? true)
    ? { left, top, right, bottom }
    : null;
}

function shownIn(node: Node): string {
  if (read(node, 'nodeType') === 3) return read(node, 'nodeValue') ?? '';
  const element = node as HTMLInputElement & HTMLImageElement;
  return read(element, 'localName') === 'img' ? read(element, 'currentSrc') : (read(element, 'value') ?? '');
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
