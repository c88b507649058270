import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
/** From the ground up: a room may import from its own floor's list and from the floors below it. */
const mayImport: Record<string, readonly string[]> = {
  rulebook: [],
  codebook: [],
  core: ['core', 'rulebook', 'codebook'],
  services: ['services', 'core', 'rulebook'],
  components: ['components', 'core'],
  entrypoints: ['components', 'services', 'core', 'rulebook'],
  cli: ['cli', 'core'],
  demo: ['demo', 'scripts'],
  store: ['store', 'demo', 'scripts'],
  bench: ['core', 'services', 'demo', 'bench'],
};

const filesIn = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => join(root, folder, name))
    .filter((path) => /\.(ts|tsx|mjs)$/.test(path) && statSync(path).isFile());

const importsOf = (path: string): string[] =>
  [...readFileSync(path, 'utf8').matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(
    (match) => match[1] as string,
  );

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

  test.each(['page-reader', 'page-layout', 'personal-finder', 'page-note', 'state-shape', 'page-redactor'])(
    'the page’s script %s carries no library',
    (name) => {
      const seen = new Set<string>();
      const visit = (path: string): void => {
        if (seen.has(path)) return;
        seen.add(path);
        // Types are gone before the script is built.
        const values = readFileSync(path, 'utf8').replace(/^import type[^;]+;/gm, '');
        for (const [, name = ''] of values.matchAll(/from '([^']+)'/g)) {
          if (!name.startsWith('.')) expect(name, path).toMatch(/^wxt\/utils\/define-unlisted-script$/);
          else if (!name.endsWith('.json')) visit(`${resolve(dirname(path), name)}.ts`);
        }
      };
      visit(join(root, `entrypoints/${name}.ts`));
      expect(seen.size).toBeGreaterThan(3);
    },
  );

  test('parts speak to each other through the checked ways only', () => {
    /** Where each way of speaking is, and nowhere else. */
    const ways: [RegExp, readonly string[]][] = [
      [/onMessage\b/, ['services/messages.ts', 'entrypoints/page-reader.ts', 'entrypoints/page-note.ts']],
      [/\bBroadcastChannel\(/, ['services/capture/capture-channel.ts']],
      [/onConnect|onMessageExternal|\.connect\(|connectNative/, []],
      // A page can hear window messages, and send them; a worker of our own page speaks to that page alone.
      [
        /window\.postMessage|addEventListener\('message'|onmessage =/,
        ['services/capture/capture-channel.ts', 'services/log/in-worker.ts', 'entrypoints/export-worker.ts'],
      ],
    ];
    for (const room of ['core', 'services', 'components', 'entrypoints']) {
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
    // The bench takes a captured page where one is at hand, and says so where none is.
    for (const room of Object.keys(mayImport).filter((name) => name !== 'bench')) {
      for (const path of filesIn(room))
        expect(readFileSync(path, 'utf8'), path).not.toMatch(/\.\.\/shared|\/work\//);
    }
  });
});
