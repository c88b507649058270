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
  const name = element.localName;
  if (frames.has(name)) return 'frame';
  if (name === 'canvas') {
    const names = element.getAttribute('class') ?? '';
    return rules.placeholderCanvases.some((word) => names.includes(word)) ? null : 'canvas';
  }
  const kindOfText = (text: string) =>
    text === '' ? null : (findPersonal(text, rules, texts)[0]?.kind ?? null);
  if (name === 'input') {
    const { type, value } = element as HTMLInputElement;
    if (value === '' || bareFields.has(type)) return null;
    return buttons.has(type) ? kindOfText(value) : 'form-value';
  }
  if (name === 'textarea') return (element as HTMLTextAreaElement).value === '' ? null : 'form-value';
  if (name === 'select') return (element as HTMLSelectElement).value === '' ? null : 'form-value';
  const editable = element.getAttribute('contenteditable');
  if (editable !== null && editable !== 'false' && (element.textContent ?? '').trim() !== '')
    return 'form-value';
  if (isAvatar(element, style, rules, avatars)) return 'avatar';
  if (name === 'img') {
    const { complete, naturalWidth, alt } = element as HTMLImageElement;
    if (complete && naturalWidth === 0 && alt !== '') return kindOfText(alt);
  }
  return kindOfText(generatedText(element));
}

/** The texts that a style sheet adds before and after an element. */
function generatedText(element: Element): string {
  const view = element.ownerDocument.defaultView as Window;
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
