import { ask, read } from '../own-properties';

/** Room between the note and what it keeps clear of, in CSS pixels. */
const gap = 12;
/** Points looked at, across and down the note. */
const across = [0.02, 0.25, 0.5, 0.75, 0.98];
const down = [0.04, 0.5, 0.96];

/** A part of the page that stays in its place while the page scrolls: a head, a menu, a bar with what to buy. */
function stuckAt(x: number, y: number, note: Element): DOMRect | null {
  for (const found of ask(document, 'elementsFromPoint', x, y)) {
    if (found === note) continue;
    for (let part: Element | null = found; part; part = read(part, 'parentElement')) {
      const { position } = getComputedStyle(part);
      if (position !== 'fixed' && position !== 'sticky') continue;
      const rect = ask(part, 'getBoundingClientRect');
      // What fills the window is the page itself, or a layer over all of it: there is nowhere to keep clear of it.
      if (rect.height < innerHeight * 0.6) return rect;
    }
  }
  return null;
}

/** Where the lowest stuck part ends that the note would cover at this height; null where it covers none. */
function hiddenBelow(note: Element): number | null {
  const { left, top, width, height } = ask(note, 'getBoundingClientRect');
  let lowest: number | null = null;
  for (const x of across)
    for (const y of down) {
      const stuck = stuckAt(left + width * x, top + height * y, note);
      if (stuck !== null) lowest = Math.max(lowest ?? 0, stuck.bottom);
    }
  return lowest;
}

/**
 * Puts the note at the upper edge of the window, below whatever is stuck there. Where no room is left above the lower
 * half, as when a bar is stuck in the middle, it takes the place farthest from the lower edge.
 */
export function placeNote(note: HTMLElement): void {
  const put = (top: number): void =>
    read(note, 'style').setProperty('top', `${Math.round(top)}px`, 'important');
  put(gap);
  for (let tries = 0; tries < 6; tries += 1) {
    const edge = hiddenBelow(note);
    if (edge === null) return;
    if (edge + gap + read(note, 'offsetHeight') > innerHeight) break;
    put(edge + gap);
  }
  if (hiddenBelow(note) !== null) put(gap);
}
