import type { RefObject } from 'preact';
import { memo } from 'preact/compat';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Cover } from '../../core/capture/review/cover';
import { paintCovers, painted } from '../../core/capture/review/paint-covers';

export type PictureCanvas = HTMLCanvasElement | OffscreenCanvas;

/** In pixels of the picture: what is drawn at once. */
const tileHeight = 1024;

interface PictureTilesProps {
  picture: PictureCanvas;
  covers: readonly Cover[];
  /** Pixels of the picture a CSS pixel of the page. */
  scale: number;
  /** CSS pixels a pixel of the picture. */
  zoom: number;
  stage: RefObject<HTMLElement | null>;
}

/**
 * The picture as it will be stored, covers included, in tiles that are drawn when they come near: a page of 16,384 pixels
 * is never drawn whole.
 */
export const PictureTiles = memo(function PictureTiles(given: PictureTilesProps) {
  const { height } = given.picture;
  const tops = Array.from({ length: Math.ceil(height / tileHeight) }, (_, n) => n * tileHeight);
  return (
    <>
      {tops.map((top) => (
        <Tile key={top} {...given} top={top} />
      ))}
    </>
  );
});

function Tile({ picture, covers, scale, zoom, stage, top }: PictureTilesProps & { top: number }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [isNear, setNear] = useState(false);
  const height = Math.min(tileHeight, picture.height - top);
  useEffect(() => {
    const observer = new IntersectionObserver(([entry]) => setNear(entry?.isIntersecting ?? false), {
      root: stage.current,
      rootMargin: '600px',
    });
    if (canvas.current) observer.observe(canvas.current);
    return () => observer.disconnect();
  }, [stage]);
  const own = covers.filter((cover) => {
    const { y, h } = painted(cover, scale);
    return y < top + height && y + h > top;
  });
  /** Drawn anew only when something in the tile changed. */
  const look = own.map(({ x, y, w, h, state }) => `${x} ${y} ${w} ${h} ${state}`).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: `look` says all that is drawn of the covers
  useEffect(() => {
    const { current: tile } = canvas;
    if (tile === null) return;
    // Away from view a tile gives its memory back.
    const density = isNear ? Math.min(1, zoom * devicePixelRatio) : 0;
    tile.width = Math.ceil(picture.width * density);
    tile.height = Math.ceil(height * density);
    const context = tile.getContext('2d');
    if (density === 0 || context === null) return;
    // Covered in the picture's own pixels, as it is stored, and only then made smaller.
    const stored = new OffscreenCanvas(picture.width, height);
    const brush = stored.getContext('2d');
    if (brush === null) return;
    brush.drawImage(picture, 0, -top);
    paintCovers(brush, own, scale, top);
    context.drawImage(stored, 0, 0, tile.width, tile.height);
  }, [picture, zoom, scale, top, height, isNear, look]);
  const style = { top: top * zoom, width: picture.width * zoom, height: height * zoom };
  return <canvas ref={canvas} class="tile" style={style} />;
}
