import { escaped } from '../look/escaped';
import { lookOf } from '../page/look';
import type { Page } from '../page/page';
import { holdsState } from '../page/signal-rules';
import type { LookRules, Rulebook } from '../rulebook/rulebook';

type Rules = Pick<Rulebook, 'signals' | 'looks'>;

/**
 * The smallest page in which both readers find what `page` holds. Null when nobody read the page.
 * Only for redacted pages: their texts hold no markup.
 */
export function pageHtml(page: Page, { signals, looks }: Rules): string | null {
  if (page.states === null) return null;
  const marks = signals.marks.filter(({ id }) => page.marks.includes(id));
  const title = marks.find((mark) => mark.title !== undefined)?.title ?? 'Redacted page';
  const { element } = signals.drawnLink;
  return [
    '<!doctype html>',
    `<meta charset="utf-8"><title>${title}</title>`,
    ...marks.flatMap((mark) => (mark.element === undefined ? [] : [`<div id="${mark.element}"></div>`])),
    ...(page.drawnLink === null ? [] : [`<${element} href="${escaped(page.drawnLink)}"></${element}>`]),
    ...Object.entries(page.states).map(
      ([id, text]) =>
        // What could end the script or begin a comment in it is written as JSON writes it.
        `<script type="application/json" id="${id}">${text.replace(/</g, '\\u003c')}</script>`,
    ),
    ...(holdsState(page.states) ? [] : standFor(page, looks)),
    '',
  ].join('\n');
}

/** Words of our own for a page that holds no state, so that it looks to a reader as it did. */
function standFor({ sight, status }: Page, looks: LookRules): string[] {
  const filling = 'Redacted text. '.repeat(Math.ceil(looks.whole / 10));
  if (status !== null && status >= 400) return ['<h1>404 Not Found</h1>'];
  switch (lookOf(sight, looks)) {
    case null:
      return [`<script></script><p>${filling}Rp1</p>`];
    case 'unsure':
      return [`<script></script><h1>404 Not Found</h1><p>${filling}Buy now</p>`];
    case 'wordless':
      return [`<script></script><p>${filling}</p>`];
    case 'challenge':
      return ['<h1>Just a moment</h1>'];
    case 'log-in':
      return ['<h1>Log in</h1>'];
    case 'error':
      return ['<h1>404 Not Found</h1>'];
    case 'saved':
      return [`<!-- page saved --><p>${filling}</p>`];
    case 'without-scripts':
      return [`<p>${filling}Rp1</p>`];
    case 'too-little':
      return [`<script></script><p>Redacted text, and no more of it.</p>`];
    case 'bare':
      return ['<p>Redacted text, all that there is of it, and a little more to make it long enough.</p>'];
    case 'sparse':
      return [`<script></script><p>Redacted text, and a word: buy now.</p>`];
    default:
      return [];
  }
}
