import { bottle, text } from './page-frame';

/** What a drawn video page shows; the state scripts are added by the page itself. */
interface VideoView {
  handle: string;
  caption: string;
  colour: string;
  /** A line over the picture, e.g. that the video plays only in the app. */
  notice?: string;
  /** The marked entry of the navigation; default the feed. */
  here?: string;
  /** Further blocks of the right-hand column, as HTML. */
  aside?: string;
}

/** The body of a video page, dark, with the picture in the middle. */
export function videoBody({
  handle,
  caption,
  colour,
  notice,
  here = 'Untuk Anda',
  aside = '',
}: VideoView): string {
  return `<div class="stage">
${sideNav(here)}
<main>
  <div class="picture" style="--glow:${colour}">
    ${notice ? `<p class="notice">${text(notice)}</p>` : ''}
    ${bottle(colour)}
    <div class="under"><b>@${text(handle)}</b><p id="caption">${text(caption)}</p></div>
    <div class="progress"></div>
  </div>
  <ul class="actions"><li>${icon(HEART)}412</li><li>${icon(BUBBLE)}28</li><li>${icon(ARROW)}16</li></ul>
</main>
<aside><h2>Komentar</h2>
<p class="comment"><b>@contoh1</b> Warnanya bagus.</p>
<p class="comment"><b>@contoh2</b> Tahan panas berapa jam?</p>
<p class="comment"><b>@contoh3</b> Terima kasih infonya.</p>
${aside}</aside>
</div>`;
}

/** The navigation column that video, live and profile pages share; `here` is the marked entry. */
export function sideNav(here: string): string {
  const entries = ['Untuk Anda', 'Jelajahi', 'Mengikuti', 'LIVE', 'Profil'];
  const list = entries.map((entry) => `<li${entry === here ? ' class="here"' : ''}>${entry}</li>`).join('');
  return `<nav><b class="brand">Video Contoh</b><ul>${list}</ul></nav>`;
}

function icon(path: string): string {
  return `<svg viewBox="0 0 24 24" aria-hidden="true"><path d="${path}" fill="currentColor"/></svg>`;
}

const HEART =
  'M12 21 4.2 13C1 9.700 3 4 7.500 4 9.700 4 11.200 5.300 12 6.600 12.800 5.300 14.300 4 16.500 4 21 4 23 9.700 19.800 13z';
const BUBBLE =
  'M12 4c5 0 9 3.200 9 7.200s-4 7.200-9 7.200l-1.200-.1L6 21v-3.800C4.200 16 3 13.800 3 11.200 3 7.200 7 4 12 4z';
const ARROW = 'M13 5l8 7-8 7v-4c-5 0-8 1.500-10 4.500C3.500 13 7 9.500 13 9z';

export const VIDEO_LOOK = `
body{background:#101114;color:#f1f2f4;min-height:100vh}
.stage{display:grid;grid-template-columns:200px minmax(0,1fr) 300px;min-height:calc(100vh - 32px)}
nav,aside{padding:24px 20px}nav{border-right:1px solid #23252b}aside{border-left:1px solid #23252b}
.brand{font-size:20px;letter-spacing:-.02em}nav ul{list-style:none;margin-top:20px}
nav li{padding:9px 12px;border-radius:8px;color:#b9bcc4}nav .here{background:#1f2127;color:#fff;font-weight:600}
main{display:flex;justify-content:center;align-items:flex-end;gap:18px;padding:20px}
.picture{position:relative;height:min(700px,calc(100vh - 76px));aspect-ratio:9/16;border-radius:16px;overflow:hidden;
display:grid;place-items:center;background:radial-gradient(circle at 50% 42%,var(--glow),#1a1c22 72%)}
.picture .bottle{height:52%;filter:drop-shadow(0 18px 26px rgb(0 0 0/.5))}
.under{position:absolute;inset:auto 0 0;padding:40px 18px 22px;background:linear-gradient(transparent,rgb(0 0 0/.8))}
.notice{position:absolute;top:16px;left:16px;right:16px;padding:9px 14px;border-radius:10px;text-align:center;
background:rgb(20 21 25/.82);font-size:14px}
.progress{position:absolute;inset:auto 0 0;height:4px;background:linear-gradient(90deg,#fff 34%,rgb(255 255 255/.25) 0)}
.actions{list-style:none;display:grid;gap:16px;text-align:center;font-size:12px;color:#c9ccd3}
.actions svg{display:block;width:46px;height:46px;padding:12px;margin-bottom:4px;border-radius:50%;background:#24262d;color:#fff}
h2{font-size:16px;margin-bottom:12px}.comment{font-size:14px;margin-bottom:12px;color:#c9ccd3}.comment b{display:block;color:#8d919b}
.next{margin-top:26px;padding:16px;border-radius:12px;background:#1b1d22}
.next p{font-size:14px;color:#b9bcc4;margin-bottom:12px}
.next button{width:100%;border:0;border-radius:8px;padding:10px;background:#f1f2f4;color:#101114;font-weight:600}
.profile{display:block;padding:40px}.profile h1{font-size:26px}.profile .bio{color:#b9bcc4;margin:4px 0 18px}
.grid{display:grid;grid-template-columns:repeat(4,1fr);gap:14px;margin-top:26px}
.grid a{display:grid;place-items:center;aspect-ratio:3/4;border-radius:12px;background:#1f2127;text-decoration:none}
.grid .bottle{height:60%;max-height:180px}
@media(max-width:980px){.stage{grid-template-columns:minmax(0,1fr)}nav{display:none}aside{border:0}.grid{grid-template-columns:repeat(2,1fr)}}
`;
