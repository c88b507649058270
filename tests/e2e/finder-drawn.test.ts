import { expect, test } from 'vitest';
import type { Rect } from '../../core/personal/personal-place';
import type { OtherHost } from '../../demo/server';
import { findInPage } from '../builders/find-in-page';
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
  'a copy as a shadow': `<p style="height:60px"><span data-w data-copy="0,30" style="text-shadow:0 30px #000">${phone}</span></p>`,
  'text before an element': '<p data-w class="before">x</p>',
  'an attribute before an element': `<p data-w class="told" data-n="${phone}">x</p>`,
  'text after a box to tick': '<input data-w type="checkbox" class="ticked">',
  'an option’s label': `<select data-w><option value="" label="${phone}">x</option></select>`,
  'a group of options': `<select data-w size="3"><optgroup label="${phone}"><option value="">x</option></optgroup></select>`,
  'a picture button that did not come': `<input data-w type="image" alt="${phone}" src="data:image/png;base64,xx">`,
  'a script that is shown': `<script data-w type="text/plain" style="display:inline-block">${phone}</script>`,
  'a style that is shown': `<style data-w style="display:inline-block">${phone}</style>`,
  'a popover within what is transparent': `<div style="opacity:0"><div data-w popover="manual" id="top" style="inset:auto;margin:0;top:0;right:0;border:0;padding:0">${phone}</div></div>`,
  'a row that cuts nothing off': `<table style="table-layout:fixed;width:60px"><tr style="overflow:hidden"><td style="white-space:nowrap;padding:0;width:60px"><span data-w>${phone}</span></td></tr></table>`,
  'a loose part within an inline one': `<div style="position:relative;height:40px"><div style="overflow:hidden;width:20px;height:20px"><span style="transform:translate(0)"><b data-w style="position:absolute;left:60px;top:10px">${phone}</b></span></div></div>`,
  'a drawing used once more': `<svg width="0" height="0" style="display:none"><symbol id="again"><text y="16">${phone}</text></symbol></svg><svg width="250" height="30"><use data-w href="#again"/></svg>`,
  'counters of two digits': '<p data-w class="pairs"></p>',
  'the number of a list’s first item':
    '<ol start="812345678" style="list-style-position:inside"><li data-w>x</li></ol>',
  'the number of an item': '<ol style="list-style-position:inside"><li data-w value="812345678">x</li></ol>',
  'a drop shadow': `<p style="height:70px"><b data-w data-copy="0,40" style="display:inline-block;filter:drop-shadow(0 40px 0 #000)">${phone}</b></p>`,
  'a filter that moves it': `<svg width="0" height="0" style="position:absolute"><filter id="down" x="-10" y="-10" width="30" height="30"><feOffset dy="45"/></filter></svg><p style="height:80px"><b data-copy="0,45" style="display:inline-block;filter:url(#down)">${phone}</b></p>`,
  'a reflection': `<p style="height:60px"><b data-w data-copy="0,26" style="display:inline-block;height:24px;-webkit-box-reflect:below 2px">${phone}</b></p>`,
  'a shadow that is scaled with its text': `<div style="height:90px;width:120px;font-size:8px;line-height:8px;transform:scale(3);transform-origin:0 0"><span data-w data-copy="0,42" style="text-shadow:0 14px 0 #000">${phone}</span></div>`,
};
const drawnPages: OtherHost = {
  host: 'www.tiktok.com',
  answer: (path) =>
    path.startsWith('/cara')
      ? {
          status: 200,
          headers: { 'content-type': 'text/html; charset=utf-8' },
          body: `<!doctype html><meta charset="utf-8"><title>Cara</title><style>@counter-style nomor { system: cyclic; symbols: "${phone}"; suffix: " " }
.marked::marker { content: "${phone} " } .counted { counter-reset: n 812987654 } .counted::before { content: "0" counter(n) } .before::before { content: "${phone}" }
.told::before { content: attr(data-n) } .ticked { appearance: none; width: 200px; height: 30px } .ticked::after { content: "${phone}" }
.pairs { counter-reset: a 81 b 23 c 45 d 67 e 89 } .pairs::before { content: "+62 " counter(a) counter(b) counter(c) counter(d) counter(e) }</style>
${Object.values(ways).join('<hr>')}
<hr><ol><li data-free>Satu</li><li data-free>Dua</li></ol><p><q data-free>kutipan</q></p><input data-free placeholder="Cari akun dan video"><select data-free><option value="">Pilih ukuran</option></select>
<p data-free>1 2 3 4 5 6</p><script>document.getElementById('top').showPopover()</script>`,
        }
      : null,
};

test('whatever way a datum is drawn, it is covered where it stands, and ordinary lists, quotes and hints are not', async () => {
  const { browser } = await stageHere({ language: 'id', pages: [drawnPages] });
  const page = await browser.newPage();
  await page.goto('https://www.tiktok.com/cara');
  const { personal: places } = await findInPage(browser, 'https://www.tiktok.com/cara');
  const boxes = (mark: string) =>
    page.evaluate(`[...document.querySelectorAll('[${mark}]')].map((one) => {
        const { x, y, width: w, height: h } = one.getBoundingClientRect();
        return { what: one.outerHTML.slice(0, 110), x: x + scrollX, y: y + scrollY, w, h };
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
  const copies = (await boxes('data-copy')).map(({ what, x, y, w, h }) => {
    const [dx = 0, dy = 0] = (/data-copy="(\d+),(\d+)"/.exec(what) ?? []).slice(1).map(Number);
    return { what, x: x + dx, y: y + dy, w, h };
  });
  // Firefox reflects nothing.
  const drawn = copies.filter(({ what }) => browser.name === 'Chromium' || !what.includes('box-reflect'));
  expect(drawn.length).toBeGreaterThan(2);
  expect(drawn.filter((box) => !isCovered(box)).map(({ what }) => what)).toEqual([]);
  const marked = (await boxes('data-free')).filter((box) => places.some((place) => touches(place, box)));
  expect(marked.map(({ what }) => what)).toEqual([]);
}, 120_000);
