import type { OtherHost } from '../../demo/server';

/** Height of a stripe, CSS pixels: a whole number of device pixels at every ratio that is tested. */
export const stripe = 2;
/** Heights of the fixed bars, CSS pixels. */
export const bars = { top: 60, bottom: 40 };

const stripedHost = 'lurik.contoh.test';
export const stripedAddress = (query: string): string => `https://${stripedHost}/?${query}`;

/** What a pixel of the first column says: which stripe, or which bar. */
export const placeOf = ([red = 0, green = 0, blue = 0]: readonly number[]): number | 'top' | 'bottom' => {
  if (blue === 255) return 'top';
  return blue === 254 ? 'bottom' : red + 256 * (green / 4);
};

const script = `
  const asked = new URLSearchParams(location.search);
  const many = Number(asked.get('height') ?? 3000) / ${stripe};
  const colour = (n) => 'rgb(' + (n % 256) + ',' + Math.floor(n / 256) * 4 + ',50)';
  const add = (from, until) => {
    const all = document.createDocumentFragment();
    for (let n = from; n < until; n += 1) {
      const row = document.createElement('div');
      row.className = 'row';
      row.style.background = colour(n);
      all.append(row);
    }
    document.querySelector('#rows').append(all);
  };
  add(0, many);
  const grows = asked.get('grows');
  let last = many;
  if (grows === 'below') addEventListener('scroll', () => {
    if (scrollY + innerHeight > document.documentElement.scrollHeight - 50 && scrollY > 0) { add(last, last + 200); last += 200; }
  });
  if (grows === 'above') addEventListener('scroll', () => {
    if (scrollY < 500) return;
    const notice = document.createElement('p');
    notice.textContent = 'Pemberitahuan';
    notice.style.height = '40px';
    document.querySelector('#rows').prepend(notice);
  });
  window.seen = [];
  new MutationObserver((list) => window.seen.push(...list.map(({ type, target }) => type + ' ' + target.nodeName)))
    .observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  for (const kind of ['message', 'focus', 'blur', 'focusin', 'focusout', 'resize'])
    window.addEventListener(kind, () => kind === 'message' && window.seen.push(kind), true);
`;

const html = `<!doctype html><html lang="id"><meta charset="utf-8"><title>Lurik</title><style>
  html { scroll-behavior: smooth; }
  body { margin: 0; }
  .row { height: ${stripe}px; }
  header, footer { position: fixed; left: 0; right: 0; color: #000; }
  header { position: sticky; top: 0; height: ${bars.top}px; margin-bottom: -${bars.top}px; background: rgb(0,0,255); }
  footer { bottom: 0; height: ${bars.bottom}px; background: rgb(0,0,254); }
  input { position: absolute; left: 300px; top: 20px; width: 80px; height: 16px; }
</style><header></header><input id="focus" aria-label="Isian"><div id="rows"></div><footer></footer><script>${script}</script>
</html>`;

/** A page whose every stripe's colour tells its number, with a sticky head and a fixed foot; it can grow as it is scrolled. */
export const stripedPages: OtherHost = {
  host: stripedHost,
  answer: () => ({ status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body: html }),
};
