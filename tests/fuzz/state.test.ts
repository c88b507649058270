import fc from 'fast-check';
import { expect } from 'vitest';
import { judgeToday, videoId, videoPageWith } from '../builders/pages';
import { notProved } from '../run/not-proved';
import { changedJson } from './changed-json';
import { expectInContract } from './genuine';
import { holdsFor } from './holds-for';
import { editedText } from './hostile-texts';
import { capturedStates, doubledStates, states } from './real-pages';
import { holdsShopField, isWhole, itemsIn, mayBeYes } from './state-oracle';

/** What may be said of a video whose state is this text, by an oracle that shares no code with the judge. */
function expectNoMoreThanItHolds(text: string): void {
  const verdict = judgeToday(videoPageWith(text));
  expectInContract(verdict);
  const items = itemsIn(text, videoId);
  if (verdict.basket === 'yes') expect(mayBeYes(items, verdict.processor)).toBe(true);
  if (verdict.basket !== 'no') return;
  expect(items).not.toEqual([]);
  expect(items.every(isWhole)).toBe(true);
  expect(holdsShopField(items)).toBe(false);
}

const texts = [...states, ...doubledStates].map((state) => JSON.stringify(state));

holdsFor('state texts, cut and edited', 14_000, editedText(texts), expectNoMoreThanItHolds);
holdsFor(
  'state with places changed',
  16_000,
  changedJson([...states, ...doubledStates]).map((value) => JSON.stringify(value)),
  expectNoMoreThanItHolds,
);
holdsFor(
  'state written twice, or with a field twice',
  3000,
  fc
    .tuple(
      fc.constantFrom(...texts),
      fc.constantFrom(...texts),
      fc.nat({ max: 3 }),
      fc.constantFrom('"id":', '"anchors":', '"itemStruct":'),
    )
    .map(([one, other, how, field]) => {
      if (how === 0) return one + other;
      if (how === 1) return `[${one},${other}]`;
      // JSON lets a field stand twice; a page's own program takes the last, and so do we.
      return how === 2
        ? one.replace(field, `${field}null,${field}`)
        : one.replace(field, `${field}${JSON.stringify(other)},${field}`);
    }),
  expectNoMoreThanItHolds,
);
const captured = capturedStates.map((text) => text.slice(0, 400_000));
if (captured.length === 0)
  notProved('captured pages are absent (../shared/corpus), their states were not changed.');
else holdsFor('captured state, cut and edited', 1000, editedText(captured), expectNoMoreThanItHolds);
