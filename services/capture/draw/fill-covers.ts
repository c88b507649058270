import type { Cover } from '../../../core/capture/review/cover';
import { paintCovers } from '../../../core/capture/review/paint-covers';

export type PictureCanvas = HTMLCanvasElement | OffscreenCanvas;

/** The covers are not reviewed: nothing may be drawn from them, let alone kept. */
class NotReviewed extends Error {
  override readonly name = 'NotReviewed';
}

/** The canvas gave no context: its memory is used up, or it is larger than the browser can draw. */
export class NoCanvas extends Error {
  override readonly name = 'NoCanvas';
}

/**
 * A copy of the picture with the kept covers filled, as the review showed them: under a cover each pixel is the same.
 * The picture itself stays as it is, in memory, until its owner lets go of it.
 * @param scale pixels of the picture a CSS pixel
 * @throws {NotReviewed} while a suggestion was neither kept nor removed
 * @throws {NoCanvas} when there is no memory for the copy
 */
export function fillCovers(picture: PictureCanvas, covers: readonly Cover[], scale: number): OffscreenCanvas {
  if (covers.some(({ state }) => state === 'unreviewed'))
    throw new NotReviewed('A suggestion is not reviewed.');
  const { width, height } = picture;
  const filled = new OffscreenCanvas(width, height);
  const context = filled.getContext('2d');
  if (context === null) throw new NoCanvas(`No canvas of ${width} by ${height} pixels.`);
  context.drawImage(picture, 0, 0);
  paintCovers(context, covers, scale);
  return filled;
}
