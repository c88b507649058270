import { useEffect, useRef } from 'preact/hooks';
import type { Rect } from '../../core/personal/personal-place';
import type { PictureCanvas } from './PictureTiles';

/** In CSS pixels of the screen. */
const size = { w: 120, h: 28 };
/** A low line of text is not blown up beyond this, in CSS pixels a pixel of the picture. */
const mostZoom = 2;

interface CoverThumbnailProps extends Rect {
  picture: PictureCanvas;
}

/** What lies under a cover, for the person who decides on it: its beginning, as high as the row. */
export function CoverThumbnail({ picture, x, y, w, h }: CoverThumbnailProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const { current: own } = canvas;
    const context = own?.getContext('2d');
    if (!own || !context) return;
    const density = devicePixelRatio;
    own.width = Math.round(size.w * density);
    own.height = Math.round(size.h * density);
    const zoom = Math.min(mostZoom * density, own.height / h);
    const shown = Math.min(w, own.width / zoom);
    context.drawImage(picture, x, y, shown, h, 0, (own.height - h * zoom) / 2, shown * zoom, h * zoom);
  }, [picture, x, y, w, h]);
  return <canvas ref={canvas} class="thumbnail" style={{ width: size.w, height: size.h }} />;
}
