import { beforeAll, describe, expect, test } from 'vitest';
import type { PersonalPlace, Rect } from '../../core/capture/frozen-page';
import type { DrivenBrowser } from '../../demo/drive/driver';
import type { OtherHost } from '../../demo/server';
import { stageHere } from '../builders/stage-here';

const gif = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';
const img = (css = 'border-radius:50%') =>
  `<img alt="" width="36" height="36" style="width:36px;height:36px;${css}" src="${gif}">`;
const round = img();
const row = (html: string, css = '') =>
  `<div style="display:flex;gap:6px;align-items:center;${css}">${html}</div>`;
const p = (text: string, tag = 'span', css = '') => `<${tag} data-p style="${css}">${text}</${tag}>`;
const free = (text: string) => `<span data-free>${text}</span>`;
const head =
  '<svg width="36" height="36"><circle cx="18" cy="12" r="8"/><path d="M4 36a14 14 0 0 1 28 0"/></svg>';

/** Names as pages set them; `data-p` must be covered, `data-free` must not. */
const names: Readonly<Record<string, string>> = {
  level: row(`${round}<span>Lv.8</span>${p('melatiku')}${free('kak ini masih ada stok?')}`),
  live: row(`${round}<span>LIVE</span>${p('wahyuningtyas')}${free('harganya berapa kak')}`),
  count: row(`${round}<span>12</span>${p('zakirahayu')}${free('bagus sekali barangnya')}`),
  admin: row(`${round}<i>Admin</i>${p('Bella Nurhayati')}${free('silakan cek stok kak ya')}`),
  seller: row(`${round}<i>Penjual</i><i>Lv. 12</i>${p('farhans')}${free('sudah kami kirim kemarin kak')}`),
  nested: row(
    `<div>${round}<span>Lv.3</span></div><div>${p('okta.p')}<p data-free>stok masih ada berapa</p></div>`,
  ),
  before: row(`${p('Okta Purnama')}${round}`),
  'before, one word': row(`${p('melatiku')}${round}`),
  svg: row(`${head}${p('Nanda Suryadi')}`),
  stars: `<div>${p('Rahmat', 'b')}</div><div data-free>★★★★★</div>`,
  'stars before': `<div><span data-free>★★★★★</span> ${p('Citra Saragih')}</div>`,
  yesterday: `<div>${p('melati')}</div><div data-free>kemarin</div>`,
  capitalised: `<div>${p('wening larasati', 'span', 'text-transform:capitalize')}</div><div data-free>kemarin</div>`,
  'four words': `<div>${p('Agus Budi Wahyu Pranoto')}</div><div data-free>1 bulan lalu</div>`,
  'said under a name': row(
    `${round}<div><div>${p('melati')}</div><div data-free>mahalnyaa</div><div data-free>kemarin</div></div>`,
  ),
  'praise above a time': '<div data-free>mantap</div><div data-free>3 hari lalu</div>',
  menu: row(`${head}${free('Syarat Ketentuan')}`),
  product: row(`${img('border-radius:8px')}${free('Kemeja batik lengan panjang')}`, 'margin:4px 0'),
};

/** Pictures of people, however they are cut out; each beside a name. */
const beside = (picture: string) => row(`${picture}<span>Agus Pranoto</span>`);
const avatars: Readonly<Record<string, string>> = {
  'clip path': beside(img('clip-path:circle(50%)').replace('<img', '<img data-p')),
  'clip path around': `<div style="clip-path:circle();width:36px;height:36px">${img('').replace('<img', '<img data-p')}</div>`,
  mask: beside(img('mask:radial-gradient(circle,#000 70%,transparent 71%)').replace('<img', '<img data-p')),
  'svg clip': beside(
    `<svg width="40" height="40"><clipPath id="c1"><circle cx="20" cy="20" r="20"/></clipPath><image data-p href="${gif}" width="40" height="40" clip-path="url(#c1)"/></svg>`,
  ),
  'svg pattern': beside(
    `<svg width="40" height="40"><defs><pattern id="p1" width="1" height="1"><image href="${gif}" width="40" height="40"/></pattern></defs><circle data-p cx="20" cy="20" r="20" fill="url(#p1)"/></svg>`,
  ),
  'picture before': beside('<i data-p class="before"></i>'),
  'content of an element': beside(
    `<i data-p style="content:url(${gif});width:36px;height:36px;border-radius:50%"></i>`,
  ),
  'rounded 8': beside(img('border-radius:8px').replace('<img', '<img data-p')),
  'rounded 14': beside(img('border-radius:14px;width:48px;height:48px').replace('<img', '<img data-p')),
  'rounded behind a name': row(
    `<b>Okta Purnama</b>${img('border-radius:10px').replace('<img', '<img data-p')}`,
  ),
  'image button': beside(
    `<input data-p type="image" alt="" src="${gif}" style="width:36px;height:36px;border-radius:50%">`,
  ),
  'mark of a list': `<ul style="list-style:inside url('data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22 width=%2236%22 height=%2236%22/%3E')"><li data-p>Agus Pranoto</li></ul>`,
  poster: beside(
    `<video data-p poster="${gif}" style="width:36px;height:36px;border-radius:50%;object-fit:cover"></video>`,
  ),
  'no person: a product': row(
    `${img('border-radius:8px;width:64px;height:64px').replace('<img', '<img data-free')}<div><div data-free>Kemeja batik lengan panjang</div><div data-free>Rp69.000</div></div>`,
  ),
  'no person: a sharp square': row(`${img('').replace('<img', '<img data-free')}<span>Tas</span>`),
};

