import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawIcon } from '../scripts/icon-drawings';

/** A picture as CSS and HTML name it: a data address. */
export type Picture = string;
/** Headline and second line of a picture. */
export type Caption = readonly [headline: string, line: string];

/** One of the stores' pictures, as HTML to be pictured at its size. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly html: string;
}

const font = readFileSync(join(import.meta.dirname, '../components/look/fonts/text.woff2')).toString(
  'base64',
);
const look = `
@font-face { font-family: 'Plus Jakarta Sans'; font-weight: 400 700; src: url(data:font/woff2;base64,${font}) format('woff2'); }
* { margin: 0; box-sizing: border-box; }
body { font: 500 22px/1.45 'Plus Jakarta Sans', sans-serif; color: #1d1a12; background: #ffc800; overflow: hidden; position: relative; height: 100vh; }
h1 { font-size: 50px; font-weight: 700; line-height: 1.1; letter-spacing: -0.025em; text-wrap: balance; white-space: pre-line; }
.brand { display: flex; align-items: center; gap: 12px; font-weight: 700; font-size: 20px; }
.brand .mark { width: 56px; padding: 9px; border-radius: 14px; }
.mark { background: #fffdf7; flex: none; }
.mark svg { display: block; width: 100%; }
.words { position: absolute; left: 64px; top: 64px; bottom: 64px; width: 380px; display: flex; flex-direction: column; }
.words h1 { margin-top: auto; }
.words p { margin: 20px 0 auto; }
.sheet { position: absolute; overflow: hidden; background: #fffdf7; border-radius: 14px;
  box-shadow: 0 1px 2px rgb(60 45 0 / 30%), 0 24px 60px rgb(60 45 0 / 28%); }
.sheet img { display: block; width: 100%; }
.window { padding-top: 40px; }
.window::before { content: ''; position: absolute; inset: 0 0 auto; height: 40px; background:
  radial-gradient(circle at 24px 20px, #d9d0b4 6px, transparent 6.5px),
  radial-gradient(circle at 44px 20px, #d9d0b4 6px, transparent 6.5px),
  radial-gradient(circle at 64px 20px, #d9d0b4 6px, transparent 6.5px), #f4efe1; }
`;

const page = (body: string, style = ''): string =>
  `<!doctype html><meta charset="utf-8"><style>${look}${style}</style>${body}`;

/** The basket on a ground of its own: it is as yellow as the picture. */
const mark = `<div class="mark">${drawIcon('plain', 128)}</div>`;

const words = (name: string, [headline, line]: Caption): string =>
  `<div class="words"><div class="brand">${mark}${name}</div><h1>${headline}</h1><p>${line}</p></div>`;

const sheet = (kind: string, picture: Picture, place: string): string =>
  `<div class="sheet ${kind}" style="${place}"><img src="${picture}"></div>`;

const screenshot = (html: string): Layout => ({ width: 1280, height: 800, html });

/** A page of the demo shop with the popup that its toolbar button opens. */
export const popupOverPage = (name: string, caption: Caption, shop: Picture, popup: Picture): Layout =>
  screenshot(
    page(
      words(name, caption) +
        sheet('window', shop, 'left:482px;top:80px;width:750px;height:640px') +
        sheet('', popup, 'left:848px;top:132px;width:360px;padding-bottom:12px'),
    ),
  );

/** Two popups side by side, each with one of its rows open, cut where they go on. */
export const twoPopups = (name: string, caption: Caption, left: Picture, right: Picture): Layout =>
  screenshot(
    page(
      words(name, caption) +
        sheet('', left, 'left:476px;top:64px;width:360px;height:900px') +
        sheet('', right, 'left:872px;top:128px;width:360px;height:900px'),
    ),
  );

/** A page of the extension in a window that goes on below. */
export const ownPage = (name: string, caption: Caption, picture: Picture): Layout =>
  screenshot(
    page(words(name, caption) + sheet('window', picture, 'left:482px;top:80px;width:750px;height:900px')),
  );

/** Chrome's small promotional tile. */
export const smallTile = (name: string, [headline]: Caption): Layout => ({
  width: 440,
  height: 280,
  html: page(
    `<div class="tile">${mark}<div><h1>${name}</h1><p>${headline}</p></div></div>`,
    `.tile { position: absolute; inset: 0 32px; display: flex; align-items: center; gap: 24px; }
     .tile .mark { width: 128px; padding: 18px; border-radius: 30px; } .tile h1 { font-size: 34px; } .tile p { margin-top: 12px; font-size: 18px; line-height: 1.35; text-wrap: balance; }`,
  ),
});

/** The wide banner of Chrome and Edge. */
export const marquee = (name: string, [headline, line]: Caption, popup: Picture): Layout => ({
  width: 1400,
  height: 560,
  html: page(
    `<div class="wide">${mark}<div><div class="brand">${name}</div><h1>${headline}</h1><p>${line}</p></div></div>${sheet('', popup, 'left:940px;top:64px;width:380px;height:700px')}`,
    `.wide { position: absolute; left: 80px; top: 0; bottom: 0; width: 800px; display: flex; align-items: center; gap: 48px; }
     .wide .mark { width: 190px; padding: 28px; border-radius: 44px; } .wide .brand { font-size: 26px; } .wide h1 { font-size: 60px; margin-top: 12px; } .wide p { margin-top: 20px; font-size: 26px; }`,
  ),
});
