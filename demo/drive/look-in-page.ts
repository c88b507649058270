/** What is asked of the elements that a selector finds. */
export type Question =
  | 'count'
  | 'texts'
  | 'text'
  | 'drawn-text'
  | 'value'
  | 'attribute'
  | 'is-disabled'
  | 'is-checked'
  | 'is-seen'
  | 'box'
  | 'point'
  | 'focus'
  | 'fill'
  | 'select';

export interface Asked {
  readonly selector: string;
  readonly what: Question;
  /** An attribute's name, a text, or a value. */
  readonly word?: string;
}

/** The answer, or why there is none yet. */
export type Answered = { readonly is: unknown } | { readonly not: string };

/** Runs in a page: it may use nothing from outside itself. */
export function lookInPage({ selector, what, word = '' }: Asked): Answered {
  const plain = (text: string | null): string => (text ?? '').replace(/\s+/g, ' ').trim();
  const [path = '', nth = ''] = selector.split(' >> nth=');
  const whole = /^text="(.*)"$/.exec(path);
  const part = /^(.*):(has-text|text-is)\("(.*)"\)$/s.exec(path);
  const found = ((): Element[] => {
    if (whole) {
      const all = [...document.body.querySelectorAll('*')].filter(
        (one) => plain(one.textContent) === whole[1],
      );
      return all.filter((one) => !all.some((other) => other !== one && one.contains(other)));
    }
    if (!part) return [...document.querySelectorAll(path)];
    const [, css = '*', how, text = ''] = part;
    return [...document.querySelectorAll(css || '*')].filter((one) =>
      how === 'text-is' ? plain(one.textContent) === text : plain(one.textContent).includes(text),
    );
  })();
  const all = nth === '' ? found : found.slice(Number(nth), Number(nth) + 1);
  if (what === 'count') return { is: all.length };
  if (what === 'texts') return { is: all.map((one) => one.textContent) };
  const [element] = all;
  if (!element) return { not: 'is not there' };
  const field = element as HTMLInputElement;
  if (what === 'text') return { is: element.textContent };
  if (what === 'drawn-text') return { is: (element as HTMLElement).innerText };
  if (what === 'value') return { is: field.value };
  if (what === 'attribute') return { is: element.getAttribute(word) };
  if (what === 'is-disabled') return { is: element.matches(':disabled') };
  if (what === 'is-checked') return { is: field.checked };
  const rect = element.getBoundingClientRect();
  const { x, y, width, height } = rect;
  if (what === 'box') return { is: { x, y, width, height } };
  const isSeen = width > 0 && height > 0 && getComputedStyle(element).visibility === 'visible';
  if (what === 'is-seen') return isSeen ? { is: true } : { not: 'is not seen' };
  if (what === 'focus') {
    (element as HTMLElement).focus();
    return { is: true };
  }
  if (!isSeen) return { not: 'is not seen' };
  if (element.matches(':disabled')) return { not: 'is disabled' };
  if (what === 'fill' || what === 'select') {
    const values = [...((element as unknown as HTMLSelectElement).options ?? [])].map(({ value }) => value);
    if (what === 'select' && !values.includes(word)) return { not: `has no choice ${word}` };
    field.focus();
    field.value = word;
    for (const name of ['input', 'change']) element.dispatchEvent(new Event(name, { bubbles: true }));
    return { is: true };
  }
  // A point to press: in view, still, and with nothing of another element before it.
  const isWithin =
    y >= 0 &&
    x >= 0 &&
    y + Math.min(height, innerHeight) <= innerHeight + 1 &&
    x + Math.min(width, innerWidth) <= innerWidth + 1;
  if (!isWithin) {
    element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
    return { not: 'was out of view' };
  }
  const offset = word === '' ? { x: width / 2, y: height / 2 } : JSON.parse(word);
  // An inline element may be broken over lines: its first piece is it surely.
  const [piece = rect] = word === '' ? [...element.getClientRects()] : [rect];
  const point =
    word === ''
      ? { x: piece.x + piece.width / 2, y: piece.y + piece.height / 2 }
      : { x: x + offset.x, y: y + offset.y };
  const hit = document.elementFromPoint(point.x, point.y);
  const label = hit?.closest('label');
  if (hit !== null && (element.contains(hit) || label?.control === element)) return { is: point };
  // What stays at the window's edge while the page scrolls lies over it, or a list of its own has it scrolled away: as a
  // person would, scroll it clear.
  element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
  const moved = element.getBoundingClientRect();
  // Where nothing moves, the element that holds it is drawn there in its place.
  if (hit?.contains(element) && moved.x === x && moved.y === y) return { is: point };
  return { not: `is behind ${hit?.outerHTML.slice(0, 80)}` };
}
