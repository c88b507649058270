import { readUrl } from '../address/read-url';
import type { PersonalRules } from './personal-rules';

const levels = 3;
const namingAttributes = ['class', 'id', 'alt', 'aria-label', 'data-e2e', 'data-testid', 'title'];

/** Whether a picture, or an element with a picture behind it, looks like that of a person. */
export function isAvatar(
  element: Element,
  style: CSSStyleDeclaration,
  { avatars }: PersonalRules,
  known: ReadonlySet<string>,
): boolean {
  const address = pictureOf(element, style);
  if (address === null) return false;
  const path = readUrl(address)?.pathname;
  if (path !== undefined && known.has(path)) return true;
  const view = element.ownerDocument.defaultView as Window;
  const isSmall = (at: Element) => {
    const { width, height } = at.getBoundingClientRect();
    return Math.min(width, height) >= avatars.smallest && Math.max(width, height) <= avatars.largest;
  };
  if (isNamed(element, avatars.words)) return true;
  if (!isSmall(element)) return false;
  if (isRound(element, style)) return true;
  let around = element.parentElement;
  for (let level = 0; around !== null && level < levels; level += 1) {
    if (isSmall(around)) {
      if (isNamed(around, avatars.words) || isRound(around, view.getComputedStyle(around))) return true;
    }
    around = around.parentElement;
  }
  const link = element.closest('a[href]')?.getAttribute('href') ?? '';
  return avatars.profileLinks.some((shape) => new RegExp(shape, 'u').test(link));
}

/** The address of the picture that an element draws; '' where it has one without an address, null where it has none. */
function pictureOf(element: Element, style: CSSStyleDeclaration): string | null {
  if (element.localName === 'img')
    return (element as HTMLImageElement).currentSrc || element.getAttribute('src') || '';
  if (element.localName === 'image') return element.getAttribute('href') ?? '';
  return /url\("?([^")]+)/.exec(style.backgroundImage)?.[1] ?? null;
}

function isNamed(element: Element, words: readonly string[]): boolean {
  const names = namingAttributes
    .map((name) => element.getAttribute(name) ?? '')
    .join(' ')
    .toLowerCase();
  return words.some((word) => names.includes(word));
}

function isRound(element: Element, style: CSSStyleDeclaration): boolean {
  const { width, height } = element.getBoundingClientRect();
  if (width > height * 1.25 || height > width * 1.25) return false;
  const [radius = ''] = style.borderTopLeftRadius.split(' ');
  const size = Number.parseFloat(radius);
  return radius.endsWith('%') ? size >= 40 : size >= Math.min(width, height) * 0.4;
}
