import { findPersonal } from '../../core/personal/find-personal';
import { isNameLike } from '../../core/personal/name-like';
import type { PersonalKind } from '../../core/personal/personal-place';
import type { PersonalRules } from '../../core/personal/personal-rules';
import type { StatePeople } from '../../core/personal/read-state-people';
import { ask, read } from '../own-properties';
import { viewOf } from './drawn-rects';
import { generatedContent } from './generated-content';
import { isAvatar } from './is-avatar';

const frames = new Set(['iframe', 'frame', 'embed', 'object', 'fencedframe', 'portal']);
/** Fields that show no value of a person's making. */
const bareFields = new Set(['hidden', 'checkbox', 'radio', 'image', 'color', 'range']);
const buttons = new Set(['submit', 'button', 'reset']);

/**
 * Of which kind an element as a whole is, beside the texts in it; null for none. A video is left to the person at the
 * screen, as faces are: it is what most captures are about.
 */
export function kindOfElement(
  element: Element,
  style: CSSStyleDeclaration,
  rules: PersonalRules,
  { texts, avatars }: StatePeople,
): PersonalKind | null {
  const name = read(element, 'localName');
  if (frames.has(name)) return 'frame';
  if (name === 'canvas') {
    const names = ask(element, 'getAttribute', 'class') ?? '';
    const canvas = element as HTMLCanvasElement;
    const isBlur = read(canvas, 'width') * read(canvas, 'height') <= mostOfBlur;
    return isBlur && rules.placeholderCanvases.some((word) => names.includes(word)) ? null : 'canvas';
  }
  const kindOfText = (text: string) =>
    text === '' ? null : (findPersonal(text, rules, texts)[0]?.kind ?? null);
  const kindOfHint = (text: string) =>
    kindOfText(text) ?? (isNameLike(text, rules) && /\s/.test(text.trim()) ? 'account-name' : null);
  if (name === 'input') {
    const field = element as HTMLInputElement;
    const [type, value] = [read(field, 'type'), read(field, 'value')];
    if (type === 'image')
      return isAvatar(element, style, rules, avatars) ? 'avatar' : kindOfText(read(field, 'alt'));
    if (bareFields.has(type)) return type === 'hidden' ? null : kindOfText(generatedText(element));
    if (value === '') return kindOfHint(read(field, 'placeholder'));
    return buttons.has(type) ? kindOfText(value) : 'form-value';
  }
  if (name === 'textarea') {
    const area = element as HTMLTextAreaElement;
    return read(area, 'value') === '' ? kindOfHint(read(area, 'placeholder')) : 'form-value';
  }
  if (name === 'select') {
    const list = element as HTMLSelectElement;
    if (read(list, 'value') !== '') return 'form-value';
    const isList = read(list, 'size') > 1 || read(list, 'multiple');
    const options = [...read(list, isList ? 'options' : 'selectedOptions')];
    const groups = isList ? [...ask(list, 'querySelectorAll', 'optgroup')] : [];
    const own = groups.map((group) => read(group as HTMLOptGroupElement, 'label'));
    const shown = [...options.flatMap((option) => [read(option, 'text'), read(option, 'label')]), ...own];
    // Where a page draws the field itself, its button may hold any words.
    if (ask(list, 'querySelector', ':scope > button') !== null) shown.push(read(list, 'textContent') ?? '');
    return shown.some((text) => kindOfHint(text) !== null) ? 'form-value' : null;
  }
  const editable = ask(element, 'getAttribute', 'contenteditable');
  if (editable !== null && editable !== 'false' && (read(element, 'textContent') ?? '').trim() !== '')
    return 'form-value';
  if (isAvatar(element, style, rules, avatars)) return 'avatar';
  if (name === 'use') return kindOfText(usedText(element as SVGUseElement));
  if (name === 'img') {
    const picture = element as HTMLImageElement;
    if (read(picture, 'complete') && read(picture, 'naturalWidth') === 0)
      return kindOfText(read(picture, 'alt'));
  }
  return kindOfText(generatedText(element)) ?? (isMadeByStyle(element, style) ? 'unread' : null);
}

