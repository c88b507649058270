import { wilsonInterval } from '../../../core/monitor/wilson-interval';
import { fewestPersons } from './clustered-share';
import { t95 } from './t-quantile';

export interface Wish {
  /** How wide the 95 % interval may be from end to end, 0 to 1. */
  readonly width: number;
  /** The share that is expected, 0 to 1. */
  readonly share: number;
  /** Intra-class correlation: how much alike two pages of one person are, 0 to 1. */
  readonly icc: number;
  /** Baskets that a person meets in a week, on average. */
  readonly perWeek: number;
  readonly weeks: number;
}

/** More people than this are no study of volunteers. */
const mostPersons = 100_000;
/** People meet more or fewer baskets: spread of their numbers over the mean (the simulation's is 1.1). */
const unevenness = 1.1;

/**
 * How many persons it takes, by the method the report uses, if their pages are as much alike in every week. Null where
 * more than 100,000 were needed.
 */
export function personsNeeded(wish: Wish): number | null {
  if (widthOf(mostPersons, wish) > wish.width) return null;
  let [low, high] = [fewestPersons, mostPersons];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (widthOf(middle, wish) <= wish.width) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** How wide the interval is expected to be. */
export function widthOf(persons: number, { share, icc, perWeek, weeks }: Omit<Wish, 'width'>): number {
  const each = perWeek * weeks;
  const n = persons * each;
  // L. Kish, Survey Sampling, 1965: 1 + (b − 1)·ρ, with b for groups of unlike size.
  const deff = 1 + Math.max(0, each * (1 + unevenness ** 2) - 1) * icc;
  const interval = wilsonInterval((share * n) / deff, n / deff, t95(persons - 1));
  return interval === null ? 1 : interval.high - interval.low;
}
