import { wrapText } from '../../look/wrap-text';
import type { StampLines, StampRow } from './stamp-lines';

/** How a text is drawn. Sizes in pixels of the picture. */
export interface TextStyle {
  readonly size: number;
  readonly weight: 400 | 600 | 700;
  readonly isCode: boolean;
  readonly ink: 'ink' | 'soft' | 'ground';
}

/** A line of text at its place: x of its left end, y of its baseline. */
export interface PlacedText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly style: TextStyle;
}

export interface TextBlock {
  readonly texts: readonly PlacedText[];
  readonly height: number;
}

export type Measure = (text: string, style: TextStyle) => number;

/** Where a block stands. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** Each has at least 7:1 on the ground (WCAG AAA). */
export const stampColours = { ground: '#fffdf7', ink: '#1d1a12', soft: '#4d4738', edge: '#ffc800' } as const;

const lineHeight = 1.34;

/** A text of one style, wrapped, from its upper edge down. */
export function layText(text: string, { x, y, width }: Place, style: TextStyle, measure: Measure): TextBlock {
  const lines = wrapText(text, width, (part) => measure(part, style));
  const height = style.size * lineHeight;
  return {
    texts: lines.map((line, n) => ({ text: line, x, y: y + n * height + style.size, style })),
    height: lines.length * height,
  };
}

/** Blocks below one another, `gap` apart. */
export function stack(y: number, gap: number, blocks: readonly ((y: number) => TextBlock)[]): TextBlock {
  const texts: PlacedText[] = [];
  let at = y;
  for (const [n, block] of blocks.entries()) {
    if (n > 0) at += gap;
    const made = block(at);
    texts.push(...made.texts);
    at += made.height;
  }
  return { texts, height: at - y };
}

/** The sentence of the verdict, and the same in the other language. */
const layAnswer = (
  { answer, alsoAnswer }: StampLines,
  place: Place,
  size: number,
  measure: Measure,
): TextBlock =>
  stack(place.y, size * 0.3, [
    (y) =>
      layText(
        answer,
        { ...place, y },
        { size: size * 1.45, weight: 700, isCode: false, ink: 'ink' },
        measure,
      ),
    (y) => layText(alsoAnswer, { ...place, y }, { size, weight: 400, isCode: false, ink: 'soft' }, measure),
  ]);

/** The facts as rows: label beside text where there is room for both, else above it. */
export function layRows(rows: readonly StampRow[], place: Place, size: number, measure: Measure): TextBlock {
  const label = { size, weight: 600, isCode: false, ink: 'soft' } as const;
  const text = ({ isCode }: StampRow): TextStyle => ({ size, weight: 400, isCode, ink: 'ink' });
  const labelWidth = Math.max(...rows.map((row) => measure(row.label, label))) + size;
  const isWide = place.width - labelWidth >= size * 22;
  const beside = (row: StampRow, y: number): TextBlock => {
    const [name, said] = [
      layText(row.label, { ...place, y }, label, measure),
      layText(row.text, { x: place.x + labelWidth, y, width: place.width - labelWidth }, text(row), measure),
    ];
    return { texts: [...name.texts, ...said.texts], height: Math.max(name.height, said.height) };
  };
  const below = (row: StampRow, y: number): TextBlock =>
    stack(y, 0, [
      (at) => layText(row.label, { ...place, y: at }, label, measure),
      (at) => layText(row.text, { ...place, y: at }, text(row), measure),
    ]);
  return stack(
    place.y,
    size * (isWide ? 0.25 : 0.4),
    rows.map((row) => (y: number) => (isWide ? beside(row, y) : below(row, y))),
  );
}

/** Pixels of the smallest text of a strip: legible at half the picture's size, however many pixels a CSS pixel has. */
export const stampTextSize = (width: number, scale: number): number =>
  Math.round(Math.max(24, Math.min(24 * scale, width / 40)));

/** The strip below a picture of that width: name, answer in both languages, facts, limits. From y = 0 down. */
export function layStrip(stamp: StampLines, width: number, scale: number, measure: Measure): TextBlock {
  const size = stampTextSize(width, scale);
  const place = { x: size * 1.2, width: width - size * 2.4 };
  const plain = { size, weight: 400, isCode: false, ink: 'soft' } as const;
  const inside = stack(size * 1.3, size * 0.8, [
    (y) => layAnswer(stamp, { ...place, y }, size, measure),
    (y) => layRows(stamp.rows, { ...place, y }, size, measure),
    (y) => layText(`${stamp.name}. ${stamp.limits}`, { ...place, y }, plain, measure),
  ]);
  return { texts: inside.texts, height: Math.ceil(inside.height + size * 2.4) };
}