const style = `body{font:15px/1.5 sans-serif;margin:20px;max-width:700px} .before::before{content:"";display:block;width:36px;height:36px;border-radius:50%;background:url(${gif})}`;
const pageOf = (ways: Readonly<Record<string, string>>) =>
  `<!doctype html><meta charset="utf-8"><title>Orang</title><style>${style}</style>${Object.entries(ways)
    .map(([way, html]) => `<section data-way="${way}" style="margin:0 0 90px">${html}</section>`)
    .join('')}`;
const bodies: Readonly<Record<string, string>> = {
  '/nama': pageOf(names),
  '/rupa': pageOf(avatars),
  '/banyak': `<!doctype html><meta charset="utf-8"><div style="height:20px;overflow:hidden">${'<img style="width:16px;height:16px;border-radius:50%" src="data:,">'.repeat(15_000)}</div>`,
};
const people: OtherHost = {
  host: 'www.tiktok.com',
  answer: (path) => {
    const body = bodies[path];
    return body === undefined
      ? null
      : { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body };
  },
};
const holds = (a: Rect, b: Rect) =>
  a.x <= b.x + 1.5 && a.y <= b.y + 1.5 && a.x + a.w >= b.x + b.w - 1.5 && a.y + a.h >= b.y + b.h - 1.5;
const touches = (a: Rect, b: Rect) =>
  a.x < b.x + b.w - 1 && b.x < a.x + a.w - 1 && a.y < b.y + b.h - 1 && b.y < a.y + a.h - 1;

describe('people in a page', { timeout: 120_000 }, () => {
  let browser: DrivenBrowser;
  beforeAll(async () => {
    ({ browser } = await stageHere({ language: 'id', pages: [people] }));
  });

  async function look(path: string) {
    const page = await browser.newPage();
    await page.goto(`https://www.tiktok.com${path}`);
    const { result, ms } = (await browser.background.evaluate(`(async () => {
      const [tab] = (await chrome.tabs.query({})).filter(({ url }) => url?.endsWith(${JSON.stringify(path)}));
      const before = performance.now();
      const [{ result }] = await chrome.scripting.executeScript({ target: { tabId: tab.id }, files: ['/personal-finder.js'] });
      return { result, ms: performance.now() - before };
    })()`)) as { result: { personal?: PersonalPlace[] }; ms: number };
    const boxes = (await page.evaluate(`[...document.querySelectorAll('[data-p], [data-free]')].map((one) => {
      const range = document.createRange();
      range.selectNodeContents(one);
      const { x, y, width: w, height: h } = (one.textContent === '' ? one : range).getBoundingClientRect();
      return { what: one.closest('[data-way]').dataset.way + ': ' + (one.textContent || one.localName), isPersonal: one.hasAttribute('data-p'), x: x + scrollX, y: y + scrollY, w, h };
    })`)) as (Rect & { what: string; isPersonal: boolean })[];
    const places = result.personal ?? [];
    return {
      ms,
      open: boxes
        .filter((box) => box.isPersonal && !places.some((place) => holds(place, box)))
        .map(({ what }) => what),
      wrong: boxes
        .filter((box) => !box.isPersonal && places.some((place) => touches(place, box)))
        .map(({ what }) => what),
    };
  }

  test('are named beside their pictures, above stars and times, and nobody else is', async () => {
    expect(await look('/nama')).toMatchObject({ open: [], wrong: [] });
  });

  test('are seen in pictures, however these are cut out', async () => {
    expect(await look('/rupa')).toMatchObject({ open: [], wrong: [] });
  });

  test('may be 15,000 in one row, and the page stands still no longer than it may', async () => {
    expect((await look('/banyak')).ms).toBeLessThan(9000);
  });
});
