import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import codebook from '../../codebook/tables.json';
import { articleInWords } from '../../core/explanation/article-in-words';
import { wordsIn } from '../../core/explanation/words';
import { builtInRulebook } from '../../core/rulebook/built-in';

const root = join(import.meta.dirname, '../..');
const folder = join(root, '.output/docs');
let pages: Map<string, string>;

beforeAll(() => {
  execFileSync('npm', ['run', '--silent', 'docs'], { cwd: root });
  pages = new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
});

describe('the documentation site', () => {
  test('has a page for everybody, and one for each Markdown in docs/', () => {
    for (const name of [
      'index',
      'shoppers.id',
      'shoppers.en',
      'researchers',
      'journalists',
      'developers',
      'codebook',
    ])
      expect([...pages.keys()]).toContain(`${name}.html`);
    for (const file of readdirSync(join(root, 'docs')).filter((name) => name.endsWith('.md')))
      expect([...pages.keys()]).toContain(file.replace(/\.md$/, '.html'));
  });

  test('is pages and nothing else: no script, no file beside them, nothing from the network', () => {
    for (const [name, html] of pages) {
      expect(name).toMatch(/\.html$/);
      expect(html, name).not.toMatch(/<script|<link|<iframe|@import|url\(|\ssrcset=|\son\w+=/i);
      for (const [, source] of html.matchAll(/\ssrc="([^"]*)"/g))
        expect(source, name).toMatch(/^data:image\/png/);
      expect(html, name).toContain("default-src 'none'");
    }
  });

  test('has no dead link inside', () => {
    let count = 0;
    for (const [name, html] of pages) {
      for (const [, href = ''] of html.matchAll(/\shref="([^"]*)"/g)) {
        if (/^(https?|mailto|tel):/.test(href)) continue;
        const [file, heading] = href.split('#');
        const target = pages.get(file || name);
        expect(target, `${name} links to ${href}`).toBeDefined();
        if (heading) expect(target, `${name} links to ${href}`).toContain(`id="${heading}"`);
        count += 1;
      }
    }
    expect(count).toBeGreaterThan(100);
  });

  test('links outward only to sources of the rulebook, to whom a buyer can turn, and to no other place', () => {
    const known = JSON.stringify([
      builtInRulebook.sources,
      builtInRulebook.regulations,
      builtInRulebook.help,
    ]);
    const linked = [...pages].flatMap(([name, html]) =>
      [...html.matchAll(/\shref="((?:https?|mailto|tel):[^"]*)"/g)].map(([, href = '']) => ({ name, href })),
    );
    expect(linked.length).toBeGreaterThan(50);
    const written = (href: string): string => href.replaceAll('%29', ')').replaceAll('&#38;', '&');
    expect(linked.filter(({ href }) => !known.includes(written(href)))).toEqual([]);
  });

  test('tells each article, each statement and each field of the codebook', () => {
    for (const language of ['id', 'en'] as const)
      for (const { article } of builtInRulebook.provisions)
        expect(pages.get(`rulebook.${language}.html`)).toContain(articleInWords(article, wordsIn(language)));
    for (const { speaker } of builtInRulebook.statements)
      expect(pages.get('rulebook.en.html')).toContain(
        speaker.en.replaceAll("'", '&#39;').replaceAll('"', '&quot;'),
      );
    for (const { fields } of Object.values(codebook.tables))
      for (const { name } of fields) expect(pages.get('codebook.html')).toContain(`<code>${name}</code>`);
  });

  test('leaves nothing to be filled in, and tells the help and rights of the rulebook in both languages', () => {
    for (const [name, html] of pages) expect(html, name).not.toMatch(/\{\{|undefined|\[object/);
    for (const language of ['id', 'en'] as const)
      for (const { name } of builtInRulebook.help)
        expect(pages.get(`shoppers.${language}.html`)).toContain(name[language]);
  });
});
