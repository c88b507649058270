import type { DrivenPage } from '../../demo/drive/driver';

/** What a reader would miss on the page as it stands: text that is cut, or a page that has to be pushed sideways. */
export const cutTexts = (page: DrivenPage): Promise<string[]> =>
  page.evaluate(`(() => {
    const found = [];
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) found.push('the page is ' + scrollWidth + ' wide in ' + clientWidth);
    for (const element of document.querySelectorAll('body *')) {
      const { overflowX, overflowY, position, visibility, clipPath } = getComputedStyle(element);
      const { clientWidth: w, clientHeight: h, scrollWidth, scrollHeight } = element;
      // One pixel: for ears only.
      if (w <= 1 || clipPath !== 'none' || visibility === 'hidden' || !element.innerText?.trim()) continue;
      const hides = (overflow) => overflow === 'hidden' || overflow === 'clip';
      const isCut = (hides(overflowX) && scrollWidth > w + 1) || (hides(overflowY) && scrollHeight > h + 1);
      const isBeyond = position !== 'fixed' && element.getBoundingClientRect().right > clientWidth + 1 &&
        !element.closest('.stage, .wide, .log-rows, svg');
      if (isCut || isBeyond)
        found.push((isCut ? 'cut: ' : 'beyond the edge: ') + element.className + ' ' + element.innerText.slice(0, 60));
    }
    return found;
  })()`) as Promise<string[]>;

/** Contrast of every answer's words with what is behind them, as WCAG computes it. */
export const answerContrasts = (page: DrivenPage): Promise<{ text: string; contrast: number }[]> =>
  page.evaluate(`(() => {
    const parts = (colour) => (colour.match(/[\\d.]+/g) ?? []).map(Number);
    const light = (colour) => {
      const [r, g, b] = parts(colour).map((part) => part / 255).map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const behind = (element) => {
      for (let at = element; at; at = at.parentElement) {
        const colour = getComputedStyle(at).backgroundColor;
        if (parts(colour)[3] !== 0) return colour;
      }
      return 'rgb(255, 255, 255)';
    };
    return [...document.querySelectorAll('.answer, .answer *, .verdict h2, .detail > h2, .compared h2')].map((element) => {
      const [less, more] = [light(getComputedStyle(element).color), light(behind(element))].sort((a, b) => a - b);
      return { text: element.textContent.slice(0, 60), contrast: (more + 0.05) / (less + 0.05) };
    });
  })()`) as Promise<{ text: string; contrast: number }[]>;

/** Where focus is now: its place among all elements, its looks, and whether a ring is drawn around it or its label. */
const focusNow = `(() => {
  const at = document.activeElement;
  if (!at || at === document.body || at === document.documentElement) return null;
  const hasRing = (element) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1;
  };
  // A mark on a picture is drawn thicker and in another colour; a point of the timeline gets a circle around it.
  const isMark = at.matches('.canvas g, .point') && at.matches(':focus-visible');
  // The button within a date field is the browser's own, and so is its ring.
  const isDrawn = isMark || (at.matches('input[type=date]') && !at.matches(':focus'));
  const label = at.closest('label, .choose')?.querySelector('.primary') ?? at.closest('.drop-zone')?.querySelector('.choose-file') ?? (at.type === 'file' ? at.labels[0] : null);
  const { width, height } = (label ?? at).getBoundingClientRect();
  return {
    place: [...document.querySelectorAll('*')].indexOf(at),
    text: at.tagName + ' ' + (at.name ?? '') + ' ' + (at.className?.baseVal ?? at.className) + ' ' + (at.getAttribute('aria-label') ?? at.textContent ?? '').slice(0, 40),
    isSeen: (hasRing(at) || isDrawn || (label !== null && label !== undefined && hasRing(label))) && width > 1 && height > 1,
  };
})()`;

/** A window that another one took the focus from shows no ring: it is given back before that is a fault. */
async function focusOf(page: DrivenPage): Promise<{ place: number; text: string; isSeen: boolean } | null> {
  const look = () =>
    page.evaluate(focusNow) as Promise<{ place: number; text: string; isSeen: boolean } | null>;
  let now = await look();
  for (let again = 0; again < 10 && now?.isSeen === false; again += 1) {
    await page.bringToFront();
    await page.waitForTimeout(200);
    now = await look();
  }
  return now;
}

/** Presses Tab from the top to the end: what takes focus without showing it, out of order, or never lets it go. */
export async function focusFaults(page: DrivenPage): Promise<string[]> {
  const faults: string[] = [];
  const most = 800;
  // From the top, whatever held focus before.
  await page.evaluate(
    `{ const top = document.querySelector('main'); top.tabIndex = -1; top.focus(); top.removeAttribute('tabindex'); }`,
  );
  let last = -1;
  let stays = 0;
  for (let presses = 0; presses < most; presses += 1) {
    await page.keyboard.press('Tab');
    const now = await focusOf(page);
    if (now === null) return presses === 0 ? ['nothing takes focus'] : faults;
    if (now.place < last) return faults;
    if (!now.isSeen) faults.push(`no ring: ${now.text}`);
    // A date field has several stops of its own.
    stays = now.place === last ? stays + 1 : 0;
    if (stays > 12) return [...faults, `never lets go: ${now.text}`];
    last = now.place;
  }
  return [...faults, `focus never came to the end in ${most} presses`];
}
