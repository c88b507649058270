import { findPersonal } from '../../core/capture/find-personal';
import type { PersonalKind } from '../../core/capture/frozen-page';
import { isNameLike } from '../../core/capture/name-like';
import type { PersonalRules } from '../../core/capture/personal-rules';
import type { StatePeople } from '../../core/capture/read-state-people';
import { ask, read } from '../own-properties';
import { viewOf } from './drawn-rects';
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
    return rules.placeholderCanvases.some((word) => names.includes(word)) ? null : 'canvas';
  }
  const kindOfText = (text: string) =>
    text === '' ? null : (findPersonal(text, rules, texts)[0]?.kind ?? null);
  const kindOfHint = (text: string) =>
    kindOfText(text) ?? (isNameLike(text, rules) && /\s/.test(text.trim()) ? 'account-name' : null);
  if (name === 'input') {
    const field = element as HTMLInputElement;
    const [type, value] = [read(field, 'type'), read(field, 'value')];
    if (bareFields.has(type)) return null;
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
    const shown = options.map((option) => read(option, 'text'));
    return shown.some((text) => kindOfHint(text) !== null) ? 'form-value' : null;
  }
  const editable = ask(element, 'getAttribute', 'contenteditable');
  if (editable !== null && editable !== 'false' && (read(element, 'textContent') ?? '').trim() !== '')
    return 'form-value';
  if (isAvatar(element, style, rules, avatars)) return 'avatar';
  if (name === 'img') {
    const picture = element as HTMLImageElement;
    if (read(picture, 'complete') && read(picture, 'naturalWidth') === 0)
      return kindOfText(read(picture, 'alt'));
  }
  return kindOfText(generatedText(element)) ?? (isMadeByStyle(element, style) ? 'unread' : null);
}

/** The texts that a style sheet adds before and after an element. */
function generatedText(element: Element): string {
  const view = viewOf(element);
  return ['::before', '::after']
    .map((which) => {
      const { content } = view.getComputedStyle(element, which);
      return content === 'none' || content === 'normal' ? '' : textIn(content);
    })
    .join('\n')
    .trim();
}

/** Longer words of a style than quotes and hyphens have. */
const saysMore = (text: string): boolean => /[\p{L}\d]{2,}/u.test(textIn(text));

/**
 * Whether a style writes what could not be read here: its own marks of a list or quotes, or counters of its own making.
 */
function isMadeByStyle(element: Element, style: CSSStyleDeclaration): boolean {
  const view = viewOf(element);
  const { listStyleType, quotes, display } = style;
  if (display === 'list-item') {
    if (saysMore(listStyleType) || !plainMarks.test(listStyleType)) return true;
    const { content } = view.getComputedStyle(element, '::marker');
    if (content !== 'normal' && content !== 'none' && content !== '') return true;
  }
  if (saysMore(quotes) && read(element, 'localName') === 'q') return true;
  if (saysMore(style.getPropertyValue('hyphenate-character'))) return true;
  return ['::before', '::after'].some((which) => {
    const { content, counterSet, counterReset, counterIncrement } = view.getComputedStyle(element, which);
    if (/\b(?:open|close)-quote\b/.test(content) && saysMore(quotes)) return true;
    if (!/\bcounters?\(/.test(content)) return false;
    if (/counters?\([^)]*,\s*(?!decimal|lower-|upper-)[a-z-]{3,}\)/i.test(content.replace(/"[^"]*"/g, '')))
      return true;
    const counts = [counterSet, counterReset, counterIncrement, ...countsAround(element, view)];
    return counts.some((text) => /\d{3,}/.test(text));
  });
}

const plainMarks =
  /^(?:none|disc|circle|square|decimal(?:-leading-zero)?|(?:lower|upper)-(?:alpha|latin|roman|greek)|disclosure-(?:open|closed)|armenian|georgian|arabic-indic)$/;
const levels = 6;

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
