import { type Interval, wilsonInterval } from '../../../core/monitor/wilson-interval';
import { t95 } from './t-quantile';

/** Pages of one person: how many have what is counted, of how many. */
export interface OfPerson {
  readonly hits: number;
  readonly n: number;
  /** Pages whose basket is unknown: in no share, but in its bounds. */
  readonly unknown?: number;
}

export interface ClusteredShare {
  readonly persons: number;
  readonly hits: number;
  readonly n: number;
  readonly unknown: number;
  /** Of all pages, 0 to 1; null where there is none. */
  readonly share: number | null;
  /** By what the number of pages is to be divided, as pages of one person are alike; at least 1. */
  readonly deff: number | null;
  /** Intra-class correlation: how much alike pages of one person are, 0 to 1; for planning another study. */
  readonly icc: number | null;
  /** 95 %; null below `fewestPersons`: nobody can tell then how unlike each other people are. */
  readonly interval: Interval | null;
  /** Mean of the persons' own shares: each counts alike, however many pages they met. */
  readonly meanOfPersons: number | null;
  /** The share if none, and if all, of the unknown pages had what is counted. */
  readonly bounds: Interval | null;
}

/** Below this many persons no interval is given. */
export const fewestPersons = 5;
/** Below this many persons an interval is drawn hollow: simulations show it misses more than one truth in twenty. */
export const fewPersons = 10;

/**
 * A share of pages whose sample is persons: Σhits / Σn, and the Wilson score interval on n / deff with the t quantile of
 * persons − 1. The variance is that of leaving each person out in turn (jackknife), linear in persons and, unlike the
 * plain linearised one, not too small where few persons met most of the pages: `study -- coverage` shows how often the
 * interval holds. Source: K. M. Wolter, Introduction to Variance Estimation, 2nd ed., 2007, sections 4.2 and 4.4.
 */
export function clusteredShare(people: readonly OfPerson[]): ClusteredShare {
  const sample = people.filter(({ n }) => n > 0);
  const persons = sample.length;
  const hits = sum(sample.map((person) => person.hits));
  const n = sum(sample.map((person) => person.n));
  const unknown = sum(people.map((person) => person.unknown ?? 0));
  const all = n + unknown;
  const bounds = all === 0 ? null : { low: hits / all, high: (hits + unknown) / all };
  if (n === 0)
    return {
      ...{ persons, hits, n, unknown, bounds },
      ...{ share: null, deff: null, icc: null, interval: null, meanOfPersons: null },
    };
  const deff = designEffect(sample, hits, n);
  return {
    ...{ persons, hits, n, unknown, bounds, deff },
    icc: alikeness(sample, deff, hits, n),
    share: hits / n,
    interval: persons < fewestPersons ? null : wilsonInterval(hits / deff, n / deff, t95(persons - 1)),
    meanOfPersons: sum(sample.map((person) => person.hits / person.n)) / persons,
  };
}

function designEffect(sample: readonly OfPerson[], hits: number, n: number): number {
  // Where all agree nothing shows how much one person's pages are alike: it is taken that they are wholly so.
  if (hits === 0 || hits === n) return sum(sample.map((person) => person.n ** 2)) / n;
  const share = hits / n;
  const persons = sample.length;
  if (persons === 1) return n;
  const squares = sample.map((person) => ((hits - person.hits) / (n - person.n) - share) ** 2);
  const variance = ((persons - 1) / persons) * sum(squares);
  return Math.max(1, variance / ((share * (1 - share)) / n));
}

/** What would give this design effect with persons of these sizes; null where all agree, or each met one page. */
function alikeness(sample: readonly OfPerson[], deff: number, hits: number, n: number): number | null {
  const size = sum(sample.map((person) => person.n ** 2)) / n;
  if (hits === 0 || hits === n || size <= 1 || sample.length < fewestPersons) return null;
  return Math.min(1, (deff - 1) / (size - 1));
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
