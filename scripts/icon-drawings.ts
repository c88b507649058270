import { basketDrawing } from '../core/look/basket-drawing';

/** The states the toolbar can show: each a drawing of its own, told apart by shape before colour. */
export const iconMarks = ['plain', 'tokopedia', 'other', 'none', 'unknown', 'alert'] as const;
export type IconMark = (typeof iconMarks)[number];

const ink = '#1d1a12';
const yellow = '#ffc800';
const red = '#b3261e';

/**
 * The basket's ground. Yellow where its handler is known; grey and white are no answer's approval. All are light within
 * a dark edge, so that one drawing is seen on light and on dark toolbars: browsers let nobody choose by theme.
 */
const grounds: Record<Exclude<IconMark, 'alert'>, string> = {
  plain: yellow,
  tokopedia: yellow,
  other: yellow,
  none: '#c9ced6',
  unknown: '#ffffff',
};

const line = (d: string, width: number, colour = ink) =>
  `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`;
const area = (d: string, colour: string) => `<path d="${d}" fill="${colour}"/>`;

/** What stands on the basket, on a grid of 128. */
const largeSigns: Record<Exclude<IconMark, 'plain' | 'alert'>, string> = {
  tokopedia: line('M34 83h56M70 62l22 21-22 21', 13),
  other: line('M46 102 81 67M54 65h29v29', 13),
  none: line('M40 83h48', 14),
  unknown: line('M50 70c0-19 29-19 29-2 0 11-15 11-15 23M64 106v.5', 12.5, '#8a5a00'),
};

/** The same on a grid of 16, every edge on a pixel. */
const smallSigns: typeof largeSigns = {
  tokopedia: area('M3 9h6V7h2v1h1v1h1v2h-1v1h-1v1H9v-2H3z', ink),
  other: area('M6 7h5v5H9v-1H8v1H7v1H5v-2h1v-1h1V9H6z', ink),
  none: area('M4 9h8v2H4z', ink),
  unknown: area('M6 6h4v1h1v3h-1v1H9v1H7v-2h1V9h1V8H7v1H5V7h1zM7 13h2v1H7z', '#8a5a00'),
};

const largeBasket = (ground: string, inside: string) =>
  `${line(basketDrawing.handle, 19)}${line(basketDrawing.handle, 7, ground)}
<g fill="${ground}" stroke="${ink}" stroke-width="7" stroke-linejoin="round"><path d="${inside === '' ? basketDrawing.rim : basketDrawing.bowl}"/>${inside === '' ? `<path d="${basketDrawing.body}"/>` : ''}</g>
${inside || line(basketDrawing.slats, 8)}`;

/** Sixteen pixels have no room for the large one's lines: a basket of its own. */
const smallBasket = (ground: string, inside: string) =>
  `${area('M3 6V4a4 4 0 0 1 4-4h2a4 4 0 0 1 4 4v2h-3V4a1 1 0 0 0-1-1H7a1 1 0 0 0-1 1v2z', ink)}
${area('M4 6V4a3 3 0 0 1 3-3h2a3 3 0 0 1 3 3v2h-1V4a2 2 0 0 0-2-2H7a2 2 0 0 0-2 2v2z', ground)}
${area('M1 5h14a1 1 0 0 1 1 1v2a1 1 0 0 1-1 1l-1.100 6a1 1 0 0 1-1 1H3.100a1 1 0 0 1-1-1L1 9a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1z', ink)}
${inside === '' ? area('M1 6h14v2H1zM2.200 9h11.600l-1 6H3.200z', ground) : area('M1 6h14v2.200L13 15H3L1 8.200z', ground)}
${inside || area('M6 10h1v4H6zM9 10h1v4H9z', ink)}`;

/** No basket: who looks here only has the corner of an eye. */
const warnings = {
  large: `<path d="M64 14l54 100H10z" fill="${red}" stroke="#fff" stroke-width="18" stroke-linejoin="round"/><path d="M64 14l54 100H10z" fill="${red}" stroke="${red}" stroke-width="8" stroke-linejoin="round"/>${line('M64 48v32M64 99v.5', 14, '#fff')}`,
  small: `${area('M7 0h2v1h1v2h1v2h1v2h1v2h1v2h1v2h1v3H0v-3h1v-2h1V9h1V7h1V5h1V3h1V1h1z', '#fff')}${area('M7 1h2v2h1v2h1v2h1v2h1v2h1v2h1v2H1v-2h1v-2h1V9h1V7h1V5h1V3h1z', red)}${area('M7 5h2v5H7zM7 11h2v2H7z', '#fff')}`,
};

/** While flows are recorded: the sign that recorders have, where no browser puts a badge; dark beside a red warning. */
const recording = (colour: string) => ({
  large: `<circle cx="28" cy="28" r="28" fill="#fff"/><circle cx="28" cy="28" r="21" fill="${colour}"/>`,
  small: `${area('M2 0h4v1h1v1h1v4H7v1H6v1H2V7H1V6H0V2h1V1h1z', '#fff')}${area('M2 1h4v1h1v4H6v1H2V6H1V2h1z', colour)}`,
});

/** The toolbar's drawing of a state as SVG; `size` in pixels chooses the grid. */
export function drawIcon(mark: IconMark, size: number, isRecording = false): string {
  const scale = size <= 16 ? 'small' : 'large';
  const grid = scale === 'small' ? 16 : 128;
  const basket = scale === 'small' ? smallBasket : largeBasket;
  const signs = scale === 'small' ? smallSigns : largeSigns;
  const drawn =
    mark === 'alert' ? warnings[scale] : basket(grounds[mark], mark === 'plain' ? '' : signs[mark]);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${grid} ${grid}">${drawn}${isRecording ? recording(mark === 'alert' ? ink : red)[scale] : ''}</svg>`;
}
