import { scaleLinear } from 'd3-scale';
import type { Words } from '../explanation/words';
import type { Processor } from '../verdict/verdict';
import { box, group, label, line, mark, type Shape, textWidth } from './drawing';
import { inPercent, periodName, processorLook } from './names';
import { type Across, percentToY, type Row } from './panel';
import type { PeriodUnit } from './period';
import type { PeriodShares } from './share-by-period';

/** One processor's shares: a mark and an upright interval a period, hollow where few were observed. */
export function drawProcessor(
  periods: readonly PeriodShares[],
  processor: Processor,
  unit: PeriodUnit,
  row: Row,
  { xOf, room }: Across,
  words: Words,
): Shape {
  const y = percentToY(row);
  const look = processorLook[processor];
  const r = room < 7 ? 2.5 : room < 12 || row.height < 100 ? 3.5 : 5;
  const cap = Math.min(5, room / 3);
  const drawn = periods.flatMap((period): Shape[] => {
    const { count, share, low, high } = period.shares[processor];
    if (share === null || low === null || high === null) return [];
    const x = xOf(period);
    const shapes: Shape[] = [
      line(x, y(low), x, y(high), { stroke: look.ink, width: 1.5 }),
      line(x - cap, y(low), x + cap, y(low), { stroke: look.ink, width: 1.5 }),
      line(x - cap, y(high), x + cap, y(high), { stroke: look.ink, width: 1.5 }),
      mark(look.mark, x, y(share), r, {
        stroke: look.ink,
        width: 2,
        fill: period.isSmall ? 'card' : look.ink,
      }),
    ];
    if (room >= 84)
      shapes.push(
        label(x + 11, y(share) + 4, words.say('monitor.share-alone', { share: inPercent(share) }), {
          ink: 'ink',
        }),
      );
    const title = words.say('monitor.mark', {
      processor: words.say(`log.processor.${processor}`),
      period: periodName(period, unit, words),
      count,
      n: period.n,
      share: inPercent(share),
      low: inPercent(low),
      high: inPercent(high),
    });
    return [group(shapes, { title, trace: 'record' })];
  });
  return group(drawn);
}

/** How many baskets each period rests on; above them, in a dashed outline, those that could not be read. */
export function drawCounts(
  periods: readonly PeriodShares[],
  unit: PeriodUnit,
  { top, height }: Row,
  { xOf, room, left, right }: Across,
  words: Words,
): Shape {
  const most = Math.max(1, ...periods.map(({ n, unread }) => n + unread));
  const bottom = top + height - 2;
  const size = scaleLinear()
    .domain([0, most])
    .range([0, height - 36]);
  const width = Math.max(1, Math.min(28, room * 0.6));
  const drawn = periods.map((period) => {
    const { n, unread } = period;
    const x = xOf(period) - width / 2;
    const shapes: Shape[] = [];
    if (n > 0) shapes.push(box(x, bottom - size(n), width, size(n), { fill: 'soft' }));
    if (unread > 0)
      shapes.push(box(x, bottom - size(n + unread), width, size(unread), { stroke: 'soft', dash: [2, 2] }));
    const sum = unread > 0 ? `${n}+${unread}` : `${n}`;
    if (room >= textWidth(sum, 11) + 3)
      shapes.push(label(xOf(period), bottom - size(n + unread) - 4, sum, { anchor: 'middle', size: 11 }));
    const title = words.say('monitor.n-mark', { period: periodName(period, unit, words), n, unread });
    return group(shapes, { title, trace: 'record' });
  });
  return group([
    label(left, top + 10, words.say('monitor.n-strip'), { ink: 'ink', isBold: true }),
    line(left, bottom, right, bottom, { stroke: 'soft' }),
    ...drawn,
  ]);
}
