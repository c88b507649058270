import { ask, read } from '../dom/own-properties';
import { viewOf } from './drawn-rects';
import { findPersonal } from './find-personal';
import type { PersonalKind } from './frozen-page';
import { isAvatar } from './is-avatar';
import type { PersonalRules } from './personal-rules';
import type { StatePeople } from './read-state-people';

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
  if (name === 'input') {
    const field = element as HTMLInputElement;
    const [type, value] = [read(field, 'type'), read(field, 'value')];
    if (value === '' || bareFields.has(type)) return null;
    return buttons.has(type) ? kindOfText(value) : 'form-value';
  }
  if (name === 'textarea') return read(element as HTMLTextAreaElement, 'value') === '' ? null : 'form-value';
  if (name === 'select') return read(element as HTMLSelectElement, 'value') === '' ? null : 'form-value';
  const editable = ask(element, 'getAttribute', 'contenteditable');
  if (editable !== null && editable !== 'false' && (read(element, 'textContent') ?? '').trim() !== '')
    return 'form-value';
  if (isAvatar(element, style, rules, avatars)) return 'avatar';
  if (name === 'img') {
    const picture = element as HTMLImageElement;
    if (read(picture, 'complete') && read(picture, 'naturalWidth') === 0)
      return kindOfText(read(picture, 'alt'));
  }
  return kindOfText(generatedText(element));
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

const textIn = (content: string): string =>
  [...content.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, text = '']) => text.replace(/\\(.)/g, '$1')).join('');
