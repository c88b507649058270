import { readUrl } from '../../core/address/read-url';
import type { PersonalRules } from '../../core/capture/personal-rules';
import { ask, read } from '../own-properties';
import { viewOf } from './drawn-rects';

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
  const view = viewOf(element);
  const isSmall = (at: Element) => {
    const { width, height } = ask(at, 'getBoundingClientRect');
    return Math.min(width, height) >= avatars.smallest && Math.max(width, height) <= avatars.largest;
  };
  if (isNamed(element, avatars.words)) return true;
  if (!isSmall(element)) return false;
  if (isRound(element, style)) return true;
  let around = read(element, 'parentElement');
  for (let level = 0; around !== null && level < levels; level += 1) {
    if (isSmall(around)) {
      if (isNamed(around, avatars.words) || isRound(around, view.getComputedStyle(around))) return true;
    }
    around = read(around, 'parentElement');
  }
  const link = attributeOf(ask(element, 'closest', 'a[href]'), 'href');
  return avatars.profileLinks.some((shape) => new RegExp(shape, 'u').test(link));
}

/** The address of the picture that an element draws; '' where it has one without an address, null where it has none. */
function pictureOf(element: Element, style: CSSStyleDeclaration): string | null {
  const name = read(element, 'localName');
  if (name === 'img') return read(element as HTMLImageElement, 'currentSrc') || attributeOf(element, 'src');
  if (name === 'image') return attributeOf(element, 'href');
  return /url\("?([^")]+)/.exec(style.backgroundImage)?.[1] ?? null;
}

const attributeOf = (element: Element | null, name: string): string =>
  element === null ? '' : (ask(element, 'getAttribute', name) ?? '');

function isNamed(element: Element, words: readonly string[]): boolean {
  const names = namingAttributes
    .map((name) => attributeOf(element, name))
    .join(' ')
    .toLowerCase();
  return words.some((word) => names.includes(word));
}

/** Whether an element is drawn as a disc, as pictures of people and the letters in their place are. */
export function isRound(element: Element, style: CSSStyleDeclaration): boolean {
  const { width, height } = ask(element, 'getBoundingClientRect');
  if (width > height * 1.25 || height > width * 1.25) return false;
  const [radius = ''] = style.borderTopLeftRadius.split(' ');
  const size = Number.parseFloat(radius);
  return radius.endsWith('%') ? size >= 40 : size >= Math.min(width, height) * 0.4;
}
