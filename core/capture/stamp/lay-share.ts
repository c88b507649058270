import { pathIcons } from '../../look/path-icons';
import type { Rect } from '../../personal/personal-place';
import {
  layRows,
  layText,
  type Measure,
  type PlacedText,
  stack,
  type TextBlock,
  type TextStyle,
} from './lay-stamp';
import type { ShareLines } from './share-lines';

/** The two shapes that social media show whole, in pixels. */
export const shareShapes = {
  landscape: { w: 1200, h: 675 },
  portrait: { w: 1080, h: 1350 },
} as const;
export type ShareShape = keyof typeof shareShapes;

/** What is drawn beside texts: a path of SVG, moved and scaled, in colours of the stamp. */
export interface ShareMark {
  readonly d: string;
  readonly x: number;
  readonly y: number;
  readonly scale: number;
  readonly fill: ShareColour | null;
  readonly stroke: ShareColour | null;
  /** Of the stroke, before it is scaled. */
  readonly width: number;
}
type ShareColour = 'ink' | 'soft' | 'edge' | 'ground';

export interface ShareLayout {
  readonly texts: readonly PlacedText[];
  readonly marks: readonly ShareMark[];
  /** Where the picture is drawn, and which part of it, in its own pixels. */
  readonly box: Rect;
  readonly part: Rect;
  /** Over the picture: when it was taken. */
  readonly chip: { readonly box: Rect; readonly text: PlacedText };
}

interface Size {
  readonly w: number;
  readonly h: number;
}

/** Where the picture stands, and where the words: the picture first, as large as the words leave room. */
const panels = {
  landscape: { picture: { x: 0, y: 0, w: 452, h: 675 }, words: { x: 492, y: 40, w: 668, h: 611 } },
  portrait: { picture: { x: 0, y: 0, w: 1080, h: 520 }, words: { x: 48, y: 560, w: 984, h: 752 } },
} as const satisfies Record<ShareShape, { picture: Rect; words: Rect }>;

/** Of the words, largest first: the first with which everything fits is taken. No fact is ever left out for room. */
const textSizes = [22, 21, 20, 19, 18, 17, 16, 15, 14, 13, 12, 11, 10];

/** A share picture: the middle of the captured page, and beside it who handles the order, by whose word, rule and dispute. */
export function layShare(lines: ShareLines, shape: ShareShape, picture: Size, measure: Measure): ShareLayout {
  const { picture: panel, words } = panels[shape];
  const { box, part } = fitPicture(picture, panel);
  const isCut = part.w < picture.w || part.h < picture.h;
  const limits = isCut ? `${lines.limits} ${lines.excerpt}` : lines.limits;
  for (const size of textSizes) {
    const laid = layWords({ ...lines, limits }, words, size, measure);
    if (laid !== null) return { ...laid, box, part, chip: layChip(lines.when, shape, measure) };
  }
  // Names of hosts have a longest length and sentences are ours: with the smallest text everything fits.
  throw new RangeError('The facts do not fit on a share picture.');
}

type Words = Pick<ShareLayout, 'texts' | 'marks'>;

/** Answer, path, rule and dispute from the top down; what a reader checks it by at the foot. Null where it does not fit. */
function layWords(lines: ShareLines, room: Rect, size: number, measure: Measure): Words | null {
  const place = { x: room.x, width: room.w };
  const small = Math.max(10, Math.round(size * 0.68));
  const answer = layAnswer(lines, { ...place, y: room.y }, size, measure);
  const foot = layFoot(lines, place, small, measure);
  const path = layPath(lines, place, size, measure);
  const columns = layColumns(lines, place, size, measure);
  const parts = [path, columns].filter(({ height }) => height > 0);
  const left = room.h - answer.height - foot.height - parts.reduce((sum, { height }) => sum + height, 0);
  const gap = left / (parts.length + 1);
  if (gap < size * 0.9) return null;
  // What is left over stands between the parts, and most of it above the foot.
  const between = Math.min(gap, size * 1.8);
  const texts = [...answer.texts, ...movedTexts(foot.texts, room.y + room.h - foot.height)];
  const marks: ShareMark[] = [];
  let at = room.y + answer.height;
  for (const part of parts) {
    at += between;
    texts.push(...movedTexts(part.texts, at));
    marks.push(...part.marks.map((mark) => ({ ...mark, y: mark.y + at })));
    at += part.height;
  }
  return { texts, marks };
}

