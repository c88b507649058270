import type { RefObject } from 'preact';
import { memo } from 'preact/compat';
import { useEffect, useRef, useState } from 'preact/hooks';

export type PictureCanvas = HTMLCanvasElement | OffscreenCanvas;

/** In pixels of the picture: what is drawn at once. */
const tileHeight = 1024;

interface PictureTilesProps {
  picture: PictureCanvas;
  /** CSS pixels a pixel of the picture. */
  zoom: number;
  stage: RefObject<HTMLElement | null>;
}

/** The picture in tiles that are drawn when they come near: a page of 16,384 pixels is never drawn whole. */
export const PictureTiles = memo(function PictureTiles({ picture, zoom, stage }: PictureTilesProps) {
  const tops = Array.from({ length: Math.ceil(picture.height / tileHeight) }, (_, n) => n * tileHeight);
  return (
    <>
      {tops.map((top) => (
        <Tile key={top} picture={picture} zoom={zoom} stage={stage} top={top} />
      ))}
    </>
  );
});

function Tile({ picture, zoom, stage, top }: PictureTilesProps & { top: number }) {
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
  useEffect(() => {
    const { current: own } = canvas;
    if (own === null) return;
    // Away from view a tile gives its memory back.
    const density = isNear ? Math.min(1, zoom * devicePixelRatio) : 0;
    own.width = Math.ceil(picture.width * density);
    own.height = Math.ceil(height * density);
    if (density > 0)
      own.getContext('2d')?.drawImage(picture, 0, top, picture.width, height, 0, 0, own.width, own.height);
  }, [picture, zoom, top, height, isNear]);
  const style = { top: top * zoom, width: picture.width * zoom, height: height * zoom };
  return <canvas ref={canvas} class="tile" style={style} />;
}
