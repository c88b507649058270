import type { OtherHost } from '../../demo/server';

/** How a made page moves; `ms` is the time between two changes. */
export const motions = [
  'recycled',
  'inserted',
  'glides',
  'alternates',
  'shown',
  'replaced',
  'written',
  'opened',
  'faces',
  'face-glides',
  'face-marquee',
  'hinted',
  'options',
  'late-shadow',
  'shadowed',
  'window',
  'still',
] as const;
export type Motion = (typeof motions)[number];

const numbers = Array.from(
  { length: 40 },
  (_, n) => `0812 9${String(876_543 + n * 7919).slice(0, 3)} ${String(1000 + n * 197).slice(0, 4)}`,
);

/**
 * A chat of made people with telephone numbers, in red, everything else in blue: a red pixel in a stored picture is a
 * number that can be read. The demo's page of a video without a basket is judged; only its look is this.
 */
export const movingPages: OtherHost = {
  host: 'www.tiktok.com',
  answer: (path) => {
    const url = new URL(path, 'https://www.tiktok.com');
    if (url.pathname !== '/@demo/live') return null;
    const motion = url.searchParams.get('motion') ?? 'still';
    const ms = Number(url.searchParams.get('ms') ?? 100);
    return {
      status: 200,
      headers: { 'content-type': 'text/html; charset=utf-8' },
      body: `<!doctype html><meta charset="utf-8"><title>Siaran</title><style>
body { margin: 0; font: 15px/24px sans-serif; color: #0000c0; background: #fff; -webkit-font-smoothing: none }
#chat { position: absolute; left: 40px; top: 60px; width: 420px; height: 264px; overflow: hidden }
#chat div { height: 24px; white-space: nowrap }
b { color: #e00000; font-weight: 400 }
/* What leads to a number is no number. */
i { color: #0000c0; font-style: normal }
#lane { position: absolute; left: 500px; top: 120px; width: 600px; height: 30px; white-space: nowrap }
/* A face, as red as a number. */
u { display: block; width: 40px; height: 40px; border-radius: 50%; background: url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='40' height='40'%3E%3Crect width='40' height='40' fill='%23e00000'/%3E%3C/svg%3E") }
#lane.written::before { content: attr(data-number); color: #e00000 }
#lane input, #lane select { width: 200px; color: #e00000 }
#lane input::placeholder { color: #e00000 }
#lane > span { color: #e00000 }
@keyframes along { to { transform: translateX(500px) } }
p { position: absolute; top: 360px; left: 40px; width: 700px }
</style><div id="chat"></div><div id="lane"></div><p>Siaran contoh tanpa isi lain. Halaman ini buatan, dan orang-orangnya juga.</p>
<script>
const numbers = ${JSON.stringify(numbers)};
const chat = document.getElementById('chat'), lane = document.getElementById('lane');
let at = 0;
const row = (n) => { const one = document.createElement('div'); one.append('hubungi ', Object.assign(document.createElement('b'), { textContent: numbers[n % 40] }), n % 3 ? ' ya' : ' untuk pesan yang banyak sekali'); return one; };
const fill = () => { for (let n = 0; n < 11; n += 1) chat.append(row(n)); };
const motions = {
  still: () => fill(),
  recycled: () => { fill(); setInterval(() => { at += 1; [...chat.children].forEach((one, n) => { one.childNodes[1].textContent = (at + n) % 4 ? numbers[(at + n) % 40] : ''; one.childNodes[0].data = (at + n) % 2 ? 'hubungi saya di ' : 'wa '; }); }, ${ms}); },
  inserted: () => { fill(); setInterval(() => { at += 1; chat.prepend(row(at)); chat.lastChild.remove(); }, ${ms}); },
  glides: () => { lane.append('nomor ', row(3).children[0]); const begun = performance.now(); setInterval(() => { lane.style.transform = 'translateX(' + (((performance.now() - begun) * 0.3) % 400 - 100) + 'px)'; }, Math.min(${ms}, 16)); },
  alternates: () => { lane.append(row(1).children[0]); const [b] = lane.children; setInterval(() => { at += 1; b.replaceChildren(Object.assign(document.createElement('i'), { textContent: at % 2 ? 'stok masih ada' : 'hubungi segera di nomor ' }), at % 2 ? '' : numbers[at % 40]); }, ${ms}); },
  shown: () => { fill(); [...chat.children].forEach((one) => { one.style.opacity = 0; }); setInterval(() => { at += 1; [...chat.children].forEach((one, n) => { one.style.opacity = (at + n) % 2; }); }, ${ms}); },
  replaced: () => { fill(); setInterval(() => { at += 1; chat.replaceChildren(...Array.from({ length: 11 }, (_, n) => row(at + n))); }, ${ms}); },
  written: () => { lane.className = 'written'; setInterval(() => { at += 1; lane.dataset.number = at % 2 ? numbers[at % 40] : ''; }, ${ms}); },
  opened: () => { lane.append(row(1).children[0]); Object.assign(lane.style, { overflow: 'hidden', height: 0 }); setInterval(() => { at += 1; lane.style.height = at % 2 ? '30px' : '0'; }, ${ms}); },
  faces: () => { const face = () => document.createElement('u'); setInterval(() => { at += 1; chat.replaceChildren(...Array.from({ length: 5 }, (_, n) => { const one = document.createElement('div'); one.style.height = '48px'; if ((n * 7 + at) % 3 === 0) one.append(face()); return one; })); }, ${ms}); },
  'face-glides': () => { lane.append(document.createElement('u')); setInterval(() => { lane.firstChild.style.transform = 'translateX(' + ((performance.now() * 0.5) % 500) + 'px)'; }, Math.min(${ms}, 16)); },
  'face-marquee': () => { lane.append(document.createElement('u')); lane.firstChild.style.animation = 'along 3s linear infinite'; },
  hinted: () => { const field = document.createElement('input'); lane.append(field); setInterval(() => { at += 1; field.placeholder = at % 2 ? 'Cari barang' : numbers[at % 40]; }, ${ms}); },
  options: () => { lane.innerHTML = '<select><option value="">.</option></select>'; const [option] = lane.querySelectorAll('option'); setInterval(() => { at += 1; option.textContent = at % 2 ? '.' : numbers[at % 40]; }, ${ms}); },
  'late-shadow': () => { setInterval(() => { at += 1; const host = document.createElement('div'); Object.assign(host.style, { position: 'absolute', top: (at % 8) * 26 + 'px' }); lane.replaceChildren(host); setTimeout(() => { host.attachShadow({ mode: 'open' }).innerHTML = '<span style="color:#e00000">' + numbers[at % 40] + '</span>'; }, 5); }, ${ms}); },
  shadowed: () => { lane.textContent = numbers[1]; setInterval(() => { at += 1; lane.style.textShadow = at % 2 ? '0 80px 0 #e00000' : 'none'; }, ${ms}); },
  window: () => { lane.append(row(1).children[0]); lane.style.overflow = 'hidden'; setInterval(() => { lane.style.width = (performance.now() * 0.6) % 140 + 'px'; }, Math.min(${ms}, 16)); },
};
motions[${JSON.stringify(motion)}]();
</script>`,
    };
  },
};
export const movingAddress = (motion: Motion, ms: number): string =>
  `https://www.tiktok.com/@demo/live?motion=${motion}&ms=${ms}`;
