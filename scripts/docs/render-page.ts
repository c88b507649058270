import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Marked, type Tokens } from 'marked';
import { drawIcon } from '../icon-drawings';
import type { SitePage, sitePages } from './site-pages';

const docs = join(import.meta.dirname, '../../docs');
const style = readFileSync(join(import.meta.dirname, 'site.css'), 'utf8');
const styleHash = createHash('sha256').update(style).digest('base64');
const escaped = (text: string): string => text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);

/** The part of an address that names a heading, as GitHub makes it. */
const slug = (text: string): string =>
  text
    .toLowerCase()
    .replace(/<[^>]+>|[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-');

const marked = new Marked({
  gfm: true,
  // A host that is only named is no link.
  tokenizer: { url: () => undefined },
  renderer: {
    heading({ tokens, depth }: Tokens.Heading) {
      const text = this.parser.parseInline(tokens);
      return `<h${depth} id="${slug(text)}">${text}</h${depth}>\n`;
    },
    link({ href, tokens }: Tokens.Link) {
      const text = this.parser.parseInline(tokens);
      if (/^https?:/.test(href)) return `<a href="${escaped(href)}" rel="noreferrer">${text}</a>`;
      return `<a href="${escaped(href.replace(/\.md(?=#|$)/, '.html'))}">${text}</a>`;
    },
    // Inside the page: it is one file, and opens from a disk.
    image({ href, text }: Tokens.Image) {
      const data = readFileSync(join(docs, dirname('x'), href)).toString('base64');
      return `<img src="data:image/png;base64,${data}" alt="${escaped(text)}">`;
    },
    table(this: { parser: { parseInline(tokens: Tokens.Generic[]): string } }, token: Tokens.Table) {
      const cells = (row: Tokens.TableCell[], tag: string) =>
        `<tr>${row.map(({ tokens }) => `<${tag}>${this.parser.parseInline(tokens)}</${tag}>`).join('')}</tr>`;
      const body = token.rows.map((row) => cells(row, 'td')).join('\n');
      // Wide tables scroll by themselves, not the page; a keyboard can scroll them too.
      return `<div class="table" tabindex="0" role="region" aria-label="${escaped(token.header[0]?.text ?? '')}"><table>\n<thead>${cells(token.header, 'th')}</thead>\n<tbody>${body}</tbody></table></div>\n`;
    },
  },
});

/**
 * A whole page: its Markdown between masthead and contents. No script, no other file; a policy refuses all but the
 * style and the pictures inside.
 */
export function renderPage(page: SitePage, markdown: string, contents: typeof sitePages): string {
  const nav = contents
    .map(
      ({ group, pages }) =>
        `<h2>${group}</h2><ul>${pages.map((other) => `<li><a href="${other.name}.html" lang="${other.language}"${other.name === page.name ? ' aria-current="page"' : ''}>${escaped(other.title)}</a></li>`).join('')}</ul>`,
    )
    .join('\n');
  const label = page.language === 'id' ? ['Langsung ke isi', 'Daftar isi'] : ['Skip to the text', 'Contents'];
  return `<!doctype html>
<html lang="${page.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${styleHash}'; img-src data:; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escaped(page.title)} · Di Balik Keranjang</title>
<style>${style}</style>
</head>
<body>
<a class="skip" href="#text">${label[0]}</a>
<header><a href="index.html">${drawIcon('plain', 128).replace('<svg ', '<svg aria-hidden="true" ')}<span>Di Balik Keranjang</span></a><a class="to-contents" href="#contents">${label[1]}</a></header>
<div class="sides">
<nav id="contents" aria-label="${label[1]}">
${nav}
</nav>
<main id="text">
${marked.parse(markdown, { async: false })}
</main>
</div>
</body>
</html>
`;
}
