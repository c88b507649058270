import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const output = join(import.meta.dirname, '../../.output');
const read = (name: string, file: string) => readFileSync(join(output, name, file));
const manifestOf = (name: string) => JSON.parse(read(name, 'manifest.json').toString());

describe.each(['edge-mv3', 'safari-mv3'])('the build %s', (name) => {
  if (!existsSync(join(output, name)))
    throw new Error(`${name} is absent: run "npm run build:all" first, as "npm test" does`);

  test('is the Chromium build: the same rights, pages and policy', () => {
    const { browser_specific_settings: _own, options_ui, ...manifest } = manifestOf(name);
    const { options_ui: ofChrome, ...chrome } = manifestOf('chrome-mv3');
    expect(manifest).toEqual(chrome);
    // Safari shows options as a page in any case and knows no word for it.
    expect(options_ui.page).toBe(ofChrome.page);
  });

  test('has a worker for a background, and nothing of Firefox', () => {
    const manifest = manifestOf(name);
    expect(manifest.background).toEqual({ service_worker: 'background.js' });
    expect(JSON.stringify(manifest)).not.toContain('gecko');
  });

  test('has every file that its manifest names, and the same files as the Chromium build', () => {
    const named = JSON.stringify(manifestOf(name)).match(/"[\w/-]+\.(?:js|html|png)"/g) ?? [];
    expect(named.length).toBeGreaterThan(5);
    for (const file of named) expect(existsSync(join(output, name, JSON.parse(file))), file).toBe(true);
    const filesOf = (build: string) =>
      readdirSync(join(output, build), { recursive: true, encoding: 'utf8' })
        .map((path) => path.replace(/-[\w-]{8}\./, '-*.'))
        .toSorted();
    expect(filesOf(name)).toEqual(filesOf('chrome-mv3'));
  });
});
