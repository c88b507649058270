import { html, parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { formOf, formWithoutState, isMarkup } from './file-form';
import { addressPage, type Page } from './page';
import { collectSight, type Sight } from './sight';
import { drawsLink, holdsState, type SignalRules, stateIds } from './signal-rules';

/**
 * Reads a page's text with a spec-true HTML parser, to find what `pageFromDocument` finds in a browser:
 * state inside comments, textareas, templates or attributes is not state there, and so not here.
 */
export function pageFromHtml(
  text: string,
  address: string,
  rules: SignalRules,
  status: number | null = null,
): Page {
  const form = formOf(text);
  if (form !== null) return { ...addressPage(address, status), states: {}, sight: form };
  const wanted = new Set([...stateIds(rules), ...rules.marks.flatMap((mark) => mark.element ?? [])]);
  const document = parse(text);
  const { byId, title, drawnLink } = findElements(document, wanted, rules);
  const states: Record<string, string> = {};
  for (const id of stateIds(rules)) {
    const element = byId.get(id);
    if (element && isJsonScript(element)) states[id] = textOf(element);
  }
  const marks = rules.marks.filter((mark) =>
    mark.element === undefined ? title === mark.title : byId.has(mark.element),
  );
  const link = drawsLink(states, rules) ? drawnLink : null;
  const sight = holdsState(states)
    ? null
    : (formWithoutState(text) ?? { ...sightOf(document, rules), isMarkup: isMarkup(text) });
  return { address, states, marks: marks.map(({ id }) => id), drawnLink: link, status, sight };
}

function sightOf(document: Tree.Document, rules: SignalRules): Sight {
  const collector = collectSight(rules.limits);
  const waiting: Tree.ChildNode[] = [...document.childNodes].reverse();
  for (let node = waiting.pop(); node && !collector.isLong(); node = waiting.pop()) {
    if (node.nodeName === '#comment') collector.comment((node as Tree.CommentNode).data);
    else if (node.nodeName === '#text') {
      // A document holds no text of its own: every text stands in an element.
      const { value, parentNode } = node as Tree.TextNode;
      const within = parentNode as Tree.Element;
      collector.texts(within.tagName, value, /json/i.test(`${attributeOf(within, 'type')}`));
    } else if ('tagName' in node) {
      const element = node;
      collector.element(element.tagName, (name) => attributeOf(element, name));
      // A page saver that says so in attributes, not in a comment.
      if (element.attrs.some(({ name }) => name.startsWith('data-scrapbook'))) collector.comment('scrapbook');
      for (let index = element.childNodes.length - 1; index >= 0; index--)
        waiting.push(element.childNodes[index] as Tree.ChildNode);
    }
  }
  return collector.sight();
}

/** The first element of each wanted id in tree order, the document's title and its first shop link, without recursion. */
function findElements(document: Tree.Document, wanted: ReadonlySet<string>, rules: SignalRules) {
  const byId = new Map<string, Tree.Element>();
  let title: string | null = null;
  let drawnLink: string | null = null;
  const waiting: Tree.ChildNode[] = [...document.childNodes];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (!('tagName' in node)) continue;
    const id = attributeOf(node, 'id') ?? '';
    if (wanted.has(id) && !byId.has(id)) byId.set(id, node);
    if (title === null && node.tagName === 'title' && node.namespaceURI === html.NS.HTML) {
      title = textOf(node)
        .replace(/[\t\n\f\r ]+/g, ' ')
        .trim();
    }
    if (drawnLink === null && node.tagName === rules.drawnLink.element) {
      const href = attributeOf(node, 'href');
      if (href?.startsWith(rules.drawnLink.hrefStart)) drawnLink = href;
    }
    // A template's content hangs on `content`, not on `childNodes`: it stays unread, as in a browser.
    for (let index = node.childNodes.length - 1; index >= 0; index--) {
      waiting.push(node.childNodes[index] as Tree.ChildNode);
    }
  }
  return { byId, title, drawnLink };
}

const attributeOf = (element: Tree.Element, name: string): string | undefined =>
  element.attrs.find((attribute) => attribute.name === name)?.value;

const isJsonScript = (element: Tree.Element): boolean =>
  element.tagName === 'script' &&
  element.namespaceURI === html.NS.HTML &&
  attributeOf(element, 'type') === 'application/json';

/** The text of a title or a script: the parser makes one node of it, or none. */
const textOf = ({ childNodes: [text] }: Tree.Element): string =>
  (text as Tree.TextNode | undefined)?.value ?? '';
