import { type Interval, wilsonInterval } from '../../../core/monitor/wilson-interval';
import { chanceFrom } from './chance';
import { clusteredShare, type OfPerson } from './clustered-share';

/** A made-up world in which the truth is known. */
export interface World {
  readonly persons: number;
  /** Intra-class correlation: how much alike two pages of one person are, 0 to 1. */
  readonly icc: number;
  /** The true share. */
  readonly share: number;
}

export interface Coverage extends World {
  /** Share of the studies whose interval holds the truth: by persons (ours), and by pages (Wilson as it is). */
  readonly byPersons: number;
  readonly byPages: number;
}

/** The worlds of the table in the documentation. */
export const worlds: readonly World[] = [
  { persons: 5, icc: 0.05, share: 0.7 },
  { persons: 10, icc: 0.2, share: 0.7 },
  { persons: 30, icc: 0.05, share: 0.7 },
  { persons: 30, icc: 0.2, share: 0.7 },
  { persons: 100, icc: 0.2, share: 0.7 },
  { persons: 10, icc: 0.2, share: 0.95 },
  { persons: 30, icc: 0.2, share: 0.95 },
  { persons: 100, icc: 0.2, share: 0.95 },
];

/**
 * How often the intervals hold the truth, in so many simulated studies: each person has a share of their own (beta) and
 * meets pages by it (binomial), few or many (log-normal, 18 on average).
 */
export function simulateCoverage(world: World, studies: number, seed: number): Coverage {
  const chance = chanceFrom(seed);
  const held = { byPersons: 0, byPages: 0 };
  const holds = (interval: Interval | null) =>
    Number(interval !== null && interval.low <= world.share && world.share <= interval.high);
  for (let study = 0; study < studies; study += 1) {
    const people = Array.from({ length: world.persons }, () => personOf(world, chance));
    const { interval, hits, n } = clusteredShare(people);
    held.byPersons += holds(interval);
    held.byPages += holds(wilsonInterval(hits, n));
  }
  return { ...world, byPersons: held.byPersons / studies, byPages: held.byPages / studies };
}

/** Log-normal with this spread: a tenth of the people meets four times as many pages as the middle one. */
const spread = 0.9;
const meanPages = 18;

function personOf({ icc, share }: World, chance: () => number): OfPerson {
  const n = Math.max(1, Math.round(meanPages * Math.exp(spread * normal(chance) - spread ** 2 / 2)));
  const weight = 1 / icc - 1;
  const yes = gamma(share * weight, chance);
  const own = yes / (yes + gamma((1 - share) * weight, chance));
  let hits = 0;
  for (let page = 0; page < n; page += 1) hits += Number(chance() < own);
  return { hits, n };
}

/** Box and Muller, 1958. */
const normal = (chance: () => number): number =>
  Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance());

/** G. Marsaglia and W. W. Tsang, ACM Transactions on Mathematical Software 26 (2000) 363–372. */
function gamma(shape: number, chance: () => number): number {
  if (shape < 1) return gamma(shape + 1, chance) * (1 - chance()) ** (1 / shape);
  const d = shape - 1 / 3;
  for (;;) {
    const x = normal(chance);
    const cube = (1 + x / Math.sqrt(9 * d)) ** 3;
    if (cube > 0 && Math.log(1 - chance()) < x ** 2 / 2 + d - d * cube + d * Math.log(cube)) return d * cube;
  }
}
