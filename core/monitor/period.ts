import { daysBetween, moveDay } from '../calendar/read-moment';

export type PeriodUnit = 'day' | 'week' | 'month';
export const periodUnits: readonly PeriodUnit[] = ['day', 'week', 'month'];

/** A stretch of whole days in WIB, both ends included, as ISO days. */
export interface Period {
  readonly from: string;
  readonly until: string;
}

/** The period that a day lies in; weeks begin on Monday (ISO 8601). */
export function periodOf(day: string, unit: PeriodUnit): Period {
  if (unit === 'day') return { from: day, until: day };
  if (unit === 'week') {
    const from = moveDay(day, -((new Date(day).getUTCDay() + 6) % 7));
    return { from, until: moveDay(from, 6) };
  }
  const from = `${day.slice(0, 7)}-01`;
  // The 31st day after the first lies in the next month, whichever month it is.
  return { from, until: moveDay(`${moveDay(from, 31).slice(0, 7)}-01`, -1) };
}

/** The unit that gives a drawing some, but not too many, periods. */
export function fittingUnit(firstDay: string, lastDay: string): PeriodUnit {
  const days = daysBetween(firstDay, lastDay) + 1;
  if (days <= 31) return 'day';
  return days <= 26 * 7 ? 'week' : 'month';
}
