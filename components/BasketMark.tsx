import { basketDrawing } from '../core/look/basket-drawing';

/** The yellow basket, as in the toolbar. In the page, not a file: the verifier is one file on a disk. */
export const BasketMark = ({ size }: { size: number }) => (
  <svg class="basket-mark" viewBox="0 0 128 128" width={size} height={size} aria-hidden="true">
    <path class="edge" d={basketDrawing.handle} />
    <path class="handle" d={basketDrawing.handle} />
    <path class="filled" d={basketDrawing.rim} />
    <path class="filled" d={basketDrawing.body} />
    <path class="slats" d={basketDrawing.slats} />
  </svg>
);
