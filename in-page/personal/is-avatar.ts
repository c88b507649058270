import { readUrl } from '../../core/address/read-url';
import { isNameLike } from '../../core/personal/name-like';
import type { PersonalRules } from '../../core/personal/personal-rules';
import { ask, read } from '../own-properties';
import { viewOf } from './drawn-rects';

const levels = 3;
const namingAttributes = ['class', 'id', 'alt', 'aria-label', 'data-e2e', 'data-testid', 'title'];

/** Whether a picture, or an element with a picture behind it, looks like that of a person. */
export function isAvatar(
  element: Element,
  style: CSSStyleDeclaration,
  rules: PersonalRules,
  known: ReadonlySet<string>,
): boolean {
  const { avatars } = rules;
  if (isMarkedItem(style)) return isNameLike(read(element, 'textContent') ?? '', rules);
  const picture = pictureOf(element, style);
  if (picture === null) return false;
  const { address, drawn } = picture;
  const path = readUrl(address)?.pathname;
  if (path !== undefined && known.has(path)) return true;
  const view = viewOf(element);
  const isSmall = (at: Element) => {
    const { width, height } = ask(at, 'getBoundingClientRect');
    return Math.min(width, height) >= avatars.smallest && Math.max(width, height) <= avatars.largest;
  };
  if (isNamed(element, avatars.words)) return true;
  if (!isSmall(element)) return false;
  if (isRound(element, drawn)) return true;
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

/** Whether pictures stand before the items of a list. */
export const isMarkedItem = ({ display, listStyleImage }: CSSStyleDeclaration): boolean =>
  display === 'list-item' && isCut(listStyleImage);

/** What an element draws: its picture's address, '' where it has none, and the style that cuts it out; null for no picture. */
function pictureOf(
  element: Element,
  style: CSSStyleDeclaration,
): { readonly address: string; readonly drawn: CSSStyleDeclaration } | null {
  const address = ownPicture(element, style);
  if (address !== null) return { address, drawn: style };
  // What stands before a whole column is nobody's picture: to ask for its style costs time on each.
  if (ask(element, 'getBoundingClientRect').width > 320) return null;
  for (const which of ['::before', '::after']) {
    const drawn = viewOf(element).getComputedStyle(element, which);
    const made = drawn.content === 'none' ? null : urlIn(`${drawn.content} ${drawn.backgroundImage}`);
    if (made !== null) return { address: made, drawn };
  }
  return null;
}

function ownPicture(element: Element, style: CSSStyleDeclaration): string | null {
  const name = read(element, 'localName');
  if (name === 'img') return read(element as HTMLImageElement, 'currentSrc') || attributeOf(element, 'src');
  if (name === 'image') return attributeOf(element, 'href') || attributeOf(element, 'xlink:href');
  if (name === 'video') return attributeOf(element, 'poster') || null;
  if (name === 'input' && read(element as HTMLInputElement, 'type') === 'image')
    return attributeOf(element, 'src');
  return urlIn(`${style.backgroundImage} ${style.content}`) ?? filling(element, style);
}

const urlIn = (text: string): string | null => /url\("?([^")]+)/.exec(text)?.[1] ?? null;

/** The picture in the pattern that a shape of a drawing is filled with. */
function filling(element: Element, { fill }: CSSStyleDeclaration): string | null {
  const [, id] = /^url\("?#([^")]+)/.exec(fill ?? '') ?? [];
  if (id === undefined || !('ownerSVGElement' in element)) return null;
  const pattern = ask(read(element, 'ownerDocument'), 'getElementById', id);
  const image = pattern === null ? null : ask(pattern, 'querySelector', 'image');
  return image === null ? null : attributeOf(image, 'href') || attributeOf(image, 'xlink:href');
}

/** A small square picture with round corners: somebody's, where a name stands beside it. */
export function isRoundedSquare(element: Element, style: CSSStyleDeclaration): boolean {
  const { width, height } = ask(element, 'getBoundingClientRect');
  if (width < 24 || width > 72 || Math.abs(width - height) > 4) return false;
  const picture = pictureOf(element, style);
  return picture !== null && Number.parseFloat(picture.drawn.borderTopLeftRadius) >= 4;
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
  if (read(element, 'localName') === 'circle' || isCut(style.clipPath) || isCut(style.maskImage)) return true;
  const [radius = ''] = style.borderTopLeftRadius.split(' ');
  const size = Number.parseFloat(radius);
  return radius.endsWith('%') ? size >= 40 : size >= Math.min(width, height) * 0.4;
}

const isCut = (shape: string | undefined): boolean => shape !== undefined && shape !== '' && shape !== 'none';
