import type { HistoryPoint } from '../../core/explanation/explain-history';
import { useReader } from '../explanation/reader';

interface TimelinePointProps {
  point: HistoryPoint;
  x: number;
  y: number;
  isChosen: boolean;
  /** Whether a figure is written beside its point: only where there is room. */
  hasLabel: boolean;
  /** Whether a figure's label stands before its point. */
  isLabelLeft: boolean;
  onChoose: () => void;
}

/** One point: it opens its first source that has a page; seen or focused, it tells itself below the drawing. */
export function TimelinePoint({
  point,
  x,
  y,
  isChosen,
  hasLabel,
  isLabelLeft,
  onChoose,
}: TimelinePointProps) {
  const { words } = useReader();
  const address = point.saying.sources.find((source) => source.address !== null)?.address;
  const name = words.say('history.point', { date: words.date(point.date), title: point.title });
  const mark = (
    <>
      <circle class="touch" r="11" />
      <circle class="mark" r={isChosen ? 7 : 5} />
      {point.percent !== null && hasLabel && (
        <text x={isLabelLeft ? -10 : 10} y="4" text-anchor={isLabelLeft ? 'end' : 'start'}>
          {point.title}
        </text>
      )}
    </>
  );
  const shared = {
    class: `point ${isChosen ? 'chosen' : ''}`,
    transform: `translate(${x} ${y})`,
    // So written in SVG: Firefox takes no other spelling there.
    tabindex: isChosen ? 0 : -1,
    'data-facts': point.fact,
    'data-chosen': isChosen || undefined,
    onFocus: onChoose,
    onMouseEnter: onChoose,
  };
  return address ? (
    <a {...shared} href={address} target="_blank" rel="noopener noreferrer" aria-label={name}>
      {mark}
    </a>
  ) : (
    // biome-ignore lint/a11y/useSemanticElements: an element of the drawing, and no link without an address
    <g
      {...shared}
      role="link"
      aria-disabled="true"
      aria-label={`${name}. ${words.say('history.no-source-page')}`}
    >
      {mark}
    </g>
  );
}
