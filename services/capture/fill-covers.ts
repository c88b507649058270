import type { Cover } from '../../core/capture/cover';

export type PictureCanvas = HTMLCanvasElement | OffscreenCanvas;

/** Neither paper nor ink: a cover is seen on light pages and on dark ones. */
export const coverColour = '#3a3527';
/** In pixels of the picture, beyond each edge of a cover. */
const margin = 1;

/** The covers are not reviewed: nothing may be drawn from them, let alone kept. */
export class NotReviewed extends Error {
  override readonly name = 'NotReviewed';
}

/** The canvas gave no context: its memory is used up, or it is larger than the browser can draw. */
export class NoCanvas extends Error {
  override readonly name = 'NoCanvas';
}

/**
 * A copy of the picture with the kept covers filled, solid and in whole pixels: under a cover each pixel is the same.
 * The picture itself stays as it is, in memory, until its owner lets go of it.
 * @throws {NotReviewed} while a suggestion was neither kept nor removed
 * @throws {NoCanvas} when there is no memory for the copy
 */
export function fillCovers(picture: PictureCanvas, covers: readonly Cover[]): OffscreenCanvas {
  if (covers.some(({ state }) => state === 'unreviewed'))
    throw new NotReviewed('A suggestion is not reviewed.');
  const { width, height } = picture;
  const filled = new OffscreenCanvas(width, height);
  const context = filled.getContext('2d');
  if (context === null) throw new NoCanvas(`No canvas of ${width} by ${height} pixels.`);
  context.drawImage(picture, 0, 0);
  context.fillStyle = coverColour;
  for (const { x, y, w, h, state } of covers) {
    if (state !== 'kept') continue;
    const left = Math.max(0, Math.floor(x) - margin);
    const top = Math.max(0, Math.floor(y) - margin);
    const right = Math.min(width, Math.ceil(x + w) + margin);
    const bottom = Math.min(height, Math.ceil(y + h) + margin);
    context.fillRect(left, top, right - left, bottom - top);
  }
  return filled;
}
