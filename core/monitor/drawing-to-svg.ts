import { escaped } from '../look/escaped';
import { fontFamilies } from '../look/fonts';
import type { Drawing, Ink, PathShape, Shape, TextShape } from './drawing';

export type Palette = Readonly<Record<Ink, string>>;

/** The colours of saved pictures: always the light ones, whatever the screen shows (a test holds them to look/tokens.css). */
export const lightPalette: Palette = {
  ink: '#1d1a12',
  soft: '#5d5747',
  line: '#e6dfcc',
  card: '#ffffff',
  basket: '#ffc800',
  tokopedia: '#1d1a12',
  'tiktok-shop': '#7a725f',
  unclear: '#a36b00',
};

/** What a drawing says of itself as a file. */
interface SvgWords {
  readonly title: string;
  readonly description: string;
  readonly language: string;
}
/** Our fonts, by the family that they stand for, as data addresses. */
export type EmbeddedFonts = Readonly<Record<string, string>>;

/** A drawing as an SVG file that needs nothing beside it: colours and fonts stand in the file itself. */
export function drawingToSvg(
  { width, height, shapes }: Drawing,
  { title, description, language }: SvgWords,
  fonts: EmbeddedFonts,
): string {
  const faces = Object.entries(fonts).map(
    ([family, address]) =>
      `@font-face{font-family:"${family}";font-weight:400 700;src:url(${address}) format("woff2")}`,
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" xml:lang="${language}" font-family="${escaped(fontFamilies.text)}">`,
    `<title>${escaped(title)}</title>`,
    `<desc>${escaped(description)}</desc>`,
    `<style>${faces.join('')}</style>`,
    `<rect width="${width}" height="${height}" fill="${lightPalette.card}"/>`,
    ...shapes.map((shape) => shapeToSvg(shape, lightPalette)),
    '</svg>',
    '',
  ].join('\n');
}

/** Shapes as elements of an SVG, in the colours that are given. */
export const shapesToSvg = (shapes: readonly Shape[], palette: Palette): string =>
  shapes.map((shape) => shapeToSvg(shape, palette)).join('');

function shapeToSvg(shape: Shape, palette: Palette): string {
  if (shape.kind === 'path') return pathToSvg(shape, palette);
  if (shape.kind === 'text') return textToSvg(shape, palette);
  const { x, y, title, trace, shapes } = shape;
  const place = x === 0 && y === 0 ? '' : ` transform="translate(${x} ${y})"`;
  // Which facts of the rulebook a figure rests on goes with the file.
  const facts = Array.isArray(trace) ? ` data-facts="${escaped(trace.join(' '))}"` : '';
  const told = title === null ? '' : `<title>${escaped(title)}</title>`;
  return `<g${place}${facts}>${told}${shapesToSvg(shapes, palette)}</g>`;
}

const colour = (ink: Ink | null, palette: Palette): string => (ink === null ? 'none' : palette[ink]);

function pathToSvg({ d, fill, stroke, width, dash }: PathShape, palette: Palette): string {
  const line =
    stroke === null
      ? ''
      : ` stroke="${colour(stroke, palette)}" stroke-width="${width}"${dash ? ` stroke-dasharray="${dash.join(' ')}"` : ''}`;
  return `<path d="${d}" fill="${colour(fill, palette)}"${line}/>`;
}

const textToSvg = ({ x, y, text, ink, size, anchor, isBold }: TextShape, palette: Palette): string =>
  `<text x="${x}" y="${y}" font-size="${size}"${isBold ? ' font-weight="650"' : ''} text-anchor="${anchor}" fill="${colour(ink, palette)}">${escaped(text)}</text>`;
