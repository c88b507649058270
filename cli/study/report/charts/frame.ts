import { scaleUtc } from 'd3-scale';
import { moveDay } from '../../../../core/calendar/read-moment';
import type { Words } from '../../../../core/explanation/words';
import { group, label, line, type Shape } from '../../../../core/monitor/drawing';

/** How wide every chart is drawn, in px; the page scales it. */
export const chartWidth = 920;

const dayLength = 86_400_000;

/** The way from weeks to places across a chart. */
export interface Across {
  readonly left: number;
  readonly right: number;
  /** The middle of a week. */
  readonly xOf: (week: string) => number;
  /** Where a week begins. */
  readonly startOf: (week: string) => number;
  /** The room a week has. */
  readonly room: number;
}

/** Weeks across a stretch; those without a row have their room as well. */
export function acrossWeeks(weeks: readonly string[], left: number, right: number): Across {
  const first = weeks[0] ?? '2000-01-03';
  const time = scaleUtc()
    .domain([Date.parse(first), Date.parse(weeks.at(-1) ?? first) + 7 * dayLength])
    .range([left, right]);
  const startOf = (week: string) => time(Date.parse(week));
  const room = startOf(moveDay(first, 7)) - startOf(first);
  return { left, right, startOf, xOf: (week) => startOf(week) + room / 2, room };
}

/** The weeks' Mondays below a chart: as many as there is room for. */
export function weekTicks(weeks: readonly string[], y: number, { xOf }: Across, words: Words): Shape {
  const ticks: Shape[] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (const week of weeks) {
    const x = xOf(week);
    if (x - last < 58) continue;
    last = x;
    ticks.push(
      line(x, y, x, y + 5, { stroke: 'soft' }),
      label(x, y + 18, words.shortDay(week), { anchor: 'middle', size: 11 }),
    );
  }
  return group(ticks);
}

/** Lines across at shares, with their percentages on the left. */
export function percentLines(
  y: (share: number) => number,
  { left, right }: { readonly left: number; readonly right: number },
  shares: readonly number[],
  words: Words,
): Shape {
  return group(
    shares.flatMap((share) => [
      line(left, y(share), right, y(share)),
      label(
        left - 8,
        y(share) + 4,
        words.say('history.percent', { percent: Math.round(share * 100), precision: 'exact' }),
        { anchor: 'end', size: 11 },
      ),
    ]),
  );
}
