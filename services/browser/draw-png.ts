import { fontFamilies } from '../../core/look/fonts';
import type { Drawing, Ink, Shape } from '../../core/monitor/drawing';
import { lightPalette } from '../../core/monitor/drawing-to-svg';
import { loadOwnFonts } from './own-fonts';

/** Device pixels a CSS pixel. */
const sharpness = 2;

/**
 * A drawing as a PNG file, in light colours, two pixels a CSS pixel. Drawn shape by shape: as an image, an SVG with our
 * fonts in it is drawn before they are read, and Chromium leaves out most of its texts.
 *
 * @throws Error where the browser gives no canvas of that size
 */
export async function drawPng({ width, height, shapes }: Drawing): Promise<Blob> {
  await loadOwnFonts();
  const canvas = new OffscreenCanvas(Math.ceil(width * sharpness), Math.ceil(height * sharpness));
  const context = canvas.getContext('2d');
  if (context === null) throw new Error(`no canvas of ${canvas.width} by ${canvas.height} pixels`);
  context.textRendering = 'geometricPrecision';
  context.scale(sharpness, sharpness);
  context.fillStyle = lightPalette.card;
  context.fillRect(0, 0, width, height);
  for (const shape of shapes) draw(shape, context);
  return canvas.convertToBlob({ type: 'image/png' });
}

const colour = (ink: Ink): string => lightPalette[ink];
const alignments = { start: 'left', middle: 'center', end: 'right' } as const;

function draw(shape: Shape, context: OffscreenCanvasRenderingContext2D): void {
  if (shape.kind === 'group') {
    context.save();
    context.translate(shape.x, shape.y);
    for (const inner of shape.shapes) draw(inner, context);
    context.restore();
    return;
  }
  if (shape.kind === 'text') {
    context.font = `${shape.isBold ? '650 ' : ''}${shape.size}px ${fontFamilies.text}`;
    context.textAlign = alignments[shape.anchor];
    context.fillStyle = colour(shape.ink);
    context.fillText(shape.text, shape.x, shape.y);
    return;
  }
  const path = new Path2D(shape.d);
  if (shape.fill !== null) {
    context.fillStyle = colour(shape.fill);
    context.fill(path);
  }
  if (shape.stroke === null) return;
  context.strokeStyle = colour(shape.stroke);
  context.lineWidth = shape.width;
  context.setLineDash([...(shape.dash ?? [])]);
  context.stroke(path);
}
