import type { FactId } from '../rulebook/facts';

/** Colours by what they stand for; a screen and a saved picture give each its own value. */
export type Ink = 'ink' | 'soft' | 'line' | 'card' | 'basket' | 'tokopedia' | 'tiktok-shop' | 'unclear';

/** The token of each on a page that has the product's look. */
export const inkTokens: Record<Ink, string> = {
  ink: 'var(--ink)',
  soft: 'var(--ink-soft)',
  line: 'var(--line)',
  card: 'var(--card)',
  basket: 'var(--basket)',
  tokopedia: 'var(--tokopedia)',
  'tiktok-shop': 'var(--tiktok-shop)',
  unclear: 'var(--unclear)',
};

/** What the words of a shape rest on: facts of the rulebook, or the person's own record; null for plain labels. */
export type Trace = readonly FactId[] | 'record' | null;

export interface PathShape {
  readonly kind: 'path';
  /** SVG path data. */
  readonly d: string;
  readonly fill: Ink | null;
  readonly stroke: Ink | null;
  readonly width: number;
  /** Lengths of dash and gap; null for a whole line. */
  readonly dash: readonly number[] | null;
}

export interface TextShape {
  readonly kind: 'text';
  readonly x: number;
  /** The baseline. */
  readonly y: number;
  readonly text: string;
  readonly ink: Ink;
  /** In px. */
  readonly size: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly isBold: boolean;
}

export interface GroupShape {
  readonly kind: 'group';
  readonly x: number;
  readonly y: number;
  /** Told when the group is pointed at. */
  readonly title: string | null;
  readonly trace: Trace;
  readonly shapes: readonly Shape[];
}

export type Shape = PathShape | TextShape | GroupShape;

/** A chart as data: the page, an SVG file and a PNG file draw the same shapes. Lengths in px. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
}

const round = (value: number): number => Math.round(value * 100) / 100;
type PathLook = Partial<Pick<PathShape, 'fill' | 'stroke' | 'width' | 'dash'>>;

const path = (d: string, look: PathLook): PathShape => ({
  kind: 'path',
  d,
  fill: null,
  stroke: null,
  width: 1,
  dash: null,
  ...look,
});

export const line = (x1: number, y1: number, x2: number, y2: number, look: PathLook = {}): PathShape =>
  path(`M${round(x1)} ${round(y1)}L${round(x2)} ${round(y2)}`, { stroke: 'line', ...look });

export const box = (x: number, y: number, width: number, height: number, look: PathLook): PathShape =>
  path(`M${round(x)} ${round(y)}h${round(width)}v${round(height)}h${round(-width)}z`, look);

export const label = (
  x: number,
  y: number,
  text: string,
  look: Partial<Pick<TextShape, 'ink' | 'size' | 'anchor' | 'isBold'>> = {},
): TextShape => ({
  kind: 'text',
  x: round(x),
  y: round(y),
  text,
  ink: 'soft',
  size: 12,
  anchor: 'start',
  isBold: false,
  ...look,
});

export const group = (
  shapes: readonly Shape[],
  { x = 0, y = 0, title = null, trace = null }: Partial<Omit<GroupShape, 'kind' | 'shapes'>> = {},
): GroupShape => ({ kind: 'group', x: round(x), y: round(y), title, trace, shapes });

/** Mark shapes, so that no meaning hangs on colour alone. */
export type MarkName = 'circle' | 'square' | 'diamond' | 'triangle' | 'cross';

export function mark(name: MarkName, x: number, y: number, r: number, look: PathLook): PathShape {
  const [left, right, top, bottom] = [x - r, x + r, y - r, y + r].map(round);
  const ways: Record<MarkName, string> = {
    circle: `M${left} ${round(y)}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`,
    square: `M${left} ${top}H${right}V${bottom}H${left}z`,
    diamond: `M${round(x)} ${round(y - r * 1.3)}L${round(x + r * 1.3)} ${round(y)}L${round(x)} ${round(y + r * 1.3)}L${round(x - r * 1.3)} ${round(y)}z`,
    triangle: `M${round(x)} ${round(y - r * 1.2)}L${round(x + r * 1.2)} ${bottom}H${round(x - r * 1.2)}z`,
    cross: `M${left} ${top}L${right} ${bottom}M${left} ${bottom}L${right} ${top}`,
  };
  return path(ways[name], look);
}

/** How wide a text is drawn at most, in px, in the fonts we ask for; a guess on the safe side. */
export const textWidth = (text: string, size = 12): number => text.length * size * 0.58;