/** The texts of what an SVG draws once more. */
function usedText(element: SVGUseElement): string {
  const href = ask(element, 'getAttribute', 'href') ?? ask(element, 'getAttribute', 'xlink:href') ?? '';
  const used = href.startsWith('#')
    ? ask(read(element, 'ownerDocument'), 'getElementById', href.slice(1))
    : null;
  return used === null ? '' : (read(used, 'textContent') ?? '');
}

/** The texts that a style sheet adds before and after an element. */
const generatedText = (element: Element): string =>
  ['::before', '::after', '::picker-icon', '::checkmark']
    .map((which) => textIn(generatedContent(element, which)))
    .join('\n')
    .trim();

/** Longer words of a style than quotes and hyphens have. */
const saysMore = (text: string): boolean => /[\p{L}\d]{2,}/u.test(textIn(text));

/**
 * Whether a style writes what could not be read here: its own marks of a list or quotes, or counters of its own making.
 */
function isMadeByStyle(element: Element, style: CSSStyleDeclaration): boolean {
  const view = viewOf(element);
  const { listStyleType, quotes, display } = style;
  if (style.backgroundImage.includes('element(')) return true;
  if (display === 'list-item') {
    if (Math.abs(countOf(element)) >= leastTelling) return true;
    if (saysMore(listStyleType) || !plainMarks.test(listStyleType)) return true;
    const { content } = view.getComputedStyle(element, '::marker');
    if (content !== 'normal' && content !== 'none' && content !== '') return true;
  }
  if (saysMore(quotes) && read(element, 'localName') === 'q') return true;
  if (saysMore(style.getPropertyValue('hyphenate-character'))) return true;
  return ['::before', '::after'].some((which) => {
    const { content, counterSet, counterReset, counterIncrement } = view.getComputedStyle(element, which);
    if (/\b(?:open|close)-quote\b/.test(content) && saysMore(quotes)) return true;
    const counters = content.replace(/"[^"]*"/g, '').match(/\bcounters?\(/g) ?? [];
    if (counters.length === 0) return false;
    // Short numbers one after another are a long one.
    if (counters.length > 2) return true;
    if (/counters?\([^)]*,\s*(?!decimal|lower-|upper-)[a-z-]{3,}\)/i.test(content.replace(/"[^"]*"/g, '')))
      return true;
    const counts = [counterSet, counterReset, counterIncrement, ...countsAround(element, view)];
    return counts.some((text) => /\d{3,}/.test(text));
  });
}

const plainMarks =
  /^(?:none|disc|circle|square|decimal(?:-leading-zero)?|(?:lower|upper)-(?:alpha|latin|roman|greek)|disclosure-(?:open|closed)|armenian|georgian|arabic-indic)$/;
const levels = 6;
/** Numbers of a list below this tell nobody. */
const leastTelling = 1000;
/** Pixels of a canvas that stands for a picture which is still to come. */
const mostOfBlur = 64 * 64;

/** The number that a list gives an item, as far as attributes set it. */
function countOf(element: Element): number {
  const list = read(element, 'parentElement');
  const [value, start] = [
    ask(element, 'getAttribute', 'value'),
    list === null ? null : ask(list, 'getAttribute', 'start'),
  ];
  return Number.parseInt(value ?? start ?? '0', 10) || 0;
}

/** What the element and those around it count from. */
function countsAround(element: Element, view: Window): string[] {
  const all: string[] = [];
  let at: Element | null = element;
  for (let level = 0; at !== null && level < levels; level += 1) {
    const { counterSet, counterReset, counterIncrement } = view.getComputedStyle(at);
    all.push(counterSet, counterReset, counterIncrement);
    at = read(at, 'parentElement');
  }
  return all;
}

const textIn = (content: string): string =>
  [...content.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, text = '']) => text.replace(/\\(.)/g, '$1')).join('');
