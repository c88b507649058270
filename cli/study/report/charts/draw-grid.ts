import { box, type Drawing, group, label, line, mark, type Shape } from '../../../../core/monitor/drawing';
import type { Findings, WeekOfPerson } from '../findings';
import type { ReportWords } from '../words';
import { type Across, acrossWeeks, chartWidth, weekTicks } from './frame';

/** More persons than this have no row of their own. */
export const mostRows = 60;
const left = 64;
const largest = 8;

type Grid = Pick<Findings, 'grid' | 'weeks' | 'persons'>;

/** Who recorded in which week, and met baskets: a row a person, or, where they are many, a column a week. */
export function drawGrid(findings: Grid, words: ReportWords): Drawing {
  const across = acrossWeeks(findings.weeks, left, chartWidth - 12);
  return findings.persons.length > mostRows
    ? drawColumns(findings, across, words)
    : drawRows(findings, across, words);
}

const stateOf = (week: WeekOfPerson | undefined): 'met' | 'on' | 'off' =>
  week === undefined ? 'off' : week.baskets + week.unread > 0 ? 'met' : 'on';

function drawRows({ grid, weeks, persons }: Grid, across: Across, words: ReportWords): Drawing {
  const rowHeight = persons.length > 30 ? 14 : 18;
  const most = Math.max(1, ...grid.map(({ baskets, unread }) => baskets + unread));
  const known = new Map(grid.map((one) => [`${one.person} ${one.week}`, one]));
  const top = 34;
  const shapes: Shape[] = [legend(words, across.left, 'circle')];
  for (const [index, person] of persons.entries()) {
    const y = top + index * rowHeight + rowHeight / 2;
    if (index === 0 || (index + 1) % 5 === 0)
      shapes.push(label(left - 14, y + 4, String(index + 1), { anchor: 'end', size: 11 }));
    shapes.push(line(across.left, y, across.right, y));
    for (const week of weeks) {
      const one = known.get(`${person} ${week}`);
      const x = across.xOf(week);
      const met = (one?.baskets ?? 0) + (one?.unread ?? 0);
      const state = stateOf(one);
      if (state === 'off') continue;
      const r = state === 'on' ? 3 : 3 + (Math.min(largest, rowHeight / 2 + 1) - 3) * Math.sqrt(met / most);
      const shape = mark('circle', x, y, Math.round(r * 10) / 10, {
        stroke: state === 'on' ? 'soft' : 'ink',
        fill: state === 'on' ? 'card' : 'basket',
        width: 1.5,
      });
      const title = words.say('grid.cell', {
        ...{ rank: index + 1, week: words.core.date(week), days: one?.days ?? 0, met },
        unread: one?.unread ?? 0,
      });
      shapes.push(group([shape], { title }));
    }
  }
  const bottom = top + persons.length * rowHeight + 4;
  shapes.push(weekTicks(weeks, bottom, across, words.core));
  return { width: chartWidth, height: bottom + 24, shapes };
}

function drawColumns({ grid, weeks, persons }: Grid, across: Across, words: ReportWords): Drawing {
  const [top, height] = [40, 220];
  const bottom = top + height;
  const y = (count: number) => bottom - (count / persons.length) * height;
  const width = Math.max(1.5, Math.min(36, across.room * 0.7));
  const shapes: Shape[] = [
    legend(words, across.left, 'square'),
    ...[0, 0.5, 1].flatMap((share) => [
      line(across.left, y(share * persons.length), across.right, y(share * persons.length)),
      label(
        across.left - 8,
        y(share * persons.length) + 4,
        words.number(Math.round(share * persons.length)),
        { anchor: 'end', size: 11 },
      ),
    ]),
  ];
  const states = new Map(weeks.map((week) => [week, { met: 0, on: 0 }]));
  for (const one of grid) {
    const state = states.get(one.week);
    if (state) state[stateOf(one) === 'met' ? 'met' : 'on'] += 1;
  }
  for (const [week, { met, on }] of states) {
    const x = across.xOf(week);
    const title = words.say('grid.column', { week: words.core.date(week), met, on, of: persons.length });
    shapes.push(
      group(
        [
          box(x - width / 2, y(met), width, bottom - y(met), { fill: 'basket', stroke: 'ink' }),
          box(x - width / 2, y(met + on), width, y(met) - y(met + on), { stroke: 'soft', fill: 'card' }),
          ...(across.room > 40
            ? [label(x, y(met + on) - 6, words.number(met + on), { anchor: 'middle', size: 11 })]
            : []),
        ],
        { title },
      ),
    );
  }
  shapes.push(weekTicks(weeks, bottom, across, words.core));
  return { width: chartWidth, height: bottom + 24, shapes };
}

function legend(words: ReportWords, x: number, sign: 'circle' | 'square'): Shape {
  return group([
    mark(sign, x + 6, 9, 6, { fill: 'basket', stroke: 'ink', width: 1.5 }),
    label(x + 20, 13, words.say(sign === 'circle' ? 'grid.met' : 'grid.met-many')),
    mark(sign, x + 316, 9, sign === 'circle' ? 3 : 6, { stroke: 'soft', fill: 'card', width: 1.5 }),
    label(x + 328, 13, words.say('grid.on')),
    ...(sign === 'circle'
      ? [line(x + 570, 9, x + 590, 9, { stroke: 'soft' }), label(x + 598, 13, words.say('grid.off'))]
      : []),
  ]);
}
