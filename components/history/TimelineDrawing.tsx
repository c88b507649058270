import { scaleUtc } from 'd3-scale';
import type { History, HistoryBar, HistoryPoint } from '../../core/explanation/explain-history';
import type { LabelKey } from '../../core/explanation/words';
import { useReader } from '../explanation/reader';
import { TimelinePoint } from './TimelinePoint';
import { rowsOf, type TimeWindow, timeOf } from './timeline-view';

interface TimelineDrawingProps {
  history: History;
  view: TimeWindow;
  width: number;
  day: string;
  /** The place of the chosen point in the list. */
  chosen: number;
  onChoose: (index: number) => void;
}

const barLanes = ['regulation', 'phase'] as const;
const pointLanes = ['rule', 'shop', 'company', 'authority'] as const;
const label = 18;
const barHeight = 26;
const rowHeight = 17;
const figureHeight = 110;
/** Between points in one row, in px: their touch areas must not cover each other. */
const apart = 22;

/** The timeline as a drawing: rules and phases as bars, events in lanes, the figures of the move by height. */
export function TimelineDrawing({ history, view, width, day, chosen, onChoose }: TimelineDrawingProps) {
  const { words } = useReader();
  const time = scaleUtc()
    .domain([view.from, view.until])
    .range([12, width - 12]);
  const xOf = (iso: string) => time(timeOf(iso));
  const inView = ({ date }: HistoryPoint) => timeOf(date) >= view.from && timeOf(date) <= view.until;
  const placed = (lane: string) => {
    const points = history.points.filter((point) => point.lane === lane && inView(point));
    const rows = rowsOf(points, ({ date }) => xOf(date), apart);
    return { points, rows, height: label + Math.max(1, ...rows.map((row) => row + 1)) * rowHeight + 8 };
  };
  const drawPoint = (point: HistoryPoint, y: number, isLabelLeft = false) => {
    const index = history.points.indexOf(point);
    return (
      <TimelinePoint
        key={point.fact}
        point={point}
        x={xOf(point.date)}
        y={y}
        isChosen={index === chosen}
        isLabelLeft={isLabelLeft}
        hasLabel={view.until - view.from < 400 * 86_400_000}
        onChoose={() => onChoose(index)}
      />
    );
  };

  let top = 0;
  const lanes = barLanes.map((lane) => {
    const y = top;
    top += label + barHeight + 10;
    return (
      <g key={lane} transform={`translate(0 ${y})`}>
        <LaneName lane={lane} />
        {history.bars.map((bar) => bar.lane === lane && <Bar key={bar.fact} {...{ bar, xOf, width }} />)}
      </g>
    );
  });
  for (const lane of pointLanes) {
    const { points, rows, height } = placed(lane);
    lanes.push(
      <g key={lane} transform={`translate(0 ${top})`} class={`lane-${lane}`}>
        <LaneName lane={lane} />
        {points.map((point, index) => drawPoint(point, label + 10 + (rows[index] ?? 0) * rowHeight))}
      </g>,
    );
    top += height;
  }
  const figures = placed('figure');
  const lowest = Math.floor(Math.min(...history.points.map(({ percent }) => percent ?? 100)) / 10) * 10;
  const figureY = (percent: number) =>
    label + 8 + (figureHeight - 16) * (1 - (percent - lowest) / (100 - lowest));
  /** Two figures of one day lie close: their labels stand on either side. */
  const hasNeighbourAbove = ({ date, percent }: HistoryPoint) =>
    figures.points.some(
      (other) =>
        other.date === date &&
        Number(other.percent) > Number(percent) &&
        Number(other.percent) < Number(percent) + 5,
    );
  const grid = Array.from({ length: (100 - lowest) / 10 + 1 }, (_, step) => lowest + 10 * step);
  lanes.push(
    <g key="figure" transform={`translate(0 ${top})`} class="lane-figure">
      <LaneName lane="figure" />
      {grid.map((percent) => (
        <g key={percent} class="grid">
          <line x1="12" x2={width - 12} y1={figureY(percent)} y2={figureY(percent)} />
          <text x="12" y={figureY(percent) + 12}>
            {words.say('history.percent', { percent, precision: 'exact' })}
          </text>
        </g>
      ))}
      {figures.points.map((point) => drawPoint(point, figureY(point.percent ?? 0), hasNeighbourAbove(point)))}
    </g>,
  );
  top += label + figureHeight + 6;

  const ticks = time.ticks(Math.max(3, Math.floor(width / 110)));
  const withDays = view.until - view.from < 200 * 86_400_000;
  const withMonths = view.until - view.from < 2.5 * 365 * 86_400_000;
  // A quarter between years has a line, and no name: that would say the year again.
  const isNamed = (tick: Date) => withMonths || tick.getUTCMonth() === 0;
  const nameOf = (tick: Date) => {
    const day = tick.toISOString();
    return withDays ? words.shortDay(day.slice(0, 10)) : words.date(day.slice(0, withMonths ? 7 : 4));
  };
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: the group around it has the name; a title would hang over every point
    <svg width={width} height={top + 26} viewBox={`0 0 ${width} ${top + 26}`}>
      <g class="axis" transform={`translate(0 ${top})`}>
        {ticks.map((tick) => (
          <g key={tick.getTime()} transform={`translate(${time(tick)} 0)`}>
            <line y1={-top} y2="4" />
            {isNamed(tick) && (
              <text y="18" text-anchor="middle">
                {nameOf(tick)}
              </text>
            )}
          </g>
        ))}
      </g>
      <line class="day" x1={xOf(day)} x2={xOf(day)} y1="0" y2={top} />
      {lanes}
    </svg>
  );
}

function LaneName({ lane }: { lane: HistoryBar['lane'] | HistoryPoint['lane'] }) {
  const { words } = useReader();
  return (
    <text class="lane-name" x="12" y="12">
      {words.say(`history.lane.${lane}` as LabelKey)}
    </text>
  );
}

interface BarProps {
  bar: HistoryBar;
  xOf: (iso: string) => number;
  width: number;
}

/** A stretch of time; an end that is not known, or lies outside the window, runs to the drawing's edge. */
function Bar({ bar, xOf, width }: BarProps) {
  const from = Math.max(0, bar.from === null ? 0 : xOf(bar.from));
  const until = Math.min(width, bar.until === null ? width : xOf(bar.until));
  if (until - from < 0.5) return null;
  const room = Math.floor((until - from - 10) / 6.6);
  const name = [bar.title, bar.brief].find((text) => text !== '' && text.length <= room);
  return (
    <g class={`bar bar-${bar.record}`} data-facts={bar.fact}>
      <title>{bar.title}</title>
      <rect x={from} y={label} width={until - from} height={barHeight} rx="4" />
      {name !== undefined && (
        <text x={from + 8} y={label + 17}>
          {name}
        </text>
      )}
    </g>
  );
}
