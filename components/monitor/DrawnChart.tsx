import { useId, useRef } from 'preact/hooks';
import { type Drawing, type Ink, inkTokens, type Shape } from '../../core/monitor/drawing';
import { useWidth } from '../history/use-width';

interface DrawnChartProps {
  /** Draws for a width in px. */
  draw: (width: number) => Drawing;
  title: string;
  /** What it shows, for those who do not see it. */
  description: string;
}

/** A chart as wide as its place, in the colours of the screen. */
export function DrawnChart({ draw, title, description }: DrawnChartProps) {
  const frame = useRef<HTMLDivElement>(null);
  const id = useId();
  const { width, height, shapes } = draw(useWidth(frame, 900));
  return (
    <div class="chart">
      <div ref={frame}>
        <svg
          role="img"
          width={width}
          height={height}
          viewBox={`0 0 ${width} ${height}`}
          aria-labelledby={`${id}-title`}
          aria-describedby={`${id}-desc`}
        >
          <title id={`${id}-title`}>{title}</title>
          <desc id={`${id}-desc`} data-record>
            {description}
          </desc>
          {shapes.map(drawn)}
        </svg>
      </div>
    </div>
  );
}

const colour = (ink: Ink | null): string => (ink === null ? 'none' : inkTokens[ink]);

/** Shapes stand in the order they were drawn in and are drawn whole anew: their place is their name. */
function drawn(shape: Shape, index: number) {
  if (shape.kind === 'path') {
    const { d, fill, stroke, width, dash } = shape;
    return (
      <path
        key={index}
        d={d}
        fill={colour(fill)}
        stroke={colour(stroke)}
        stroke-width={width}
        stroke-dasharray={dash?.join(' ')}
      />
    );
  }
  if (shape.kind === 'text') {
    const { x, y, text, ink, size, anchor, isBold } = shape;
    return (
      <text
        key={index}
        x={x}
        y={y}
        fill={colour(ink)}
        font-size={size}
        text-anchor={anchor}
        font-weight={isBold ? 650 : undefined}
      >
        {text}
      </text>
    );
  }
  const { x, y, title, trace, shapes } = shape;
  const rests = trace === 'record' ? { 'data-record': true } : trace ? { 'data-facts': trace.join(' ') } : {};
  return (
    <g key={index} transform={x || y ? `translate(${x} ${y})` : undefined} {...rests}>
      {title !== null && <title>{title}</title>}
      {shapes.map(drawn)}
    </g>
  );
}
