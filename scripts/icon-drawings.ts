import { basketDrawing } from '../components/look/basket-drawing';

/** The states the toolbar can show; each is the basket with its own corner mark. */
export const iconMarks = ['plain', 'tokopedia', 'other', 'none', 'unknown', 'alert'] as const;
export type IconMark = (typeof iconMarks)[number];

const ink = '#1d1a12';
const yellow = '#ffc800';
const colours: Record<IconMark, string> = {
  plain: '',
  tokopedia: '#0b7a3b',
  other: '#1f5fa8',
  none: '#5b6470',
  unknown: '#8a5a00',
  alert: '#b3261e',
};

/** A corner mark: its ground, which also cuts the basket free around it, and the white sign on it. */
interface Corner {
  readonly ground: string;
  readonly sign: string;
}
const round = (at: number, r: number) => `<circle cx="${at}" cy="${at}" r="${r}"/>`;
const line = (d: string, width: number) =>
  `<path d="${d}" fill="none" stroke="#fff" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`;

/** Corner marks differ in shape, not in colour alone, so that they tell apart without colour. On a grid of 128. */
const largeCorners: Record<IconMark, Corner | null> = {
  plain: null,
  tokopedia: { ground: round(94, 32), sign: line('M79 95l11 11 20-22', 10) },
  other: {
    ground: '<rect x="62" y="62" width="64" height="64" rx="12"/>',
    sign: line('M77 94h33M98 80l14 14-14 14', 10),
  },
  none: { ground: round(94, 32), sign: line('M79 94h30', 11) },
  unknown: {
    ground: round(94, 32),
    sign: line('M83.500 87a11 11 0 1 1 16 9.800c-3.700 1.900-5.200 3.700-5.200 7.700M94.300 113v.5', 9.5),
  },
  alert: {
    ground: '<path d="M93 60l31 60H62z" stroke-width="10" stroke-linejoin="round"/>',
    sign: line('M93 80v19M93 111v.5', 10.5),
  },
};

/** The same on a grid of 16, each sign on whole pixels. */
const smallCorners: Record<IconMark, Corner | null> = {
  plain: null,
  tokopedia: { ground: round(11.5, 4.5), sign: line('M9.200 11.800l1.700 1.700 3-3.600', 1.5) },
  other: {
    ground: '<rect x="7" y="7" width="9" height="9" rx="1.500"/>',
    sign: line('M9 11.500h4.800M11.800 9.300l2.200 2.200-2.200 2.200', 1.3),
  },
  none: { ground: round(11.5, 4.5), sign: '<path d="M9 11h5v1H9z" fill="#fff"/>' },
  unknown: {
    ground: round(11.5, 4.5),
    sign: '<path d="M10 8h3v3h-1v1h-1v-2h1V9h-2zM11 13h1v1h-1z" fill="#fff"/>',
  },
  alert: {
    ground: '<path d="M11.500 7.200l3.700 8H7.800z" stroke-width="1.600" stroke-linejoin="round"/>',
    sign: '<path d="M11 9h1v3h-1zM11 13h1v1h-1z" fill="#fff"/>',
  },
};

const largeBasket = `<path d="${basketDrawing.handle}" stroke="${ink}" stroke-width="19" stroke-linecap="round" fill="none"/>
<path d="${basketDrawing.handle}" stroke="${yellow}" stroke-width="7" stroke-linecap="round" fill="none"/>
<g fill="${yellow}" stroke="${ink}" stroke-width="7" stroke-linejoin="round"><path d="${basketDrawing.rim}"/><path d="${basketDrawing.body}"/></g>
<path d="${basketDrawing.slats}" stroke="${ink}" stroke-width="8" stroke-linecap="round"/>`;

/** Sixteen pixels have no room for the large one's lines: a basket of its own, every edge on a pixel. */
const smallBasket = `<path d="M3 6V4a4 4 0 0 1 4-4h2a4 4 0 0 1 4 4v2h-3V4a1 1 0 0 0-1-1H7a1 1 0 0 0-1 1v2z" fill="${ink}"/>
<path d="M4 6V4a3 3 0 0 1 3-3h2a3 3 0 0 1 3 3v2h-1V4a2 2 0 0 0-2-2H7a2 2 0 0 0-2 2v2z" fill="${yellow}"/>
<path d="M1 5h14a1 1 0 0 1 1 1v2a1 1 0 0 1-1 1l-1.100 6a1 1 0 0 1-1 1H3.100a1 1 0 0 1-1-1L1 9a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1z" fill="${ink}"/>
<path d="M1 6h14v2H1zM2.200 9h11.600l-1 6H3.200z" fill="${yellow}"/>
<path d="M6 10h1v4H6zM9 10h1v4H9z" fill="${ink}"/>`;

/** The basket as SVG, with a state's mark in its corner; `size` in pixels chooses the drawing. */
export function drawIcon(mark: IconMark, size: number): string {
  const isSmall = size <= 16;
  const grid = isSmall ? 16 : 128;
  const corner = (isSmall ? smallCorners : largeCorners)[mark];
  const basket = isSmall ? smallBasket : largeBasket;
  const free = isSmall ? 2 : 14;
  const drawn =
    corner === null
      ? basket
      : `<mask id="free"><rect width="${grid}" height="${grid}" fill="#fff"/><g fill="#000" stroke="#000" stroke-width="${free}">${corner.ground.replace(/stroke-width="([\d.]+)"/, (_all, width) => `stroke-width="${Number(width) + free}"`)}</g></mask>
<g mask="url(#free)">${basket}</g><g fill="${colours[mark]}" stroke="${mark === 'alert' ? colours[mark] : 'none'}">${corner.ground}</g>${corner.sign}`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${grid} ${grid}">${drawn}</svg>`;
}
