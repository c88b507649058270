import { expect, test } from 'vitest';
import type { PersonalPlace, Rect } from '../../core/capture/frozen-page';
import type { OtherHost } from '../../demo/server';
import { stageHere } from '../builders/stage-here';

const phone = '081298765432';
/** Ways to draw a datum, each in an element that must be covered. */
const ways: Readonly<Record<string, string>> = {
  'a hint in a field': `<input data-w size="30" placeholder="${phone}">`,
  'a name as a hint': '<input data-w size="30" placeholder="Kenanga Prasasti">',
  'a hint in a larger field': `<textarea data-w placeholder="Telp ${phone}"></textarea>`,
  'a shown option without a value': `<select data-w><option value="">${phone}</option><option>b</option></select>`,
  'a list of options of which none is chosen': `<select data-w size="3"><option value="a">${phone}</option><option>b</option></select>`,
  'digits in boxes beside a label': `<div style="display:flex;gap:8px">Kode: ${[...'4821'].map((one) => `<i data-w style="border:1px solid">${one}</i>`).join('')}</div>`,
  'digits placed one by one': `<div style="position:relative;height:24px">${[...phone].map((one, n) => `<span data-w style="position:absolute;left:${n * 10}px">${one}</span>`).join('')}</div>`,
  'quotes of a style': `<p><q data-w style="quotes:'${phone} ' '.'">x</q></p>`,
  'a mark of a list': `<ul style="list-style-position:inside"><li data-w class="marked">x</li></ul>`,
  'a list whose marks are a text': `<ul style="list-style-position:inside"><li data-w style="list-style-type:'${phone} '">x</li></ul>`,
  'marks of an own counter style':
    '<ul style="list-style-position:inside"><li data-w style="list-style-type:nomor">x</li></ul>',
  'a counter': '<p data-w class="counted"></p>',
  'a copy as a shadow': `<p style="height:60px"><span data-w style="text-shadow:0 30px #000">${phone}</span></p>`,
  'text before an element': '<p data-w class="before">x</p>',
};
const drawnPages: OtherHost = {
  host: 'www.tiktok.com',
  answer: (path) =>
    path.startsWith('/cara')
      ? {
          status: 200,
          headers: { 'content-type': 'text/html; charset=utf-8' },
          body: `<!doctype html><meta charset="utf-8"><title>Cara</title><style>@counter-style nomor { system: cyclic; symbols: "${phone}"; suffix: " " }
.marked::marker { content: "${phone} " } .counted { counter-reset: n 812987654 } .counted::before { content: "0" counter(n) } .before::before { content: "${phone}" }</style>
${Object.values(ways).join('<hr>')}
<hr><ol><li data-free>Satu</li><li data-free>Dua</li></ol><p><q data-free>kutipan</q></p><input data-free placeholder="Cari akun dan video"><select data-free><option value="">Pilih ukuran</option></select>
<p data-free>1 2 3 4 5 6</p>`,
        }
      : null,
};

test('whatever way a datum is drawn, it is covered where it stands, and ordinary lists, quotes and hints are not', async () => {
  const { browser } = await stageHere({ language: 'id', pages: [drawnPages] });
  const page = await browser.newPage();
  await page.goto('https://www.tiktok.com/cara');
  const places = (await browser.background.evaluate(`(async () => {
      const [tab] = (await chrome.tabs.query({})).filter(({ url }) => url?.endsWith('/cara'));
      const [{ result }] = await chrome.scripting.executeScript({ target: { tabId: tab.id }, files: ['/personal-finder.js'] });
      return result.personal;
    })()`)) as PersonalPlace[];
  const boxes = (mark: string) =>
    page.evaluate(`[...document.querySelectorAll('[${mark}]')].map((one) => {
        const { x, y, width: w, height: h } = one.getBoundingClientRect();
        return { what: one.outerHTML.slice(0, 80), x: x + scrollX, y: y + scrollY, w, h };
      })`) as Promise<(Rect & { what: string })[]>;
  const holds = (a: Rect, b: Rect) =>
    a.x <= b.x + 1.5 && a.y <= b.y + 1.5 && a.x + a.w >= b.x + b.w - 1.5 && a.y + a.h >= b.y + b.h - 1.5;
  /** Whether a box is covered to its last pixel, be it in pieces that lie side by side. */
  const isCovered = ({ x, y, w, h }: Rect) =>
    Array.from({ length: Math.max(1, Math.ceil(w / 2)) }, (_, n) => x + n * 2).every((at) => {
      const slice = { x: at, y, w: Math.min(2, x + w - at), h };
      return places.some((place) => holds(place, slice));
    });
  const touches = (a: Rect, b: Rect) =>
    a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
  const open = (await boxes('data-w')).filter((box) => !isCovered(box));
  expect(open.map(({ what }) => what)).toEqual([]);
  const shadow = (await boxes('data-w')).find(({ what }) => what.includes('text-shadow')) as Rect;
  const copy = { ...shadow, y: shadow.y + 30 };
  expect(
    places.some((place) => holds(place, copy)),
    'the copy below',
  ).toBe(true);
  const marked = (await boxes('data-free')).filter((box) => places.some((place) => touches(place, box)));
  expect(marked.map(({ what }) => what)).toEqual([]);
}, 120_000);
