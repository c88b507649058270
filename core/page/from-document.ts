import type { Page } from './page';
import { drawsLink, type SignalRules, stateIds } from './signal-rules';

/**
 * Reads a live document: a handful of look-ups by id, never a walk (on the page for phones, one query for its link).
 * Only `<script type="application/json">` is state; the same id on any other element is not.
 */
export function pageFromDocument(document: Document, address: string, rules: SignalRules): Page {
  const states: Record<string, string> = {};
  for (const id of stateIds(rules)) {
    const element = document.getElementById(id);
    if (element instanceof HTMLScriptElement && element.type === 'application/json')
      states[id] = element.text;
  }
  const marks = rules.marks.filter(({ element, title }) =>
    element === undefined ? document.title === title : document.getElementById(element) !== null,
  );
  const { element, hrefStart } = rules.drawnLink;
  const link = drawsLink(states, rules) ? document.querySelector(`${element}[href^="${hrefStart}"]`) : null;
  return { address, states, marks: marks.map(({ id }) => id), drawnLink: link?.getAttribute('href') ?? null };
}
