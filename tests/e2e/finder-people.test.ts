import { beforeAll, describe, expect, test } from 'vitest';
import type { PersonalPlace, Rect } from '../../core/personal/personal-place';
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
  table: `<table><tr><td>Nama Penerima</td><td>:</td>${p('Agus Pranoto', 'td')}</tr></table>`,
  'term and text': `<dl><dt>Nama :</dt>${p('wening larasati', 'dd')}</dl>`,
  'label in line': `<div><span>Kurir:</span>${p('Farhan Susilo')}</div>`,
  'label above': `<div><div>Dipesan oleh</div>${p('Zaki Rahayu', 'div')}</div>`,
  'form mark': `<label>Nama <i>*</i></label>${p('Mega Lestari', 'div')}`,
  'bold and colon': `<div>${p('Lukman Gunawan', 'b')}: kak ini ready?</div>`,
  'colon in bold': `<div><b>${p('Rudi')}:</b> kak ini ready?</div>`,
  'bold alone': `<div>${p('Tari', 'b')}<span>kak ini ready?</span></div>`,
  'hour, bold': `<div>10:24 ${p('Yanti Suryadi', 'b')} kak bisa kirim?</div>`,
  reply: `<div>Membalas ${p('Galih Purnama', 'a')}</div>`,
  greeted: `<h2>Halo, ${p('Rini', 'b')}!</h2>`,
  'above a phone': `<div>${p('Eka Nugroho')} <small>(Rumah)</small></div><div data-p>0812****7890</div>`,
  'before, with a state': row(
    `<div>${p('Bayu Saragih', 'div')}<small data-free>Terakhir dilihat 10:24</small></div>${round}`,
  ),
  'below a picture': `<div style="width:90px;text-align:center">${round}<br>${p('dimas.s')}</div>`,
  'one after another': row(`${round}${p('tono.p')}${round}${p('Hesti Wulan')}${round}${p('intan_r')}`),
  'surname masked': `<div>${p('Bu*** Santoso')}</div><div data-free>12 Mei 2026</div>`,
  signed: `<div>Oleh ${p('Dewi Siregar', 'b')} · <span data-free>2 Mei 2026</span></div>`,
  'card of a shop': `<h4>ALAMAT PENGIRIMAN</h4><div data-p>Joko Wibowo</div><div data-p>Jl. Kenari No. 5, Bandung</div><section><b data-free>Toko Berkah Jaya</b><div data-free>Kemeja batik lengan panjang</div></section>`,
  goods: `<div><b data-free>Blender Portabel</b><div data-free>Rp69.000</div><div data-free>★ 4.9 · 120 terjual</div><div data-free>Dikirim dari Kota Bandung</div><div data-free>Aktif 5 menit lalu</div></div>`,
  icons: row(
    ['Beranda', 'Pusat Bantuan', 'Pesanan Saya', 'Tentang Kami'].map((word) => head + free(word)).join(''),
  ),
  'an order on its way': `<div data-free>Dalam Perjalanan</div><div data-free>12-05-2026</div><div data-free>Sedang Dikemas</div><div data-free>10:30</div><div data-free>Jakarta Selatan</div><div data-free>12 Mei 2026</div>`,
  'own answer': row(`${free('siap kak saya tunggu ya')}${round}`),
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
  'mark of a list': `<ul style="list-style:inside url('data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22 width=%2236%22 height=%2236%22/%3E')"><li data-p>Wulan Hapsari</li></ul>`,
  'drawn after': beside('<i data-p class="after"></i>'),
  'clip path of a parent': beside(
    `<i style="clip-path:inset(0 round 50%);width:36px;height:36px">${img('').replace('<img', '<img data-p')}</i>`,
  ),
  'image set': beside(
    `<i data-p style="display:block;width:36px;height:36px;border-radius:50%;background-image:image-set(url(${gif}) 1x)"></i>`,
  ),
  'old link in a drawing': beside(
    `<svg width="40" height="40"><mask id="m1"><circle cx="20" cy="20" r="20" fill="#fff"/></mask><g mask="url(#m1)"><image data-p xlink:href="${gif}" width="40" height="40"/></g></svg>`,
  ),
  'rounded background': beside(
    `<i data-p style="display:block;width:40px;height:40px;border-radius:8px;background:url(${gif})"></i>`,
  ),
  poster: beside(
    `<video data-p poster="${gif}" style="width:36px;height:36px;border-radius:50%;object-fit:cover"></video>`,
  ),
  'no person: a product': row(
    `${img('border-radius:8px;width:64px;height:64px').replace('<img', '<img data-free')}<div><div data-free>Kemeja batik lengan panjang</div><div data-free>Rp69.000</div></div>`,
  ),
  'no person: a sharp square': row(`${img('').replace('<img', '<img data-free')}<span>Tas</span>`),
};

const style = `.after::after{content:url(${gif});display:block;width:36px;height:36px;border-radius:50%;overflow:hidden} body{font:15px/1.5 sans-serif;margin:20px;max-width:700px} .before::before{content:"";display:block;width:36px;height:36px;border-radius:50%;background:url(${gif})}`;
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
