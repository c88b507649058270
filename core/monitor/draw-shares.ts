import { scaleUtc } from 'd3-scale';
import { daysBetween } from '../calendar/read-moment';
import type { Words } from '../explanation/words';
import type { Processor } from '../verdict/verdict';
import { drawFigures } from './draw-figures';
import { drawCounts, drawProcessor } from './draw-observations';
import { type Drawing, group, label, line, mark, type Shape, type Trace } from './drawing';
import type { FigureMark } from './figure-marks';
import { processorLook } from './names';
import { type Across, percentToY, type Row } from './panel';
import type { Period, PeriodUnit } from './period';
import { processors } from './record-counts';
import type { PeriodShares } from './share-by-period';

export interface ShareChart {
  readonly periods: readonly PeriodShares[];
  /** The days that the record really covers: a week or month may be cut. */
  readonly overall: Period | null;
  readonly unit: PeriodUnit;
  readonly figures: readonly FigureMark[];
}

const axisWidth = 46;
const headHeight = 46;
const mainHeight = 220;
const subHeight = 84;
const countsHeight = 74;
const rowGap = 16;
const tickHeight = 24;
/** Narrower than this, the two panels stand one below the other. */
const narrow = 640;
const dayLength = 86_400_000;

/** Processors with a row: PT Tokopedia always, the others where one of their baskets was observed. */
export const processorsShown = (periods: readonly PeriodShares[]): Processor[] =>
  processors.filter(
    (processor) => processor === 'tokopedia' || periods.some(({ shares }) => shares[processor].count > 0),
  );

/**
 * The observed shares, a row a processor, and beside them the figures that were said, in a panel and on days of their
 * own: the two share the scale of percent and nothing else.
 */
export function drawShares(
  { periods, overall, unit, figures }: ShareChart,
  words: Words,
  width: number,
): Drawing {
  const isNarrow = width < narrow;
  const saidWidth = isNarrow ? width - axisWidth - 12 : Math.round(width * 0.27);
  const observedLeft = isNarrow ? axisWidth : axisWidth + saidWidth + 62;
  const shown = processorsShown(periods);
  const shapes: Shape[] = [];
  let top = headHeight;
  const across = acrossPeriods(periods, observedLeft, width - 12);
  shapes.push(panelName(words.say('monitor.observed'), overall, 'record', words, { x: across.left, y: 13 }));
  for (const [index, processor] of shown.entries()) {
    const look = processorLook[processor];
    const row: Row = { top: top + 24, height: index === 0 ? mainHeight : subHeight };
    shapes.push(
      mark(look.mark, across.left + 6, top + 5, 4.5, { stroke: look.ink, fill: look.ink, width: 2 }),
      label(across.left + 18, top + 10, words.say(`monitor.processor.${processor}`), {
        ink: 'ink',
        isBold: true,
      }),
      percentAxis(row, across, index === 0 ? [0, 25, 50, 75, 100] : [0, 50, 100], words),
      drawProcessor(periods, processor, unit, row, across, words),
    );
    top = row.top + row.height + rowGap;
  }
  shapes.push(drawCounts(periods, unit, { top, height: countsHeight }, across, words));
  top += countsHeight;
  shapes.push(periodTicks(periods, unit, top, across, words));
  top += tickHeight;

  const saidTop = isNarrow ? top + 62 : headHeight + 24;
  const said: Row = { top: saidTop, height: mainHeight };
  const saidLeft = axisWidth;
  const saidPanel = { left: saidLeft, right: saidLeft + saidWidth };
  if (figures.length > 0) {
    shapes.push(
      panelName(
        words.say('monitor.said'),
        { from: figures[0]?.date ?? '', until: figures.at(-1)?.date ?? '' },
        figures.map(({ fact }) => fact),
        words,
        { x: saidLeft, y: isNarrow ? saidTop - 40 : 13 },
      ),
      percentAxis(said, saidPanel, [0, 25, 50, 75, 100], words),
      drawFigures(figures, said, saidPanel, words),
    );
    if (isNarrow) top = saidTop + mainHeight + tickHeight;
  }
  return { width, height: Math.max(top, headHeight + 24 + mainHeight + tickHeight) + 4, shapes };
}

function acrossPeriods(periods: readonly PeriodShares[], left: number, right: number): Across {
  const [first] = periods;
  const from = Date.parse(first?.from ?? '2000-01-01');
  const until = Date.parse(periods.at(-1)?.until ?? '2000-01-01') + dayLength;
  const time = scaleUtc().domain([from, until]).range([left, right]);
  const edges = (period: { from: string; until: string }) =>
    [time(Date.parse(period.from)), time(Date.parse(period.until) + dayLength)] as const;
  const rooms = periods.map((period) => edges(period)).map(([start, end]) => end - start);
  return {
    left,
    right,
    xOf: (period) => edges(period).reduce((sum, edge) => sum + edge, 0) / 2,
    room: Math.min(right - left, ...rooms),
  };
}

function panelName(
  what: string,
  days: Period | null,
  trace: Trace,
  words: Words,
  { x, y }: { readonly x: number; readonly y: number },
): Shape {
  const name = label(x, y, what, { ink: 'ink', size: 13, isBold: true });
  if (days === null) return name;
  const span = words.say('monitor.span', { from: words.date(days.from), until: words.date(days.until) });
  return group([name, label(x, y + 17, span)], { trace });
}

function percentAxis(
  row: Row,
  { left, right }: Pick<Across, 'left' | 'right'>,
  marks: readonly number[],
  words: Words,
): Shape {
  const y = percentToY(row);
  return group(
    marks.flatMap((percent) => [
      line(left, y(percent / 100), right, y(percent / 100)),
      label(left - 8, y(percent / 100) + 4, words.say('history.percent', { percent, precision: 'exact' }), {
        anchor: 'end',
        size: 11,
      }),
    ]),
  );
}

/** Every so many periods one is named: as many as there is room for. */
function periodTicks(
  periods: readonly PeriodShares[],
  unit: PeriodUnit,
  top: number,
  across: Across,
  words: Words,
): Shape {
  const first = periods[0]?.from ?? '';
  // Over most of a year a day without its year could be of either.
  const byMonth = unit === 'month' || daysBetween(first, periods.at(-1)?.from ?? first) > 300;
  const nameOf = ({ from }: PeriodShares) => (byMonth ? words.date(from.slice(0, 7)) : words.shortDay(from));
  const apart = byMonth ? 104 : 56;
  let lastX = Number.NEGATIVE_INFINITY;
  const ticks: Shape[] = [];
  for (const period of periods) {
    const x = across.xOf(period);
    if (x - lastX < apart) continue;
    lastX = x;
    ticks.push(
      line(x, top, x, top + 5, { stroke: 'soft' }),
      label(x, top + 18, nameOf(period), { anchor: 'middle', size: 11 }),
    );
  }
  return group(ticks, { trace: 'record' });
}
