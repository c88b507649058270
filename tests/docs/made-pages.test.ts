import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import codebook from '../../codebook/tables.json';
import { articleInWords } from '../../core/explanation/article-in-words';
import { wordsIn } from '../../core/explanation/words';
import { builtInRulebook } from '../../core/rulebook/built-in';
import { madePages } from '../../scripts/docs/made-pages';

const docs = join(import.meta.dirname, '../../docs');
const read = (name: string): string => readFileSync(join(docs, name), 'utf8');
const names = readdirSync(docs).filter((name) => name.endsWith('.md'));

test('docs/ tells what the data tells today; after a change of the data: npm run docs', () => {
  const made = madePages();
  expect([...made.keys()].toSorted()).toEqual(names.toSorted());
  for (const [name, text] of made) expect(read(name) === text, name).toBe(true);
});

test('each article, each statement and each field of the codebook is told', () => {
  for (const language of ['id', 'en'] as const) {
    for (const { article } of builtInRulebook.provisions)
      expect(read(`rulebook.${language}.md`)).toContain(articleInWords(article, wordsIn(language)));
    for (const { speaker } of builtInRulebook.statements)
      expect(read(`rulebook.${language}.md`)).toContain(speaker[language]);
    for (const { name } of builtInRulebook.help)
      expect(read(`shoppers.${language}.md`)).toContain(name[language]);
  }
  for (const { fields } of Object.values(codebook.tables))
    for (const { name } of fields) expect(read('codebook.md')).toContain(`\`${name}\``);
});

test('the pages link outward only to sources of the rulebook, and to whom a buyer can turn', () => {
  const { sources, regulations, help } = builtInRulebook;
  const known = JSON.stringify([sources, regulations, help]);
  const linked = names.flatMap((name) =>
    [...read(name).matchAll(/\]\(((?:https?|mailto|tel):[^)\s]*)\)/g)].map(([, href = '']) => ({
      name,
      href,
    })),
  );
  expect(linked.length).toBeGreaterThan(50);
  expect(linked.filter(({ href }) => !known.includes(href.replaceAll('%29', ')')))).toEqual([]);
  for (const name of names) expect(read(name), name).not.toMatch(/\{\{|\bundefined\b(?!`)|\[object/);
});