const plain = { weight: 400, isCode: false, ink: 'ink' } as const;
const soft = { ...plain, ink: 'soft' } as const;

/** The name large between its words; a sentence that names nobody is large itself. */
function layAnswer(
  { answer, owned, stops }: ShareLines,
  place: { readonly x: number; readonly y: number; readonly width: number },
  size: number,
  measure: Measure,
): TextBlock {
  const { before, name, after } = answer;
  const isShown = stops.length === 3;
  const more = owned === null || isShown ? [] : [owned];
  if (name === '')
    return stack(place.y, size * 0.4, [
      (y) =>
        layText(before, { ...place, y }, { ...plain, size: Math.max(26, size * 1.7), weight: 700 }, measure),
      ...more.map(
        (text) => (y: number) => layText(text, { ...place, y }, { ...plain, size: size * 1.1 }, measure),
      ),
    ]);
  return stack(place.y, size * 0.15, [
    (y) => layText(before, { ...place, y }, { ...soft, size: Math.max(18, size * 1.1) }, measure),
    (y) => layText(name, { ...place, y }, { ...plain, size: Math.max(40, size * 2.7), weight: 700 }, measure),
    (y) => layText(after, { ...place, y }, { ...plain, size: Math.max(18, size * 1.1) }, measure),
  ]);
}

interface Drawn extends TextBlock {
  readonly marks: readonly ShareMark[];
}

const nothing: Drawn = { texts: [], marks: [], height: 0 };

/** The way of an order, stop by stop, with a bracket over those that have one owner. From y = 0 down. */
function layPath(
  { stops, owned, state }: ShareLines,
  { x, width }: { readonly x: number; readonly width: number },
  size: number,
  measure: Measure,
): Drawn {
  if (stops.length === 0) return nothing;
  const radius = Math.max(24, size * 1.5);
  const bracket = owned !== null && stops.length === 3 ? size * 2.4 : 0;
  const middle = bracket + radius + 3;
  const centre = (n: number): number => x + (width * (n + 0.5)) / stops.length;
  const marks: ShareMark[] = [];
  const texts: PlacedText[] = [];
  for (const [n, stop] of stops.entries()) {
    const isHandler = stop.icon === 'basket' && (state === 'tokopedia' || state === 'native');
    marks.push(
      { ...mark(circle(radius)), x: centre(n), y: middle, fill: isHandler ? 'edge' : null, width: 2.2 },
      { ...mark(pathIcons[stop.icon], 1.7), ...iconAt(centre(n), middle, radius) },
    );
    if (n > 0)
      marks.push({ ...mark(arrow(centre(n - 1) + radius + 10, centre(n) - radius - 10)), y: middle });
    const [name, note] = [
      { ...plain, size: size * 0.95, weight: 600 },
      { ...soft, size: size * 0.78 },
    ] as const;
    texts.push(
      centred(stop.name, centre(n), middle + radius + size * 1.35, name, measure),
      centred(stop.note, centre(n), middle + radius + size * 2.35, note, measure),
    );
  }
  if (owned !== null && bracket > 0) {
    const [from, to] = [centre(0), centre(1)];
    const line = size * 0.95;
    const style = fitted(
      owned,
      to - from - size * 2.4,
      { ...plain, size: size * 0.78, weight: 600, ink: 'ground' },
      measure,
    );
    const half = measure(owned, style) / 2 + size * 0.7;
    const centreOf = (from + to) / 2;
    marks.push(mark(`M${from} ${middle - radius - 4}V${line}H${to}V${middle - radius - 4}`, 1.8), {
      ...mark(pill(half, size * 0.85)),
      x: centreOf,
      y: line,
      fill: 'ink',
      stroke: null,
    });
    texts.push(centred(owned, centreOf, line + style.size * 0.36, style, measure));
  }
  return { texts, marks, height: middle + radius + size * 2.6 };
}

