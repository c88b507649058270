import { around, type Rect } from '../../personal/personal-place';
import type { Cover } from './cover';

/** The picture's size, in its own pixels. */
export interface Size {
  readonly w: number;
  readonly h: number;
}

/** A person's review of the covers over one picture. What was done can be undone, back to the first suggestion. */
export interface Review {
  readonly size: Size;
  readonly covers: readonly Cover[];
  /** As they were suggested: what was found stays under its cover for as long as that is kept. */
  readonly suggested: readonly Cover[];
  readonly selected: number | null;
  readonly past: readonly (readonly Cover[])[];
  readonly future: readonly (readonly Cover[])[];
  /** The gesture that the last change belongs to: a drag is one step back, not hundreds. */
  readonly gesture: string | null;
}

export type ReviewAction =
  | { readonly do: 'keep' | 'remove'; readonly id: number }
  | { readonly do: 'keep-all' | 'undo' | 'redo' }
  | { readonly do: 'draw'; readonly rect: Rect }
  | { readonly do: 'change'; readonly id: number; readonly rect: Rect; readonly gesture: string }
  | { readonly do: 'select'; readonly id: number | null };

/** No cover is smaller, in pixels of the picture: a smaller one could not be taken hold of. */
const smallestCover = 4;

export const startReview = (covers: readonly Cover[], size: Size): Review => ({
  size,
  covers,
  suggested: covers,
  selected: null,
  past: [],
  future: [],
  gesture: null,
});

/** In whole pixels, inside of the picture. */
function fitted(rect: Rect, size: Size): Rect {
  const w = Math.min(size.w, Math.max(smallestCover, Math.round(rect.w)));
  const h = Math.min(size.h, Math.max(smallestCover, Math.round(rect.h)));
  return {
    x: Math.min(size.w - w, Math.max(0, Math.round(rect.x))),
    y: Math.min(size.h - h, Math.max(0, Math.round(rect.y))),
    w,
    h,
  };
}

/** What names a person or leads to them, or may hold what does: to show it is asked for once more. */
const asksFirst: ReadonlySet<Cover['kind']> = new Set([
  'handle',
  'phone',
  'mail',
  'address',
  'form-value',
  'changed',
  'unread',
]);

/** Whether an action would show what names a person, and must be asked about first. */
export function mustAsk({ covers }: Review, action: ReviewAction): boolean {
  if (action.do !== 'remove') return false;
  const cover = covers.find(({ id }) => id === action.id);
  return cover !== undefined && cover.by === 'auto' && cover.state !== 'removed' && asksFirst.has(cover.kind);
}

/**
 * The review after an action. A suggestion is kept or removed one at a time, or all that are left are kept at once; none
 * is removed with others. What a person moves, sizes or draws is kept. A suggestion grows and never lets go of what it was
 * made for: only `remove` shows that. An action that changes nothing is no step.
 */
export function review(state: Review, action: ReviewAction): Review {
  const { covers } = state;
  const { past, future } = state;
  switch (action.do) {
    case 'select':
      return { ...state, selected: action.id, gesture: null };
    case 'undo': {
      const before = past.at(-1);
      if (before === undefined) return state;
      return gone({ ...state, covers: before, past: past.slice(0, -1), future: [covers, ...future] });
    }
    case 'redo': {
      const [after, ...rest] = future;
      if (after === undefined) return state;
      return gone({ ...state, covers: after, past: [...past, covers], future: rest });
    }
    case 'draw': {
      // Never an id that was given before, not even to a cover that was undone.
      const id = Math.max(0, ...[covers, ...past, ...future].flat().map((cover) => cover.id)) + 1;
      const drawn: Cover = {
        id,
        kind: 'drawn',
        by: 'user',
        state: 'kept',
        ...fitted(action.rect, state.size),
      };
      return { ...step(state, [...covers, drawn]), selected: id };
    }
    case 'keep-all':
      return step(
        state,
        covers.map((cover) => (cover.state === 'unreviewed' ? { ...cover, state: 'kept' } : cover)),
      );
    case 'keep':
      return step(state, changed(covers, action.id, { state: 'kept' }));
    case 'remove': {
      const drawn = covers.find(({ id }) => id === action.id)?.by === 'user';
      const left = drawn
        ? covers.filter(({ id }) => id !== action.id)
        : changed(covers, action.id, { state: 'removed' });
      return gone(step(state, left));
    }
    case 'change': {
      const found = state.suggested.find(({ id }) => id === action.id);
      const asked = fitted(action.rect, state.size);
      const rect = found === undefined ? asked : around(asked, found);
      const next = { ...step(state, changed(covers, action.id, { ...rect, state: 'kept' }), action.gesture) };
      return next.covers === covers ? state : { ...next, selected: action.id };
    }
  }
}

function changed(covers: readonly Cover[], id: number, to: Partial<Cover>): Cover[] {
  return covers.map((cover) => (cover.id === id ? { ...cover, ...to } : cover));
}

const isSame = (a: readonly Cover[], b: readonly Cover[]): boolean =>
  a.length === b.length &&
  a.every((cover, n) => {
    const other = b[n] as Cover;
    const { id, state, x, y, w, h } = other;
    return (
      cover.id === id &&
      cover.state === state &&
      cover.x === x &&
      cover.y === y &&
      cover.w === w &&
      cover.h === h
    );
  });

function step(state: Review, covers: readonly Cover[], gesture: string | null = null): Review {
  if (isSame(state.covers, covers)) return state;
  const goesOn = gesture !== null && gesture === state.gesture;
  return { ...state, covers, past: goesOn ? state.past : [...state.past, state.covers], future: [], gesture };
}

/** What is no longer there cannot be selected. */
const gone = (state: Review): Review => ({
  ...state,
  gesture: null,
  selected: state.covers.some(({ id }) => id === state.selected) ? state.selected : null,
});
