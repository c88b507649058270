import { describe, expect, test } from 'vitest';
import { type Cover, isReviewed } from '../../core/capture/review/cover';
import { coversOfPlaces } from '../../core/capture/review/covers-of-places';
import {
  mustAsk,
  type Review,
  type ReviewAction,
  review,
  startReview,
} from '../../core/capture/review/review';

const size = { w: 400, h: 300 };
const cover = (id: number, more: Partial<Cover> = {}): Cover => ({
  id,
  kind: 'phone',
  by: 'auto',
  state: 'unreviewed',
  x: 10 * id,
  y: 20,
  w: 40,
  h: 12,
  ...more,
});
const start = () => startReview([cover(1), cover(2), cover(3)], size);
const done = (state: Review, ...actions: ReviewAction[]) => actions.reduce(review, state);
const states = ({ covers }: Review) => covers.map(({ state }) => state);

describe('a review', () => {
  test('is done when each suggestion was kept or removed, and not before', () => {
    const two = done(start(), { do: 'keep', id: 1 }, { do: 'remove', id: 2 });
    expect(states(two)).toEqual(['kept', 'removed', 'unreviewed']);
    expect(isReviewed(two.covers)).toBe(false);
    expect(isReviewed(done(two, { do: 'keep', id: 3 }).covers)).toBe(true);
  });

  test('keeps all that are left at once, and none that was removed', () => {
    const all = done(start(), { do: 'remove', id: 2 }, { do: 'keep-all' });
    expect(states(all)).toEqual(['kept', 'removed', 'kept']);
  });

  test('is open again when the last decision is undone', () => {
    const all = done(start(), { do: 'keep-all' });
    expect(isReviewed(done(all, { do: 'undo' }).covers)).toBe(false);
  });

  test('holds a drawn cover as kept, in whole pixels inside the picture, and drops it when it is removed', () => {
    const drawn = done(start(), { do: 'draw', rect: { x: 380.4, y: -5, w: 90, h: 20.6 } });
    expect(drawn.covers.at(-1)).toEqual({
      id: 4,
      kind: 'drawn',
      by: 'user',
      state: 'kept',
      x: 310,
      y: 0,
      w: 90,
      h: 21,
    });
    expect(drawn.selected).toBe(4);
    const removed = done(drawn, { do: 'remove', id: 4 });
    expect(removed.covers).toHaveLength(3);
    expect(removed.selected).toBeNull();
    expect(done(removed, { do: 'undo' }).covers).toEqual(drawn.covers);
  });

  test('takes a suggestion that was moved as kept, still found by the program', () => {
    const moved = done(start(), { do: 'change', id: 2, rect: { x: 5, y: 6, w: 7, h: 8 }, gesture: 'a' });
    expect(moved.covers[1]).toEqual({ ...cover(2), x: 5, y: 6, w: 55, h: 26, state: 'kept' });
  });

  test('never lets a moved suggestion go from what it was made for; asks before a phone number is shown', () => {
    const away = done(start(), { do: 'change', id: 1, rect: { x: 300, y: 200, w: 40, h: 12 }, gesture: 'a' });
    expect(away.covers[0]).toEqual({ ...cover(1), w: 330, h: 192, state: 'kept' });
    expect(mustAsk(start(), { do: 'remove', id: 1 })).toBe(true);
    expect(mustAsk(start(), { do: 'keep', id: 1 })).toBe(false);
    const shown = done(start(), { do: 'remove', id: 1 });
    expect(mustAsk(shown, { do: 'remove', id: 1 })).toBe(false);
    expect(mustAsk(startReview([cover(1, { kind: 'form-value' })], size), { do: 'remove', id: 1 })).toBe(
      true,
    );
    expect(mustAsk(startReview([cover(1, { kind: 'avatar' })], size), { do: 'remove', id: 1 })).toBe(false);
  });

  test('undoes a whole drag at once, and two drags one after the other', () => {
    const drag = (gesture: string, x: number): ReviewAction => ({
      do: 'change',
      id: 1,
      rect: { x, y: 20, w: 40, h: 12 },
      gesture,
    });
    const dragged = done(start(), drag('a', 11), drag('a', 50), drag('a', 90), drag('b', 91), drag('b', 120));
    expect(done(dragged, { do: 'undo' }).covers[0]?.w).toBe(120);
    expect(done(dragged, { do: 'undo' }, { do: 'undo' }).covers).toEqual(start().covers);
  });

  test('never gives an id twice', () => {
    const rect = { x: 0, y: 0, w: 9, h: 9 };
    const again = done(start(), { do: 'draw', rect }, { do: 'draw', rect }, { do: 'remove', id: 5 });
    expect(done(again, { do: 'draw', rect }).covers.map(({ id }) => id)).toEqual([1, 2, 3, 4, 6]);
  });

  test('ignores what changes nothing: a cover that is not there, keeping what is kept, undoing nothing', () => {
    const state = done(start(), { do: 'keep', id: 1 });
    for (const action of [
      { do: 'keep', id: 1 },
      { do: 'keep', id: 99 },
      { do: 'remove', id: 99 },
      { do: 'redo' },
      { do: 'change', id: 99, rect: { x: 0, y: 0, w: 9, h: 9 }, gesture: 'x' },
    ] as const)
      expect(done(state, action).past).toHaveLength(1);
    expect(done(start(), { do: 'undo' }).covers).toEqual(start().covers);
  });
});

