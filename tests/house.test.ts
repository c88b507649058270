import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { pageEntries, pageScriptFiles } from './builders/page-scripts';

const root = join(import.meta.dirname, '..');
/** From the ground up: a room may import from its own floor's list and from the floors below it, types too. */
const mayImport: Record<string, readonly string[]> = {
  rulebook: [],
  codebook: [],
  core: ['core', 'rulebook', 'codebook'],
  'in-page': ['in-page', 'core', 'rulebook'],
  services: ['services', 'in-page', 'core', 'rulebook'],
  components: ['components', 'core'],
  entrypoints: ['components', 'services', 'in-page', 'core', 'rulebook'],
  cli: ['cli', 'core'],
  demo: ['demo', 'services', 'core'],
  scripts: ['scripts', 'entrypoints', 'demo', 'components', 'core', 'codebook'],
  store: ['store', 'demo', 'scripts'],
  bench: ['bench', 'demo', 'services', 'in-page', 'core'],
};

const filesIn = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => join(root, folder, name))
    .filter((path) => /\.(ts|tsx|mjs)$/.test(path) && statSync(path).isFile());

/** What a file imports, and the sources that it names by a path for a builder to take. */
function importsOf(path: string): string[] {
  const text = readFileSync(path, 'utf8');
  const imported = [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)];
  const named = [...text.matchAll(/import\.meta\.dirname,\s*'(\.\.[^']+\.tsx?)'/g)];
  return [...imported, ...named].map(([, name = '']) => name);
}

describe('the house', () => {
  test.each(Object.keys(mayImport))('%s imports only from beside and below', (room) => {
    for (const path of filesIn(room)) {
      for (const target of importsOf(path).filter((name) => name.startsWith('.'))) {
        const [neighbour = ''] = relative(root, resolve(dirname(path), target)).split('/');
        expect(
          [room === 'entrypoints' ? 'entrypoints' : '', ...(mayImport[room] ?? [])],
          `${relative(root, path)} imports ${target}`,
        ).toContain(neighbour);
      }
    }
  });

  test('the core knows no browser, no clock and no storage', () => {
    for (const path of filesIn('core')) {
      const text = readFileSync(path, 'utf8');
      expect(text, path).not.toMatch(
        /\b(chrome|browser)\.\w|webextension-polyfill|Date\.now|new Date\(\)|localStorage|indexedDB|'node:/,
      );
    }
  });

  test('what is brought into a page is what lies in in-page', () => {
    expect(pageEntries().toSorted()).toEqual([
      'host-observer',
      'page-layout',
      'page-note',
      'page-reader',
      'page-redactor',
      'personal-finder',
      'state-shape',
    ]);
    for (const name of pageEntries()) {
      const path = join(root, `entrypoints/${name}.ts`);
      const [frame, script, ...more] = importsOf(path);
      expect([frame, more], name).toEqual(['wxt/utils/define-unlisted-script', []]);
      expect(script, name).toMatch(/^\.\.\/in-page\//);
    }
    // Functions that are brought there by themselves.
    for (const path of [...filesIn('services'), ...filesIn('entrypoints')]) {
      const text = readFileSync(path, 'utf8');
      for (const [, name = ''] of text.matchAll(/\bfunc: ([^ ,\n]+)/g))
        expect(text, `${relative(root, path)}: ${name}`).toMatch(
          new RegExp(`import \\{[^}]*\\b${name}\\b[^}]*\\} from '[^']*in-page/`),
        );
    }
  });

  test('what is brought into a page carries no library', () => {
    // Types are gone before a script is built.
    for (const path of [...filesIn('in-page'), ...pageScriptFiles().map((file) => join(root, file))]) {
      const values = readFileSync(path, 'utf8').replace(/^import type[^;]+;/gm, '');
      for (const [, name = ''] of values.matchAll(/from '([^']+)'/g))
        expect(name, relative(root, path)).toMatch(/^\.|^wxt\/utils\/define-unlisted-script$/);
    }
  });

  test('parts speak to each other through the checked ways only', () => {
    /** Where each way of speaking is, and nowhere else. */
    const ways: [RegExp, readonly string[]][] = [
      [/onMessage\b/, ['services/messages.ts', 'in-page/read/follow-page.ts', 'in-page/note/show-note.ts']],
      [/\bBroadcastChannel\(/, ['services/capture/capture-channel.ts', 'services/log/write/written.ts']],
      [/onConnect|onMessageExternal|\.connect\(|connectNative/, []],
      // A page can hear window messages, and send them; a worker of our own page speaks to that page alone.
      [
        /window\.postMessage|addEventListener\('message'|onmessage =/,
        [
          'services/capture/capture-channel.ts',
          'services/log/export/in-worker.ts',
          'services/log/write/written.ts',
          'entrypoints/export-worker.ts',
        ],
      ],
    ];
    for (const room of ['core', 'in-page', 'services', 'components', 'entrypoints']) {
      for (const path of filesIn(room)) {
        const text = readFileSync(path, 'utf8');
        for (const [way, places] of ways)
          if (way.test(text)) expect(places, `${way}`).toContain(relative(root, path));
      }
    }
  });

  test('addresses are parsed by readUrl, as the platform may call a good one none', () => {
    for (const room of ['core', 'cli', 'services']) {
      for (const path of filesIn(room).filter((name) => !name.endsWith('read-url.ts')))
        expect(readFileSync(path, 'utf8'), path).not.toContain('URL.canParse');
    }
  });

  test('nothing in the product reads its surroundings', () => {
    // Tools take captured pages and judged cases where they are at hand, and say so where they are not.
    for (const room of Object.keys(mayImport).filter((name) => name !== 'bench' && name !== 'scripts')) {
      for (const path of filesIn(room))
        expect(readFileSync(path, 'utf8'), path).not.toMatch(/\.\.\/shared|\/work\//);
    }
  });
});
