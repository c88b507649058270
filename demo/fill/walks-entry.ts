import type { Observation } from '../../core/flow/flow-state';
import { openStore, storeOf } from '../../services/log/store/open-store';
import { append } from '../../services/log/write/append';
import { pageNamed } from '../shop/demo-pages';
import { study, surroundings } from './made-study';
import { numbersFrom, seenOnWalk } from './seen-on-walk';

// Runs in a page of the extension: weeks of made-up walks through the demo shop, written by the product's own code.

/** The pages of one walk in the order they are seen. */
type Walk = readonly string[];
const walks: readonly (readonly [share: number, walk: Walk])[] = [
  [0.52, ['video-basket', 'shop-id-product']],
  [0.66, ['video-basket', 'video-plain', 'share-page']],
  [0.74, ['video-conflicting']],
  [0.82, ['live']],
  [0.88, ['video-cut', 'video-basket', 'shop-id-product', 'shop-id-home']],
  [0.94, ['video-dropped']],
  [1, ['us-product']],
];

/** Writes so many walks a day from a day on; says how many events that were. */
async function fillWalks(fromDay: string, days: number, perDay: number): Promise<number> {
  const db = await openStore(storeOf(study));
  const next = numbersFrom(20261124);
  let written = 0;
  for (let day = 0; day < days; day += 1) {
    const observations: Observation[] = [];
    const count = Math.round(perDay * (0.4 + 1.2 * next()));
    for (let index = 0; index < count; index += 1) {
      const at = Date.parse(`${fromDay}T02:00:00Z`) + day * 86_400_000 + index * 600_000;
      observations.push(...walkSeen(at, next));
    }
    if (observations.length > 0) written += await append(db, observations, surroundings);
  }
  db.close();
  return written;
}

function walkSeen(at: number, next: () => number): Observation[] {
  const drawn = next();
  const walk = walks.find(([share]) => drawn <= share)?.[1] ?? [];
  return seenOnWalk(walk.map(pageNamed), at, next);
}

Object.assign(globalThis, { recordWalks: { fillWalks } });
