import { basketDrawing } from '../../../core/look/basket-drawing';
import { html } from './markup';

const { handle, rim, body, slats } = basketDrawing;

/** The yellow basket, as on the extension's own pages. */
export const basketMark = html`<svg class="basket-mark" viewBox="0 0 128 128" width="32" height="32" aria-hidden="true"><path class="edge" d="${handle}"/><path class="handle" d="${handle}"/><path class="filled" d="${rim}"/><path class="filled" d="${body}"/><path class="slats" d="${slats}"/></svg>`;
