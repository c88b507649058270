import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';

/** The width of an element in CSS pixels, as it is now; `otherwise` until it is drawn. */
export function useWidth(element: RefObject<HTMLElement | null>, otherwise: number): number {
  const [width, setWidth] = useState(otherwise);
  useLayoutEffect(() => {
    const drawn = element.current;
    if (!drawn || typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(() => setWidth(drawn.clientWidth || otherwise));
    observer.observe(drawn);
    return () => observer.disconnect();
  }, [element, otherwise]);
  return width;
}
