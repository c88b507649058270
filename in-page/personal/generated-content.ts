import { ask } from '../own-properties';
import { viewOf } from './drawn-rects';

/**
 * What a style writes before, after or in an element, as its computed `content`; Firefox leaves the names of attributes
 * in it, so their values are put there. Empty for nothing.
 */
export function generatedContent(element: Element, which: string): string {
  const { content } = viewOf(element).getComputedStyle(element, which);
  if (content === 'none' || content === 'normal') return '';
  return content.replace(/attr\(\s*([\w-]+)[^)]*\)/g, (_all, name: string) =>
    JSON.stringify(ask(element, 'getAttribute', name) ?? ''),
  );
}
