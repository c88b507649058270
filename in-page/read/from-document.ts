import type { Page } from '../../core/page/page';
import { collectSight, type Sight } from '../../core/page/sight';
import { drawsLink, holdsState, type SignalRules, stateIds } from '../../core/page/signal-rules';
import { ask, read } from '../own-properties';

/**
 * Reads a live document: a handful of look-ups by id, never a walk (on the page for phones, one query for its link).
 * Only `<script type="application/json">` is state; the same id on any other element is not.
 */
export function pageFromDocument(
  document: Document,
  address: string,
  rules: SignalRules,
  status: number | null = null,
): Page & { readonly sight: Sight | null } {
  const states: Record<string, string> = {};
  for (const id of stateIds(rules)) {
    const element = ask(document, 'getElementById', id);
    if (element instanceof HTMLScriptElement && read(element, 'type') === 'application/json')
      states[id] = read(element, 'text');
  }
  const marks = rules.marks.filter(({ element, title }) =>
    element === undefined
      ? read(document, 'title') === title
      : ask(document, 'getElementById', element) !== null,
  );
  const { element, hrefStart } = rules.drawnLink;
  const link = drawsLink(states, rules)
    ? ask(document, 'querySelector', `${element}[href^="${hrefStart}"]`)
    : null;
  return {
    address,
    states,
    marks: marks.map(({ id }) => id),
    drawnLink: link && ask(link, 'getAttribute', 'href'),
    status,
    // A page that holds its own state came; only one without is looked at more closely, and not far.
    sight: holdsState(states) ? null : sightOf(document, rules),
  };
}

function sightOf(document: Document, rules: SignalRules): Sight {
  const collector = collectSight(rules.limits);
  const { SHOW_ELEMENT, SHOW_TEXT, SHOW_COMMENT } = NodeFilter;
  const walk = ask(document, 'createTreeWalker', document, SHOW_ELEMENT | SHOW_TEXT | SHOW_COMMENT);
  for (let node = walk.nextNode(); node !== null && !collector.isLong(); node = walk.nextNode()) {
    if (node instanceof Element)
      collector.element(read(node, 'localName'), (name) => ask(node, 'getAttribute', name));
    else if (node instanceof Comment) collector.comment(read(node, 'data'));
    else {
      const within = read(node, 'parentElement');
      const isData = /json/i.test((within && ask(within, 'getAttribute', 'type')) ?? '');
      collector.texts((within && read(within, 'localName')) ?? '', read(node as Text, 'data'), isData);
    }
  }
  return collector.sight();
}
