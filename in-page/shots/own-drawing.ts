import { read } from '../own-properties';
import { viewOf } from '../personal/drawn-rects';
import { generatedContent } from '../personal/generated-content';

/** Shown content of their own, beside texts. */
const replaced = new Set([
  'img',
  'input',
  'textarea',
  'select',
  'canvas',
  'image',
  'use',
  'progress',
  'meter',
]);
/** What a style writes or paints for an element. */
const painted = [
  'backgroundImage',
  'borderImageSource',
  'listStyleImage',
  'maskImage',
  'content',
  'filter',
] as const;
const pseudo = ['::before', '::after'] as const;
const nothing = /^(?:none|normal|)$/;

/**
 * What an element draws itself, beside the texts in it, as a text that is another one when it draws something else: its
 * value, the pictures and words that its style adds, and what it cuts off. Null where it draws nothing.
 */
export function drawingOf(element: Element): string | null {
  const name = read(element, 'localName');
  if (name === 'html' || name === 'body') return null;
  const view = viewOf(element);
  const style = view.getComputedStyle(element);
  const said: string[] = [];
  if (replaced.has(name)) said.push(name, contentOf(element, name));
  for (const property of painted) if (!nothing.test(style[property])) said.push(property, style[property]);
  // Of texts in it, more or less is seen when its own box is another one.
  if (/hidden|auto|scroll|clip/.test(style.overflowX + style.overflowY) || !nothing.test(style.clipPath))
    said.push('cuts', style.clipPath);
  if (style.textShadow !== 'none') said.push(style.textShadow);
  for (const which of pseudo) {
    const content = generatedContent(element, which);
    if (content !== '') said.push(which, content, view.getComputedStyle(element, which).backgroundImage);
  }
  return said.length === 0 ? null : said.join('\n');
}

function contentOf(element: Element, name: string): string {
  if (name === 'img') return read(element as HTMLImageElement, 'currentSrc');
  const field = element as HTMLInputElement;
  const value = String(read(field, 'value') ?? '');
  if (name === 'select') {
    const list = element as HTMLSelectElement;
    return [value, ...[...read(list, 'options')].map((option) => read(option, 'label'))].join('\n');
  }
  return value === '' ? (read(field, 'placeholder') ?? '') : value;
}
