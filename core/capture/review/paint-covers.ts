import type { Rect } from '../../personal/personal-place';
import type { Cover } from './cover';

/** Fill and edge are 12:1, so that on whatever ground one of the two is seen at 3:1 and more. */
export const coverColours = { fill: '#3a3527', edge: '#fffdf7' } as const;

/** What paints: a canvas's context, of the screen or of the file. */
export interface Brush {
  fillStyle: unknown;
  fillRect(x: number, y: number, w: number, h: number): void;
}

/** Pixels of the picture that the edge takes around a cover: a CSS pixel of the page. */
const edgeWidth = (scale: number): number => Math.max(1, Math.round(scale));

/** What a cover takes of the picture, its edge included. */
export const painted = ({ x, y, w, h }: Rect, scale: number): Rect => {
  const edge = edgeWidth(scale);
  return { x: x - edge, y: y - edge, w: w + 2 * edge, h: h + 2 * edge };
};

/**
 * Paints every cover that will be stored, opaque and in whole pixels: the one way in which covers come onto a picture,
 * under review and in the file. All edges first, so that none runs through another cover.
 * @param scale pixels of the picture a CSS pixel
 * @param top the row of the picture at which the brush's ground begins
 */
export function paintCovers(brush: Brush, covers: readonly Cover[], scale: number, top = 0): void {
  const stored = covers.filter(({ state }) => state !== 'removed');
  brush.fillStyle = coverColours.edge;
  for (const cover of stored) {
    const { x, y, w, h } = painted(cover, scale);
    brush.fillRect(x, y - top, w, h);
  }
  brush.fillStyle = coverColours.fill;
  for (const { x, y, w, h } of stored) brush.fillRect(x, y - top, w, h);
}
