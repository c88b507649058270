import type { Page } from '../page/page';
import type { SignalRules } from '../page/signal-rules';

const attribute = (text: string): string => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;');

/**
 * The smallest page in which both readers find what `page` holds. Null when nobody read the page.
 * Only for redacted pages: their texts hold no markup.
 */
export function pageHtml(page: Page, signals: SignalRules): string | null {
  if (page.states === null) return null;
  const marks = signals.marks.filter(({ id }) => page.marks.includes(id));
  const title = marks.find((mark) => mark.title !== undefined)?.title ?? 'Redacted page';
  const { element } = signals.drawnLink;
  return [
    '<!doctype html>',
    `<meta charset="utf-8"><title>${title}</title>`,
    ...marks.flatMap((mark) => (mark.element === undefined ? [] : [`<div id="${mark.element}"></div>`])),
    ...(page.drawnLink === null ? [] : [`<${element} href="${attribute(page.drawnLink)}"></${element}>`]),
    ...Object.entries(page.states).map(
      ([id, text]) =>
        // What could end the script or begin a comment in it is written as JSON writes it.
        `<script type="application/json" id="${id}">${text.replace(/</g, '\\u003c')}</script>`,
    ),
    '',
  ].join('\n');
}
