import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { wordsIn } from '../../core/explanation/words';
import { demoPages } from '../shop/demo-pages';
import { walks } from './every-walk';

/** Where the demo's own first page stands. */
export const startHost = 'demo.example';

const look = join(import.meta.dirname, '../../components/look');
const font = readFileSync(join(look, 'fonts/text.woff2')).toString('base64');
const style = `
@font-face { font-family: 'Plus Jakarta Sans'; font-weight: 400 700; src: url(data:font/woff2;base64,${font}) format('woff2'); }
${readFileSync(join(look, 'tokens.css'), 'utf8')}
* { margin: 0; box-sizing: border-box; }
body { font: 400 16px/1.5 'Plus Jakarta Sans', sans-serif; color: var(--ink); background: var(--ground); padding: 40px 24px 64px; }
main { max-width: 1080px; margin: 0 auto; display: grid; gap: 28px; }
h1 { font-size: 32px; line-height: 1.2; }
.doors { display: grid; grid-template-columns: repeat(auto-fit, minmax(280px, 1fr)); gap: 16px; }
.door { display: grid; grid-template-rows: auto 1fr; border: 1px solid var(--line); border-radius: 16px; background: var(--card); overflow: hidden; }
.door button { font: inherit; font-weight: 700; text-align: left; padding: 18px 20px; border: 0; cursor: pointer; background: var(--basket); color: var(--on-basket); }
.door button:focus-visible { outline: 3px solid var(--ink); outline-offset: -5px; }
.door ol { padding: 16px 20px 16px 40px; display: grid; gap: 8px; align-content: start; overflow-wrap: anywhere; }
.door ol + ol { border-top: 1px solid var(--line); }
[lang=en] { color: var(--ink-soft); font-weight: 400; }
.door button [lang=en] { color: inherit; display: block; }
details li { margin: 6px 0; }
a { color: var(--link); }
`;

/** All links lead into one tab: what is opened there in turn is one walk. */
const linked = (text: string): string =>
  text.replace(/\[(.+?)\]\((.+?)\)/g, '<a href="$2" target="shop">$1</a>');

const steps = (language: 'id' | 'en', all: readonly string[]): string =>
  `<ol lang="${language}">${all.map((step) => `<li>${linked(step)}</li>`).join('')}</ol>`;

/** The one choice with which `npm start` opens: a press calls `begin` with the walk’s name. */
export function startPage(): string {
  const doors = walks.map(
    ({ name, title, steps: stepsIn }) => `<section class="door">
<button type="button" onclick="begin('${name}')"><span lang="id">${title.id}</span><span lang="en">${title.en}</span></button>
<div>${steps('id', stepsIn(wordsIn('id')))}${steps('en', stepsIn(wordsIn('en')))}</div></section>`,
  );
  const pages = demoPages.map(
    ({ address, describes }) => `<li><a href="${address}" target="shop">${address}</a><br>${describes}</li>`,
  );
  return `<!doctype html><html lang="id"><head><meta charset="utf-8"><title>Di Balik Keranjang · demo</title>
<link rel="icon" href="data:,"><style>${style}</style></head><body><main>
<h1>Mau melihat apa? <span lang="en">What would you like to look at?</span></h1>
<div class="doors">${doors.join('')}</div>
<details><summary>Semua halaman toko contoh · <span lang="en">All pages of the demo shop, each with what it shows</span></summary><ul lang="en">${pages.join('')}</ul></details>
<p>Browser ini hanya mengenal toko contoh di komputer Anda. Tutup untuk mengakhiri. <span lang="en">This browser knows only the demo shop on your own machine. Close it to end.</span></p>
</main></body></html>`;
}
