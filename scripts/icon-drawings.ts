/** The states the toolbar can show; each is the basket with its own corner mark. */
export const iconMarks = ['plain', 'tokopedia', 'other', 'none', 'unknown', 'alert'] as const;
export type IconMark = (typeof iconMarks)[number];

const ink = '#1d1a12';
const yellow = '#ffc800';

/** Corner marks differ in shape, not in colour alone, so that they tell apart without colour. */
const corners: Record<IconMark, string> = {
  plain: '',
  tokopedia: `<circle cx="96" cy="96" r="30" fill="#0b7a3b"/><path d="M82 97l10 10 19-21" fill="none" stroke="#fff" stroke-width="9" stroke-linecap="round" stroke-linejoin="round"/>`,
  other: `<rect x="66" y="66" width="60" height="60" rx="10" fill="#1f5fa8"/><path d="M80 96h31M99 83l13 13-13 13" fill="none" stroke="#fff" stroke-width="9" stroke-linecap="round" stroke-linejoin="round"/>`,
  none: `<circle cx="96" cy="96" r="30" fill="#5b6470"/><path d="M82 96h28" stroke="#fff" stroke-width="10" stroke-linecap="round"/>`,
  unknown: `<circle cx="96" cy="96" r="30" fill="#8a5a00"/><path d="M86 89a10.5 10.5 0 1 1 15 9.500c-3.5 1.8-5 3.5-5 7.500M96 114.500v.5" fill="none" stroke="#fff" stroke-width="8.5" stroke-linecap="round"/>`,
  alert: `<path d="M96 60l34 62H62z" fill="#b3261e" stroke="#b3261e" stroke-width="8" stroke-linejoin="round"/><path d="M96 82v18M96 112v.5" stroke="#fff" stroke-width="9.5" stroke-linecap="round"/>`,
};

/** The basket as SVG on a 128 px grid: drawn for this product. */
export const drawIcon = (
  mark: IconMark,
): string => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 128 128">
<path d="M36 50 55 14M92 50 73 14" stroke="${ink}" stroke-width="18" stroke-linecap="round" fill="none"/>
<path d="M36 50 55 14M92 50 73 14" stroke="${yellow}" stroke-width="8" stroke-linecap="round" fill="none"/>
<path d="M10 46h108a4 4 0 0 1 4 4.800l-1.6 9.200a6 6 0 0 1-6 5H13.600a6 6 0 0 1-6-5L6 50.800A4 4 0 0 1 10 46z" fill="${yellow}" stroke="${ink}" stroke-width="7" stroke-linejoin="round"/>
<path d="M15 65h98l-8.5 41a11 11 0 0 1-10.8 8.800H34.300A11 11 0 0 1 23.5 106z" fill="${yellow}" stroke="${ink}" stroke-width="7" stroke-linejoin="round"/>
<path d="M46 78l3 22M82 78l-3 22M64 78v22" stroke="${ink}" stroke-width="7" stroke-linecap="round"/>
${corners[mark]}</svg>`;
