import type { Shot, ShotPlan } from '../../../core/capture/shots/plan-shots';
import type { Rect } from '../../../core/personal/personal-place';
import { CaptureRefused } from './capture-refused';

/** A browser's picture has the scroll bar too, at most so many CSS pixels wide or high. */
const mostScrollBar = 40;

/** The canvas of a plan's picture, in the page's own memory and not the graphics card's. */
export function canvasFor({ width, height }: ShotPlan): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  if (context(canvas) === null) throw new CaptureRefused('too-large');
  return canvas;
}

const context = (canvas: HTMLCanvasElement) =>
  canvas.getContext('2d', { willReadFrequently: true, alpha: false });

/** Draws a shot's strip, which begins at `row` of the shot. @throws {CaptureRefused} where the shot is of another size than the page said. */
export function drawStrip(
  picture: VideoFrame,
  canvas: HTMLCanvasElement,
  { from, rows }: Shot,
  row: number,
  scale: number,
): void {
  const { displayWidth: width, displayHeight: height } = picture;
  const beside = width - canvas.width;
  // Enlarged by two fingers, the browser's picture shows less of the page than the page says.
  if (beside < 0 || beside > mostScrollBar * scale + 1 || height < row + rows)
    throw new CaptureRefused('no-picture');
  context(canvas)?.drawImage(picture, 0, row, canvas.width, rows, 0, from, canvas.width, rows);
}

/** Neither a page's colour nor a cover's: what stands for a part that the picture has already. */
const leftOutColour = '#9a9a9a';

/**
 * Paints over what a strip shows a second time.
 * @param repeated in CSS pixels of the viewport
 * @returns how many parts of these the strip shows
 */
export function leaveOut(
  canvas: HTMLCanvasElement,
  { from, rows }: Shot,
  row: number,
  scale: number,
  repeated: readonly Rect[],
): number {
  const brush = context(canvas);
  if (brush === null) return 0;
  brush.fillStyle = leftOutColour;
  return repeated.filter(({ x, y, w, h }) => {
    const top = Math.max(from, from + Math.floor(y * scale) - row);
    const bottom = Math.min(from + rows, from + Math.ceil((y + h) * scale) - row);
    if (bottom <= top) return false;
    brush.fillRect(Math.floor(x * scale), top, Math.ceil(w * scale) + 1, bottom - top);
    return true;
  }).length;
}
