import { scaleLinear } from 'd3-scale';
import { drawFigures } from '../../../../core/monitor/draw-figures';
import { box, type Drawing, group, label, line, mark, type Shape } from '../../../../core/monitor/drawing';
import type { FigureMark } from '../../../../core/monitor/figure-marks';
import { inPercent, processorLook } from '../../../../core/monitor/names';
import { percentToY, type Row } from '../../../../core/monitor/panel';
import { processors } from '../../../../core/monitor/record-counts';
import type { Processor } from '../../../../core/verdict/verdict';
import { fewestPersons, fewPersons } from '../../statistics/clustered-share';
import type { Findings, WeekShares } from '../findings';
import type { ReportWords } from '../words';
import { type Across, acrossWeeks, chartWidth, percentLines, weekTicks } from './frame';

const axis = 46;
const saidWidth = 240;
const head = 46;
const mainHeight = 230;
const subHeight = 76;
const countsHeight = 92;

/** Processors with a row: PT Tokopedia always, the others where one of their baskets was met. */
const processorsMet = ({ overall }: Pick<Findings, 'overall'>): Processor[] =>
  processors.filter((name) => name === 'tokopedia' || overall.shares[name].hits > 0);

/** Shares a week with intervals that count persons, beside the figures that were said in panels of their own. */
export function drawWeeks(
  findings: Pick<Findings, 'byWeek' | 'overall' | 'weeks' | 'rulebooks'>,
  figures: readonly FigureMark[],
  words: ReportWords,
): Drawing {
  const { byWeek, weeks } = findings;
  const across = acrossWeeks(weeks, axis * 2 + saidWidth + 16, chartWidth - 34);
  const said = { left: axis, right: axis + saidWidth };
  const shapes: Shape[] = [
    label(across.left, 13, words.say('weeks.observed'), { ink: 'ink', size: 13, isBold: true }),
    label(across.left, 30, words.say('weeks.observed-note'), { size: 11 }),
    label(said.left, 13, words.core.say('monitor.said'), { ink: 'ink', size: 13, isBold: true }),
    label(
      said.left,
      30,
      words.core.say('monitor.span', {
        from: words.core.date(figures[0]?.date ?? ''),
        until: words.core.date(figures.at(-1)?.date ?? ''),
      }),
      { size: 11 },
    ),
  ];
  let top = head;
  const lines: Shape[] = [];
  const rows: Row[] = [];
  for (const [index, processor] of processorsMet(findings).entries()) {
    const look = processorLook[processor];
    const row: Row = { top: top + (index === 0 ? 36 : 24), height: index === 0 ? mainHeight : subHeight };
    rows.push(row);
    const y = percentToY(row);
    shapes.push(
      mark(look.mark, across.left + 6, top + 5, 4.5, { stroke: look.ink, fill: look.ink, width: 2 }),
      label(across.left + 18, top + 10, words.core.say(`monitor.processor.${processor}`), {
        ink: 'ink',
        isBold: true,
      }),
      percentLines(y, across, index === 0 ? [0, 0.25, 0.5, 0.75, 1] : [0, 0.5, 1], words.core),
      drawProcessor(byWeek, processor, row, across, words),
    );
    top = row.top + row.height + 18;
  }
  for (const { week, version } of findings.rulebooks.slice(1)) {
    const x = across.startOf(week);
    for (const { top: from, height } of [...rows, { top: top + 22, height: countsHeight - 24 }])
      lines.push(line(x, from, x, from + height, { stroke: 'soft', dash: [4, 3] }));
    // Beside the name of the first row, wherever the line stands.
    const beside = Math.max(x + 4, across.left + 124);
    lines.push(label(beside, head + 10, words.say('weeks.rules', { version }), { size: 11 }));
  }
  shapes.push(...lines, drawCounts(byWeek, { top, height: countsHeight }, across, words));
  top += countsHeight;
  shapes.push(weekTicks(weeks, top, across, words.core));
  const saidRow: Row = { top: head + 36, height: mainHeight };
  shapes.push(
    percentLines(percentToY(saidRow), said, [0, 0.25, 0.5, 0.75, 1], words.core),
    drawFigures(figures, saidRow, said, words.core),
  );
  return { width: chartWidth, height: top + 26, shapes };
}

