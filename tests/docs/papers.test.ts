import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Cite } from '@citation-js/core';
import { addressPage } from '../../core/page/page';
import '@citation-js/plugin-cff';
import { describe, expect, test } from 'vitest';
import { builtInRulebook } from '../../core/rulebook/built-in';
import { judge } from '../../core/verdict/judge';

const root = join(import.meta.dirname, '../..');
const read = (name: string): string => readFileSync(join(root, name), 'utf8');
const packaged = JSON.parse(read('package.json'));

const pages = readdirSync(join(root, 'docs')).filter((name) => name.endsWith('.md'));

describe.each([
  'README.md',
  'CONTRIBUTING.md',
  'SOURCE-README.md',
  'rulebook/README.md',
  ...pages.map((name) => `docs/${name}`),
])('what %s tells to type', (name) => {
  const text = read(name);

  test('is a script of the project', () => {
    const scripts = [...text.matchAll(/npm run (?:--silent )?([\w:-]+)/g)].map(([, script = '']) => script);
    for (const script of scripts) expect(Object.keys(packaged.scripts)).toContain(script);
    for (const [, script = ''] of text.matchAll(/npm (test|start)\b/g))
      expect(Object.keys(packaged.scripts)).toContain(script);
  });

  test('runs tests and tools that are there', () => {
    for (const [, command = '', words = ''] of text.matchAll(/npx (\w+)([^\n`]*)/g)) {
      expect(existsSync(join(root, 'node_modules/.bin', command)), command).toBe(true);
      for (const [path] of words.matchAll(/(?:tests|scripts)\/[\w./-]+/g))
        if (!path.includes('my-first')) expect(existsSync(join(root, path)), path).toBe(true);
    }
  });
});

describe('what README and docs show to type', () => {
  const { run, elsewhere }: { run: string[]; elsewhere: Record<string, string> } = JSON.parse(
    read('tests/run/shown-commands.json'),
  );
  const papers = ['README.md', 'CONTRIBUTING.md', 'SOURCE-README.md', 'rulebook/README.md']
    .concat(pages.map((name) => `docs/${name}`))
    .map(read)
    .join('\n');
  const scriptsIn = (text: string): string[] =>
    [...text.matchAll(/npm (?:run (?:--silent )?)?(\w[\w:-]+)/g)]
      .map(([, script = '']) => script)
      .filter((script) => !['ci', 'run', 'install'].includes(script));

  test.each([...new Set(scriptsIn(papers))])('“npm run %s” runs in a test or in test:all', (script) => {
    const isRun = run.some((command) => scriptsIn(command).includes(script));
    expect(isRun || script in elsewhere, 'a line in tests/run/shown-commands.json').toBe(true);
  });

  test('is not listed where it is not, and what runs it is there', () => {
    for (const script of [...run.flatMap(scriptsIn), ...Object.keys(elsewhere)])
      expect(Object.keys(packaged.scripts)).toContain(script);
    for (const place of Object.values(elsewhere)) expect(existsSync(join(root, place)), place).toBe(true);
  });
});

describe.each(['researchers', 'journalists'])('the page %s', (name) => {
  const [id, en] = [read(`docs/${name}.id.md`), read(`docs/${name}.md`)];
  /** What a page is made of, whatever the language. */
  const shape = (text: string) => text.match(/^(#+|\d\.|-|```\w*)(?= |$)/gm);

  test('is there in Indonesian, part for part, and each leads to the other', () => {
    expect(shape(id)).toEqual(shape(en));
    expect(en).toContain(`(${name}.id.md)`);
    expect(id).toContain(`(${name}.md)`);
  });

  test('tells the same to type', () => {
    const typed = (text: string) =>
      [...text.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map(([, block = '']) =>
        block.replace(/--lang \w+/, ''),
      );
    expect(typed(id)).toEqual(typed(en));
  });
});

test('the first test in CONTRIBUTING fails as it is written, and passes with what its failure names', () => {
  const [, block = ''] = /```ts\n([\s\S]*?)```/.exec(read('CONTRIBUTING.md')) ?? [];
  const [, address = ''] = /addressPage\('([^']+)'/.exec(block) ?? [];
  const [, day = ''] = /builtInRulebook, '([^']+)'/.exec(block) ?? [];
  const [, written = ''] = /lookalike\?\.of\)\.toBe\('([^']+)'/.exec(block) ?? [];
  const page = addressPage(address);
  expect(written).toBe('tiktok.com');
  expect(judge(page, builtInRulebook, day).lookalike?.of).toBe('tokopedia.com');
});

test('CITATION.cff is read by a citation program, and names the licence of the project', () => {
  const [entry] = new Cite(read('CITATION.cff')).data;
  expect(entry?.title).toContain('Di Balik Keranjang');
  expect(JSON.stringify(entry?.author)).toContain('The developers of Di Balik Keranjang');
  // What the format demands of every file.
  for (const field of ['cff-version: 1.2.0', 'message: ', 'title: ', 'authors:'])
    expect(read('CITATION.cff')).toContain(field);
  expect(read('CITATION.cff')).toContain(`license: ${packaged.license}`);
  // One place for the version: package.json.
  expect(read('CITATION.cff')).not.toMatch(/^version:/m);
});

test('the changelog has its newest version on top, the one of package.json or one that is not released', () => {
  const headings = [...read('CHANGELOG.md').matchAll(/^## \[?([^\]\s]+)\]?/gm)].map(([, version]) => version);
  expect(['Unreleased', packaged.version]).toContain(headings[0]);
  expect(read('CHANGELOG.md')).toMatch(/^### (Added|Changed|Fixed|Removed|Security|Deprecated)$/m);
});

test('SECURITY and CONTRIBUTING name no invented address', () => {
  for (const name of ['SECURITY.md', 'CONTRIBUTING.md', 'CITATION.cff'])
    expect(
      read(name).match(/[\w.]+@[\w.]+\.\w+|https?:\/\/(?!shop-id\.tokopedla)[^\s)'"]+/g) ?? [],
      name,
    ).toEqual([]);
});
