import type { Interval } from '../../../core/monitor/wilson-interval';
import { chanceFrom } from './chance';
import { fewestPersons, type OfPerson } from './clustered-share';

/** The same person's pages in both of what is compared. */
export interface Pair {
  readonly before: OfPerson;
  readonly after: OfPerson;
}

export interface Change {
  /** Persons with pages in both. */
  readonly persons: number;
  readonly before: number | null;
  readonly after: number | null;
  /** After − before, −1 to 1. */
  readonly change: number | null;
  /** 95 % percentile interval; null below `fewestPersons`. */
  readonly interval: Interval | null;
}

const drawings = 2000;

/**
 * How a share changed among the persons seen both before and after. Whole persons are drawn again (paired cluster
 * bootstrap), so what is alike in one person's pages stays together.
 *
 * @param seed the same one gives the same interval
 */
export function compareShares(all: readonly Pair[], seed: number): Change {
  const pairs = all.filter(({ before, after }) => before.n > 0 && after.n > 0);
  const persons = pairs.length;
  if (persons === 0) return { persons, before: null, after: null, change: null, interval: null };
  const { before, after } = sharesOf(pairs, (index) => index);
  if (persons < fewestPersons) return { persons, before, after, change: after - before, interval: null };
  const chance = chanceFrom(seed);
  const drawn = () => Math.floor(chance() * persons);
  const changes = Float64Array.from({ length: drawings }, () => {
    const shares = sharesOf(pairs, drawn);
    return shares.after - shares.before;
  }).sort();
  const at = (share: number) => changes[Math.round(share * (drawings - 1))] as number;
  return { persons, before, after, change: after - before, interval: { low: at(0.025), high: at(0.975) } };
}

/** The shares of as many pairs as there are, each the one that is picked. */
function sharesOf(pairs: readonly Pair[], pick: (index: number) => number) {
  const before = { hits: 0, n: 0 };
  const after = { hits: 0, n: 0 };
  for (let index = 0; index < pairs.length; index += 1) {
    const pair = pairs[pick(index)] as Pair;
    before.hits += pair.before.hits;
    before.n += pair.before.n;
    after.hits += pair.after.hits;
    after.n += pair.after.n;
  }
  return { before: before.hits / before.n, after: after.hits / after.n };
}
