import { scaleUtc } from 'd3-scale';
import type { Words } from '../explanation/words';
import { group, label, line, mark, type Shape } from './drawing';
import type { FigureMark } from './figure-marks';
import { percentToY, type Row } from './panel';

const radius = 9;
const dayLength = 86_400_000;
/** Where a ring may stand, as angles: right, below right, below, above right. */
const turns = [0, Math.PI / 4, Math.PI / 2, -Math.PI / 4];

interface At {
  readonly x: number;
  readonly y: number;
}

/** The figures that were said: a point each, and its number in a ring beside it. They are never joined. */
export function drawFigures(
  figures: readonly FigureMark[],
  row: Row,
  { left, right }: { readonly left: number; readonly right: number },
  words: Words,
): Shape {
  const y = percentToY(row);
  const times = figures.map(({ date }) => Date.parse(date));
  const time = scaleUtc()
    .domain([Math.min(...times) - 2 * dayLength, Math.max(...times)])
    .range([left, right - 2 * radius - 10]);
  const points = figures.map(({ date, percent }): At => ({ x: time(Date.parse(date)), y: y(percent / 100) }));
  const rings: At[] = [];
  for (const point of points) rings.push(ringBeside(point, points, rings));
  const drawn = figures.map((figure, index) => {
    const point = points[index] as At;
    const ring = rings[index] as At;
    const isExact = figure.precision === 'exact';
    return group(
      [
        line(point.x, point.y, ring.x, ring.y, { stroke: 'soft' }),
        mark('circle', point.x, point.y, 2.5, { stroke: 'ink', fill: isExact ? 'ink' : 'card' }),
        mark('circle', ring.x, ring.y, radius, {
          stroke: 'ink',
          width: 1.5,
          fill: 'card',
          dash: isExact ? null : [3, 2],
        }),
        label(ring.x, ring.y + 4, String(figure.number), {
          ink: 'ink',
          size: 11,
          anchor: 'middle',
          isBold: true,
        }),
      ],
      { title: figure.saying.sentences[0]?.text ?? null, trace: [figure.fact] },
    );
  });
  const bottom = row.top + row.height;
  const ticks = time.ticks(Math.max(2, Math.floor((right - left) / 70))).flatMap((tick) => [
    line(time(tick), bottom, time(tick), bottom + 5, { stroke: 'soft' }),
    label(time(tick), bottom + 18, words.shortDay(tick.toISOString().slice(0, 10)), {
      anchor: 'middle',
      size: 11,
    }),
  ]);
  return group([group(ticks, { trace: figures.map(({ fact }) => fact) }), ...drawn]);
}

/** The first place beside a point, to the right and then around it, where a ring covers no point and no other ring. */
function ringBeside(point: At, points: readonly At[], rings: readonly At[]): At {
  const isFree = ({ x, y }: At) =>
    points.every((other) => Math.hypot(other.x - x, other.y - y) >= radius + 3) &&
    rings.every((other) => Math.hypot(other.x - x, other.y - y) >= 2 * radius + 2);
  for (let away = radius + 5; away < 200; away += 3) {
    for (const turn of turns) {
      const wanted = { x: point.x + away * Math.cos(turn), y: point.y + away * Math.sin(turn) };
      if (isFree(wanted)) return wanted;
    }
  }
  return point;
}
