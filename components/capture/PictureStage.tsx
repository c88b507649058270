import type { RefObject } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { Review, ReviewAction } from '../../core/capture/review/review';
import type { Rect } from '../../core/personal/personal-place';
import { useReader } from '../explanation/reader';
import { CoverBox } from './CoverBox';
import { type PictureCanvas, PictureTiles } from './PictureTiles';
import { useDrag } from './use-drag';

interface PictureStageProps {
  picture: PictureCanvas;
  /** Pixels of the picture a CSS pixel of the page. */
  scale: number;
  state: Review;
  zoom: number;
  /** A finger draws, too; without this it scrolls. */
  isDrawing: boolean;
  stage: RefObject<HTMLElement | null>;
  act: (action: ReviewAction) => void;
  onDrawn: () => void;
}

/** The picture with its covers; a drag over what is free draws a new one. */
export function PictureStage(given: PictureStageProps) {
  const { picture, scale, state, zoom, isDrawing, stage, act, onDrawn } = given;
  const { words } = useReader();
  const sheet = useRef<HTMLDivElement>(null);
  const origin = useRef({ x: 0, y: 0 });
  const latest = useRef<Rect | null>(null);
  const [drawn, setDrawn] = useState<Rect | null>(null);
  const show = (rect: Rect | null) => {
    latest.current = rect;
    setDrawn(rect);
  };

  const pointer = useDrag({
    begins: ({ pointerType, clientX, clientY }) => {
      const box = sheet.current?.getBoundingClientRect();
      if (!box || (pointerType === 'touch' && !isDrawing)) return false;
      origin.current = { x: (clientX - box.left) / zoom, y: (clientY - box.top) / zoom };
      act({ do: 'select', id: null });
      return true;
    },
    moves: (dx, dy) => {
      const { x, y } = origin.current;
      const [w, h] = [dx / zoom, dy / zoom];
      show({ x: Math.min(x, x + w), y: Math.min(y, y + h), w: Math.abs(w), h: Math.abs(h) });
    },
    ends: (hasMoved) => {
      if (hasMoved && latest.current) act({ do: 'draw', rect: latest.current });
      show(null);
      if (hasMoved) onDrawn();
    },
  });

  const { w, h } = state.size;
  // Small ones above large ones: a frame's cover must not hide the covers within.
  const order = state.covers.toSorted((a, b) => b.w * b.h - a.w * a.h);
  const level = new Map(order.map(({ id }, n) => [id, n]));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section ref={stage} class="stage" tabIndex={0} aria-label={words.say('redact.picture')}>
      <div
        ref={sheet}
        class={`sheet${isDrawing ? ' drawing' : ''}`}
        style={{ width: w * zoom, height: h * zoom }}
        {...pointer}
      >
        <PictureTiles picture={picture} covers={state.covers} scale={scale} zoom={zoom} stage={stage} />
        {state.covers.map((cover) => (
          <div key={cover.id} class="layer" style={{ zIndex: (level.get(cover.id) ?? 0) + 1 }}>
            <CoverBox cover={cover} zoom={zoom} isSelected={cover.id === state.selected} act={act} />
          </div>
        ))}
        {drawn && (
          <div
            class="rubber"
            style={{
              left: drawn.x * zoom,
              top: drawn.y * zoom,
              width: drawn.w * zoom,
              height: drawn.h * zoom,
            }}
          />
        )}
      </div>
    </section>
  );
}
