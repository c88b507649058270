import { readUrl } from '../../core/address/read-url';
import { maskedAddress } from '../../core/capture/masked-address';
import { escaped } from '../../core/look/escaped';
import { maskText } from '../../core/personal/mask-text';
import type { PersonalRules } from '../../core/personal/personal-rules';
import type { HostRules } from '../../core/rulebook/rulebook';
import { ask, read } from '../own-properties';

/** What the snapshot needs beside the document. */
export interface SnapshotInput {
  readonly rules: PersonalRules;
  readonly hosts: HostRules;
  /** The document's title, masked. */
  readonly title: string;
  /** Ranges of a text node that hold personal data. */
  readonly personalIn: (text: Node) => readonly { readonly from: number; readonly to: number }[];
  readonly shadowOf: (element: Element) => ShadowRoot | null;
}

/** What stands for an address that names a host of nobody's list. */
const anyAddress = 'https://_/';
const voidNames = new Set(['br', 'col', 'hr', 'img', 'input', 'wbr']);

/**
 * The document as HTML that tells how it is built and which known phrases it shows, and nothing else: no script, style,
 * form value, `data-*`, class or id, no query and no other text. It loads nothing when it is opened. The same document
 * gives the same text; beyond the limits of the rules it is cut, and says so at its end.
 */
export function redactSnapshot(document: Document, input: SnapshotInput): string {
  const { rules } = input;
  const { snapshot } = rules;
  const names = new Set(snapshot.names);
  const empty = new Set(snapshot.empty);
  const dropped = new Set(snapshot.dropped);
  const shapes = Object.entries(snapshot.attributes).map(
    ([name, shape]) => [name, new RegExp(shape)] as const,
  );

  const out: string[] = [];
  let size = 0;
  let elements = 0;
  let isCut = false;
  const write = (text: string) => {
    out.push(text);
    size += text.length;
  };
  const attributesOf = (element: Element): string =>
    shapes
      .map(([name, shape]) => {
        const value = ask(element, 'getAttribute', name);
        return value !== null && shape.test(value) ? ` ${name}="${value}"` : '';
      })
      .join('') + hrefOf(element, input.hosts);

  write(
    `<!doctype html>\n<html${attributesOf(read(document, 'documentElement'))}><head><meta charset="utf-8">`,
  );
  write(`<title>${escaped(input.title)}</title></head><body>`);

  /** What is still to be written: nodes, and the ends of elements that are open. */
  const waiting: { readonly node: Node | string; readonly depth: number }[] = [];
  const wait = (parent: Node, depth: number) => {
    for (let child = read(parent, 'lastChild'); child; child = read(child, 'previousSibling'))
      waiting.push({ node: child, depth });
  };
  const body = read(document, 'body');
  if (body) wait(body, 0);
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { node, depth } = next;
    if (typeof node === 'string') {
      write(node);
      continue;
    }
    if (elements >= snapshot.elements || size >= snapshot.characters) {
      isCut = true;
      continue;
    }
    const type = read(node, 'nodeType');
    if (type === 3) write(escaped(maskText(read(node, 'nodeValue') ?? '', rules, input.personalIn(node))));
    if (type !== 1) continue;
    const element = node as Element;
    const own = read(element, 'localName');
    if (dropped.has(own)) continue;
    elements += 1;
    const name = names.has(own) ? own : 'div';
    write(`<${name}${attributesOf(element)}>`);
    if (voidNames.has(name)) continue;
    waiting.push({ node: `</${name}>`, depth });
    if (empty.has(own)) continue;
    if (depth >= snapshot.depth) {
      isCut ||= ask(element, 'hasChildNodes');
      continue;
    }
    wait(element, depth + 1);
    const shadow = input.shadowOf(element);
    if (shadow === null) continue;
    waiting.push({ node: '</template>', depth });
    wait(shadow, depth + 1);
    waiting.push({ node: '<template shadowrootmode="open">', depth });
  }
  write('</body></html>\n');
  if (isCut) write(`<!-- Cut: the page has more than ${elements} elements or is nested too deeply. -->\n`);
  return out.join('');
}

/** Of links only the host and the kind of page stay, as in the record. */
function hrefOf(element: Element, hosts: HostRules): string {
  if (read(element, 'localName') !== 'a' || !ask(element, 'hasAttribute', 'href')) return '';
  const href = read(element as HTMLAnchorElement, 'href');
  const url = typeof href === 'string' ? readUrl(href) : null;
  if (url === null || !/^https?:$/.test(url.protocol)) return '';
  const isKnown = url.port === '' && hosts.hosts.some(({ host }) => host === url.hostname);
  const kept = isKnown ? maskedAddress(url.href, hosts) : '';
  return ` href="${escaped(kept === '' ? anyAddress : kept)}"`;
}