function drawProcessor(
  weeks: readonly WeekShares[],
  processor: Processor,
  row: Row,
  { xOf, room }: Across,
  words: ReportWords,
): Shape {
  const y = percentToY(row);
  const { ink, mark: sign } = processorLook[processor];
  const isMain = row.height === mainHeight;
  const r = room < 12 ? 2.5 : isMain ? 5.5 : 3.5;
  const cap = Math.min(5, room / 3);
  return group(
    weeks.flatMap(({ week, shares }): Shape[] => {
      const { share, interval, bounds, persons, n, hits } = shares[processor];
      // Below this many persons nothing is drawn: a mark would be read as a finding.
      if (share === null || persons < fewestPersons || interval === null) return [];
      const x = xOf(week);
      const drawn: Shape[] = [];
      if (isMain && bounds !== null)
        drawn.push(
          box(
            x - Math.min(14, room * 0.35),
            y(bounds.high),
            Math.min(28, room * 0.7),
            y(bounds.low) - y(bounds.high),
            {
              fill: 'line',
            },
          ),
        );
      drawn.push(
        line(x, y(interval.low), x, y(interval.high), { stroke: ink, width: 2 }),
        line(x - cap, y(interval.low), x + cap, y(interval.low), { stroke: ink, width: 1.5 }),
        line(x - cap, y(interval.high), x + cap, y(interval.high), { stroke: ink, width: 1.5 }),
        mark(sign, x, y(share), r, { stroke: ink, width: 2, fill: persons < fewPersons ? 'card' : ink }),
      );
      if (isMain && room >= 46)
        drawn.push(
          label(x, y(interval.high) - 6, words.percent(share), {
            ink: 'ink',
            anchor: 'middle',
            isBold: true,
          }),
        );
      const title = words.say('weeks.mark', {
        ...{ processor: words.core.say(`log.processor.${processor}`), week: words.core.date(week) },
        ...{ share: inPercent(share), low: inPercent(interval.low), high: inPercent(interval.high) },
        ...{ hits, n, persons },
      });
      return [group(drawn, { title })];
    }),
  );
}

function drawCounts(
  weeks: readonly WeekShares[],
  { top, height }: Row,
  { left, right, xOf, room }: Across,
  words: ReportWords,
): Shape {
  const most = Math.max(1, ...weeks.map(({ n, unread }) => n + unread));
  const bottom = top + height - 2;
  const size = scaleLinear()
    .domain([0, most])
    .range([0, height - 56]);
  const width = Math.max(1, Math.min(28, room * 0.6));
  return group([
    label(left, top + 8, words.say('weeks.counts'), { ink: 'ink', isBold: true }),
    line(left, bottom, right, bottom, { stroke: 'soft' }),
    ...weeks.map(({ week, n, unread, persons }) => {
      const x = xOf(week);
      const high = bottom - size(n + unread);
      const shapes: Shape[] = [];
      if (n > 0) shapes.push(box(x - width / 2, bottom - size(n), width, size(n), { fill: 'soft' }));
      if (unread > 0)
        shapes.push(box(x - width / 2, high, width, size(unread), { stroke: 'soft', dash: [2, 2] }));
      if (room >= 50)
        shapes.push(
          label(x, high - 17, words.say('weeks.people', { persons }), {
            anchor: 'middle',
            size: 11,
            ink: 'ink',
          }),
          label(x, high - 4, unread > 0 ? `${n}+${unread}` : `${n}`, { anchor: 'middle', size: 11 }),
        );
      return group(shapes, {
        title: words.say('weeks.count', { week: words.core.date(week), n, unread, persons }),
      });
    }),
  ]);
}
