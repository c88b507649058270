import type { TextPiece } from '../../core/personal/text-pieces';
import { unlimited, type WorkLimit } from '../../core/personal/work-limit';
import { ask, read } from '../own-properties';
import { elementAround, viewOf } from './drawn-rects';

/** A text node as a piece of the page's text. */
export interface PagePiece extends TextPiece {
  readonly node: Text;
  readonly parent: Element;
}

/** A page in the order in which it is drawn: its texts, and every element with its style. */
export interface WalkedPage {
  readonly pieces: readonly PagePiece[];
  readonly elements: readonly { readonly element: Element; readonly style: CSSStyleDeclaration }[];
}

export type ShadowOf = (element: Element) => ShadowRoot | null;

/** What shows no texts of its own children. A script or style that its page displays does. */
const unread = new Set(['textarea', 'select', 'iframe', 'object']);
/** What stands on one line, as text that goes on. */
const runsOn = new Set(['inline', 'contents', 'ruby', 'ruby-text']);
const standsBeside = /^(?:inline-|table-cell|ruby)/;

/**
 * Walks through a document, its shadow roots and what is slotted there, and changes nothing. Each text comes with what
 * parts it from the one before: a new line, a place beside it, or nothing, when it goes on within its line.
 */
export function walkPage(root: Element, shadowOf: ShadowOf, limit: WorkLimit = unlimited): WalkedPage {
  const view = viewOf(root);
  const pieces: PagePiece[] = [];
  const elements: { element: Element; style: CSSStyleDeclaration }[] = [];
  let gap: TextPiece['before'] = '\n';
  const part = (by: TextPiece['before']) => {
    if (gap !== '\n') gap = by === '' ? gap : by;
  };

  type Step = Node | { readonly after: TextPiece['before'] };
  const waiting: Step[] = [root];
  const wait = (nodes: readonly Node[]) => {
    for (let n = nodes.length - 1; n >= 0; n -= 1) waiting.push(nodes[n] as Node);
  };
  for (let step = waiting.pop(); step; step = waiting.pop()) {
    limit.check();
    if (Object.hasOwn(step, 'after')) {
      part((step as { after: TextPiece['before'] }).after);
      continue;
    }
    const node = step as Node;
    const type = read(node, 'nodeType');
    if (type === 3) {
      const parent = elementAround(node);
      const value = read(node, 'nodeValue');
      if (!parent || value === '' || value === null) continue;
      const keepsLines = /pre|break-spaces/.test(view.getComputedStyle(parent).whiteSpace);
      const text = keepsLines ? value : value.replace(/[\t\n\r\f]/g, ' ');
      pieces.push({ text, before: gap, node: node as Text, parent });
      if (text.trim() !== '') gap = '';
      continue;
    }
    if (type !== 1) continue;
    const element = node as Element;
    const style = view.getComputedStyle(element);
    if (style.display === 'none') continue;
    elements.push({ element, style });
    const name = read(element, 'localName');
    if (name === 'br') part('\n');
    const by = gapOf(element, style, view);
    part(by);
    if (unread.has(name)) continue;
    waiting.push({ after: by });
    wait(drawnChildren(element, shadowOf(element)));
  }
  return { pieces, elements };
}

function gapOf(
  element: Element,
  { display, cssFloat }: CSSStyleDeclaration,
  view: Window,
): TextPiece['before'] {
  if (standsBeside.test(display) || cssFloat !== 'none') return '\t';
  const parent = read(element, 'parentElement');
  if (parent !== null && !runsOn.has(display)) {
    const outer = view.getComputedStyle(parent);
    if (/flex/.test(outer.display) && !outer.flexDirection.startsWith('column')) return '\t';
    if (/grid/.test(outer.display)) return '\t';
  }
  return runsOn.has(display) ? '' : '\n';
}

/** What is drawn in an element: of a shadow host its shadow, of a slot what is put there. */
function drawnChildren(element: Element, shadow: ShadowRoot | null): Node[] {
  if (shadow !== null) return [...read(shadow, 'childNodes')];
  if (read(element, 'localName') === 'slot') {
    const assigned = ask(element as HTMLSlotElement, 'assignedNodes') ?? [];
    if (assigned.length > 0) return assigned;
  }
  return [...read(element, 'childNodes')];
}