/** Below a line: the rule and the dispute, side by side where both are there. */
function layColumns(
  { columns }: ShareLines,
  { x, width }: { readonly x: number; readonly width: number },
  size: number,
  measure: Measure,
): Drawn {
  if (columns.length === 0) return nothing;
  const gap = size * 1.5;
  // The dispute has more to say than the rule.
  const shares = columns.length === 2 ? [0.42, 0.58] : [1];
  let at = x;
  const blocks = columns.map(({ heading, text }, n) => {
    const place = { x: at, width: (width - gap * (columns.length - 1)) * (shares[n] ?? 1) };
    at += place.width + gap;
    return stack(size * 0.9, size * 0.1, [
      (y) => layText(heading, { ...place, y }, { ...plain, size: size * 0.85, weight: 700 }, measure),
      (y) => layText(text, { ...place, y }, { ...plain, size: size * 0.85 }, measure),
    ]);
  });
  return {
    texts: blocks.flatMap(({ texts }) => texts),
    marks: [mark(`M${x} 0H${x + width}`, 1.6)],
    height: size * 0.9 + Math.max(...blocks.map(({ height }) => height)),
  };
}

/** What a reader asks for the bundle by, small. From y = 0 down. */
const layFoot = (
  { rows, limits }: ShareLines,
  place: { readonly x: number; readonly width: number },
  size: number,
  measure: Measure,
): TextBlock =>
  stack(0, size * 0.35, [
    (y) => layRows(rows, { ...place, y }, size, measure),
    (y) => layText(limits, { ...place, y }, { ...soft, size }, measure),
  ]);

function layChip(text: string, shape: ShareShape, measure: Measure): ShareLayout['chip'] {
  const style: TextStyle = { ...plain, size: shape === 'landscape' ? 18 : 24, weight: 600 };
  const { size } = style;
  const box = { x: size, y: size, w: measure(text, style) + size * 1.4, h: size * 2 };
  return { box, text: { text, x: box.x + size * 0.7, y: box.y + size * 1.35, style } };
}

const mark = (d: string, width = 1.6): ShareMark => ({
  d,
  x: 0,
  y: 0,
  scale: 1,
  fill: null,
  stroke: 'ink',
  width,
});
const circle = (r: number): string => `M${-r} 0a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;
const arrow = (from: number, to: number): string => `M${from} 0H${to}M${to - 9} -7L${to} 0L${to - 9} 7`;
const pill = (half: number, r: number): string =>
  `M${r - half} ${-r}H${half - r}a${r} ${r} 0 0 1 0 ${2 * r}H${r - half}a${r} ${r} 0 0 1 0 ${-2 * r}z`;
/** Icons are drawn on a grid of 24. */
const iconAt = (x: number, y: number, radius: number): Pick<ShareMark, 'x' | 'y' | 'scale'> => {
  const scale = (radius * 1.1) / 24;
  return { x: x - 12 * scale, y: y - 12 * scale, scale };
};

const centred = (text: string, x: number, y: number, style: TextStyle, measure: Measure): PlacedText => ({
  text,
  x: x - measure(text, style) / 2,
  y,
  style,
});

/** The style made smaller until the text is no wider. */
function fitted(text: string, width: number, style: TextStyle, measure: Measure): TextStyle {
  const wide = measure(text, style);
  return wide <= width ? style : { ...style, size: (style.size * width) / wide };
}

const movedTexts = (texts: readonly PlacedText[], by: number): PlacedText[] =>
  texts.map((text) => ({ ...text, y: text.y + by }));

/** Blown up at most to this, so that a small picture stays one. */
const mostScale = 1.5;

/** Fills the panel, from the top and from the middle of its width; what does not fit is cut off. */
function fitPicture(picture: Size, panel: Rect): { readonly box: Rect; readonly part: Rect } {
  const scale = Math.min(mostScale, Math.max(panel.w / picture.w, panel.h / picture.h));
  const [w, h] = [Math.min(picture.w, panel.w / scale), Math.min(picture.h, panel.h / scale)];
  return {
    box: {
      x: panel.x + (panel.w - w * scale) / 2,
      y: panel.y + (panel.h - h * scale) / 2,
      w: w * scale,
      h: h * scale,
    },
    part: { x: (picture.w - w) / 2, y: 0, w, h },
  };
}
