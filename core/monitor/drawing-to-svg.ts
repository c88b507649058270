import type { Drawing, Ink, PathShape, Shape, TextShape } from './drawing';

export type Palette = Readonly<Record<Ink, string>>;

/** The colours of saved pictures: always the light ones, whatever the screen shows (a test holds them to look/tokens.css). */
export const lightPalette: Palette = {
  ink: '#1d1a12',
  soft: '#5d5747',
  line: '#e6dfcc',
  card: '#ffffff',
  tokopedia: '#0b7a3b',
  'tiktok-shop': '#1f5fa8',
  unclear: '#a36b00',
};

export const fontFamily = 'system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** A drawing as an SVG file that needs nothing beside it: colours and fonts stand in its own elements. */
export function drawingToSvg(
  { width, height, shapes }: Drawing,
  { title, description, language }: { title: string; description: string; language: string },
): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" xml:lang="${language}" font-family="${escaped(fontFamily)}">`,
    `<title>${escaped(title)}</title>`,
    `<desc>${escaped(description)}</desc>`,
    `<rect width="${width}" height="${height}" fill="${lightPalette.card}"/>`,
    ...shapes.map(shapeToSvg),
    '</svg>',
    '',
  ].join('\n');
}

function shapeToSvg(shape: Shape): string {
  if (shape.kind === 'path') return pathToSvg(shape);
  if (shape.kind === 'text') return textToSvg(shape);
  const { x, y, title, trace, shapes } = shape;
  const place = x === 0 && y === 0 ? '' : ` transform="translate(${x} ${y})"`;
  // Which facts of the rulebook a figure rests on goes with the file.
  const facts = Array.isArray(trace) ? ` data-facts="${escaped(trace.join(' '))}"` : '';
  const told = title === null ? '' : `<title>${escaped(title)}</title>`;
  return `<g${place}${facts}>${told}${shapes.map(shapeToSvg).join('')}</g>`;
}

const colour = (ink: Ink | null): string => (ink === null ? 'none' : lightPalette[ink]);

function pathToSvg({ d, fill, stroke, width, dash }: PathShape): string {
  const line =
    stroke === null
      ? ''
      : ` stroke="${colour(stroke)}" stroke-width="${width}"${dash ? ` stroke-dasharray="${dash.join(' ')}"` : ''}`;
  return `<path d="${d}" fill="${colour(fill)}"${line}/>`;
}

const textToSvg = ({ x, y, text, ink, size, anchor, isBold }: TextShape): string =>
  `<text x="${x}" y="${y}" font-size="${size}"${isBold ? ' font-weight="650"' : ''} text-anchor="${anchor}" fill="${colour(ink)}">${escaped(text)}</text>`;
