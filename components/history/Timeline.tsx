import { useMemo, useRef, useState } from 'preact/hooks';
import type { History, HistoryPoint } from '../../core/explanation/explain-history';
import { useReader } from '../explanation/reader';
import { SayingItem } from '../explanation/SayingItem';
import { TimelineDrawing } from './TimelineDrawing';
import { moveBy, showing, type TimeWindow, timeOf, zoomAround } from './timeline-view';
import { useWidth } from './use-width';

interface TimelineProps {
  history: History;
  /** The day whose answer is shown: a line across the drawing. */
  day: string;
  today: string;
}

const start = timeOf('2020-01-01');
const margin = 30 * 86_400_000;

/** The drawn timeline: zoomed by buttons and keys, each point opening its source and telling itself below. */
export function Timeline({ history, day, today }: TimelineProps) {
  const { words } = useReader();
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame, 860);
  const whole: TimeWindow = { from: start, until: timeOf(today) + margin };
  const { points } = history;
  const theMove = useMemo(() => windowOfFigures(points), [points]);
  const [view, setView] = useState(() => firstWindow(history, theMove, day, whole));
  const [chosen, setChosen] = useState(() =>
    Math.max(
      0,
      points.findIndex(({ date }) => timeOf(date) >= view.from),
    ),
  );
  const point = points[chosen];
  const middle = () => {
    const time = point ? timeOf(point.date) : view.from;
    return time >= view.from && time <= view.until ? time : (view.from + view.until) / 2;
  };
  const zoom = (factor: number) => setView(zoomAround(view, middle(), factor, whole));

  const choose = (index: number) => {
    const wanted = points[index];
    if (!wanted) return;
    setChosen(index);
    setView(showing(view, timeOf(wanted.date), whole));
    requestAnimationFrame(() => frame.current?.querySelector<SVGElement>('[data-chosen]')?.focus());
  };
  const keys: Record<string, () => void> = {
    ArrowLeft: () => choose(chosen - 1),
    ArrowRight: () => choose(chosen + 1),
    Home: () => choose(0),
    End: () => choose(points.length - 1),
    '+': () => zoom(0.5),
    '=': () => zoom(0.5),
    '-': () => zoom(2),
    0: () => setView(whole),
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const act = event.ctrlKey || event.metaKey || event.altKey ? undefined : keys[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };
  const showTheMove = () => {
    setView(theMove);
    setChosen(points.findIndex(({ percent }) => percent !== null));
  };
  const tools: [key: string, label: string, act: () => void][] = [
    ['zoom-in', words.say('history.zoom-in'), () => zoom(0.5)],
    ['zoom-out', words.say('history.zoom-out'), () => zoom(2)],
    ['earlier', words.say('history.earlier'), () => setView(moveBy(view, -0.5, whole))],
    ['later', words.say('history.later'), () => setView(moveBy(view, 0.5, whole))],
    ['whole', words.say('history.whole'), () => setView(whole)],
    ['migration', words.say('history.migration'), showTheMove],
  ];
  return (
    <div class="timeline">
      <div class="timeline-tools">
        {tools.map(([key, label, act]) => (
          <button type="button" key={key} class={`tool-${key}`} onClick={act}>
            {label}
          </button>
        ))}
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms; this is a drawing with keys */}
      <div
        class="timeline-frame"
        ref={frame}
        onKeyDown={onKeyDown}
        role="group"
        aria-label={words.say('history.timeline')}
      >
        <TimelineDrawing {...{ history, view, width, day, chosen }} onChoose={setChosen} />
      </div>
      <p class="note">{words.say('history.hint')}</p>
      {point && (
        <div class={`timeline-card lane-${point.lane}`} aria-live="polite">
          <h3 data-facts={point.fact}>{point.title}</h3>
          <SayingItem saying={point.saying} />
        </div>
      )}
    </div>
  );
}

/** From the rule under which the shop moved until today: before it little happened. All of it where the day lies earlier. */
function firstWindow({ bars }: History, theMove: TimeWindow, day: string, whole: TimeWindow): TimeWindow {
  const begins = bars.flatMap(({ lane, from }) =>
    lane === 'regulation' && from !== null && timeOf(from) <= theMove.from ? [timeOf(from)] : [],
  );
  const from = Math.max(whole.from, Math.max(...begins) - margin);
  return timeOf(day) < from ? whole : { from, until: whole.until };
}

/** The time in which the figures were said, with room on either side. */
function windowOfFigures(points: readonly HistoryPoint[]): TimeWindow {
  const times = points.filter(({ percent }) => percent !== null).map(({ date }) => timeOf(date));
  return { from: Math.min(...times) - margin / 2, until: Math.max(...times) + margin / 2 };
}