test('whatever is done, undoing all gives the suggestions back, and redoing all what was there', () => {
  let seed = 5;
  const next = (below: number) => {
    seed = (seed * 1664525 + 1013904223) % 4294967296;
    return Math.floor((seed / 4294967296) * below);
  };
  const someRect = () => ({ x: next(500) - 50, y: next(400) - 50, w: next(500), h: next(400) });
  for (let run = 0; run < 200; run += 1) {
    let state = start();
    for (let n = 0; n < 40; n += 1) {
      const id = next(8);
      const action = [
        { do: 'keep', id },
        { do: 'remove', id },
        { do: 'keep-all' },
        { do: 'draw', rect: someRect() },
        { do: 'change', id, rect: someRect(), gesture: String(next(3)) },
        { do: 'undo' },
        { do: 'redo' },
        { do: 'select', id },
      ][next(8)] as ReviewAction;
      state = review(state, action);
      for (const { x, y, w, h } of state.covers) {
        expect(Number.isInteger(x) && Number.isInteger(y) && w > 0 && h > 0).toBe(true);
        expect(x >= 0 && y >= 0 && x + w <= size.w && y + h <= size.h).toBe(true);
      }
      expect(new Set(state.covers.map((one) => one.id)).size).toBe(state.covers.length);
      // A suggestion never vanishes: it is decided on, and stays in the list.
      expect(state.covers.filter(({ by }) => by === 'auto')).toHaveLength(3);
    }
    const last = state.covers;
    let back = state;
    while (back.past.length > 0) back = review(back, { do: 'undo' });
    expect(back.covers).toEqual(start().covers);
    let forth = back;
    for (let n = 0; n < state.past.length; n += 1) forth = review(forth, { do: 'redo' });
    expect(forth.covers).toEqual(last);
  }
});

describe('covers of places', () => {
  test('are whole pixels of the picture, rounded outward, with a margin', () => {
    const [only] = coversOfPlaces(
      [{ kind: 'mail', x: 100.3, y: 850.2, w: 50.5, h: 18 }],
      { x: 0, y: 800, w: 640, h: 400 },
      1.5,
      { w: 960, h: 600 },
    );
    expect(only).toEqual({
      id: 1,
      kind: 'mail',
      by: 'auto',
      state: 'unreviewed',
      x: 147,
      y: 72,
      w: 83,
      h: 34,
    });
  });

  test('end at the picture’s edges, and are none outside of it', () => {
    const part = { x: 0, y: 0, w: 100, h: 100 };
    const places = [
      { kind: 'phone', x: -20, y: 90, w: 40, h: 40 },
      { kind: 'phone', x: 0, y: 200, w: 40, h: 40 },
    ] as const;
    expect(coversOfPlaces(places, part, 1, { w: 100, h: 100 })).toEqual([
      { id: 1, kind: 'phone', by: 'auto', state: 'unreviewed', x: 0, y: 88, w: 22, h: 12 },
    ]);
  });

  test('are one where several looks found the same, and never more than anybody could look at', () => {
    const size = { w: 1200, h: 16_000 };
    const part = { x: 0, y: 0, ...size };
    const many = Array.from({ length: 3000 }, (_, n) => ({
      kind: n % 2 ? 'phone' : 'mail',
      x: (n * 37) % 1100,
      y: (n * 53) % 15_900,
      w: 40,
      h: 16,
    })) as Parameters<typeof coversOfPlaces>[0];
    expect(coversOfPlaces([...many.slice(0, 200), ...many.slice(0, 200)], part, 1, size)).toHaveLength(200);
    const covers = coversOfPlaces(many, part, 1, size);
    expect(covers.length).toBeLessThan(800);
    for (const { x, y, w, h } of many) {
      const isCovered = covers.some((c) => c.x <= x && c.y <= y && c.x + c.w >= x + w && c.y + c.h >= y + h);
      expect(isCovered).toBe(true);
    }
  });
});
