import type { Processor } from '../verdict/verdict';
import { type Period, type PeriodUnit, periodOf } from './period';
import { type DayCounts, noBaskets, processors } from './record-counts';
import { wilsonInterval } from './wilson-interval';

/** Below this many observations a share says little: it is drawn hollow and marked in the table. */
export const fewObservations = 30;

export interface Share {
  readonly count: number;
  /** 0 to 1; null where nothing was observed. */
  readonly share: number | null;
  /** The 95 % Wilson score interval. */
  readonly low: number | null;
  readonly high: number | null;
}

export interface PeriodShares extends Period {
  /** Observed baskets, seen or disputed. */
  readonly n: number;
  /** Pages whose basket could not be read: in no share. */
  readonly unread: number;
  readonly isSmall: boolean;
  readonly shares: Readonly<Record<Processor, Share>>;
}

/** The shares in each period in which a page with a basket was met, in order; between them lie gaps. */
export function shareByPeriod(days: readonly DayCounts[], unit: PeriodUnit): PeriodShares[] {
  const periods = new Map<string, { period: Period; days: DayCounts[] }>();
  for (const day of days) {
    const period = periodOf(day.day, unit);
    const known = periods.get(period.from) ?? { period, days: [] };
    known.days.push(day);
    periods.set(period.from, known);
  }
  return [...periods.values()].map((known) => sharesOf(known.days, known.period));
}

/** The shares over all days at once; null where no page with a basket was met. */
export function shareOverall(days: readonly DayCounts[]): PeriodShares | null {
  const [first] = days;
  const last = days.at(-1);
  return first && last ? sharesOf(days, { from: first.day, until: last.day }) : null;
}

function sharesOf(days: readonly DayCounts[], { from, until }: Period): PeriodShares {
  const counts = noBaskets();
  let unread = 0;
  for (const day of days) {
    unread += day.unread;
    for (const processor of processors) counts[processor] += day.baskets[processor];
  }
  const n = processors.reduce((sum, processor) => sum + counts[processor], 0);
  const shares = Object.fromEntries(
    processors.map((processor) => [processor, shareOf(counts[processor], n)]),
  ) as Record<Processor, Share>;
  return { from, until, n, unread, isSmall: n < fewObservations, shares };
}

function shareOf(count: number, n: number): Share {
  const interval = wilsonInterval(count, n);
  return {
    count,
    share: n === 0 ? null : count / n,
    low: interval?.low ?? null,
    high: interval?.high ?? null,
  };
}
