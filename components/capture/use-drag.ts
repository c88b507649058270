import { useRef } from 'preact/hooks';

interface DragSteps {
  /** Whether this press begins a drag. */
  readonly begins: (event: PointerEvent) => boolean;
  /** By how much, in CSS pixels, since the press. */
  readonly moves: (dx: number, dy: number) => void;
  /** `hasMoved`: it was more than a press. */
  readonly ends: (hasMoved: boolean) => void;
}

/** Less is a press that shook, in CSS pixels. */
const threshold = 3;

/** Pointer handlers for a drag by mouse, pen or finger; the pointer is kept until it is let go of. */
export function useDrag({ begins, moves, ends }: DragSteps) {
  const start = useRef<{ id: number; x: number; y: number; hasMoved: boolean } | null>(null);
  const stop = (event: PointerEvent) => {
    const { current: drag } = start;
    if (drag?.id !== event.pointerId) return;
    start.current = null;
    ends(drag.hasMoved);
  };
  return {
    onPointerDown: (event: PointerEvent & { currentTarget: Element }) => {
      if (event.button !== 0 || !event.isPrimary || !begins(event)) return;
      event.stopPropagation();
      event.currentTarget.setPointerCapture(event.pointerId);
      start.current = { id: event.pointerId, x: event.clientX, y: event.clientY, hasMoved: false };
    },
    onPointerMove: (event: PointerEvent) => {
      const { current: drag } = start;
      if (drag?.id !== event.pointerId) return;
      const dx = event.clientX - drag.x;
      const dy = event.clientY - drag.y;
      drag.hasMoved ||= Math.hypot(dx, dy) >= threshold;
      if (drag.hasMoved) moves(dx, dy);
    },
    onPointerUp: stop,
    onPointerCancel: stop,
  };
}
