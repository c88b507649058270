import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { leastFirefox } from '../../demo/machine/find-firefox';

const root = join(import.meta.dirname, '../..');
const output = join(root, '.output');

test('Mozilla’s linter finds no error in the Firefox build, and no warning that SOURCE-README does not explain', () => {
  const words = ['web-ext', 'lint', '--no-config-discovery', '--output=json', '--source-dir'];
  // Without this it asks a registry for its own newest version.
  const env = { ...process.env, NO_UPDATE_NOTIFIER: '1' };
  const { stdout, stderr } = spawnSync('npx', [...words, join(output, 'firefox-mv3')], {
    cwd: root,
    encoding: 'utf8',
    env,
  });
  const found = JSON.parse(stdout || `{"unreadable": ${JSON.stringify(stderr)}}`);
  expect(found.errors).toEqual([]);
  expect(found.notices).toEqual([]);
  expect(
    found.warnings.map((warning: { code: string; file: string }) => `${warning.code} ${warning.file}`).sort(),
  ).toEqual([
    expect.stringMatching(/^UNSAFE_VAR_ASSIGNMENT chunks\//),
    'UNSUPPORTED_API page-layout.js',
    'UNSUPPORTED_API personal-finder.js',
  ]);
}, 300_000);

describe.each(['chrome-mv3', 'edge-mv3', 'firefox-mv3'])('the build %s', (name) => {
  const folder = join(output, name);
  if (!existsSync(folder))
    throw new Error(`${folder} is absent: run "npm run package" first, as "npm test" does`);
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  const packaged = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

  test('has the one version number, and replaces no page of the browser', () => {
    expect(manifest.version).toBe(packaged.version);
    expect(manifest.chrome_url_overrides).toBeUndefined();
  });

  test('carries the licence of everything that is in it', () => {
    const notices = readFileSync(join(folder, 'THIRD-PARTY.txt'), 'utf8');
    // All but what the command line alone needs.
    const atRuntime = Object.keys(packaged.dependencies).filter(
      (dependency) => !['parse5', '@duckdb/node-api'].includes(dependency),
    );
    for (const dependency of [...atRuntime, 'wxt', 'd3-array'])
      expect(notices).toMatch(new RegExp(`^${dependency} \\d+\\.\\d+\\.\\d+ \\(`, 'm'));
    expect(notices.match(/Permission is hereby granted, free of charge/g)?.length).toBeGreaterThan(10);
  });
});

test('the verifier that is handed on as one file carries the licences of what is in it, too', () => {
  const html = readFileSync(join(output, 'verifier/verify.html'), 'utf8');
  const [, notices = ''] = /<!--\n([\s\S]*)-->\n$/.exec(html) ?? [];
  expect(notices).toMatch(/^preact \d+\.\d+\.\d+ \(MIT\)$/m);
  expect(notices).toContain('Permission is hereby granted, free of charge');
  expect(notices).not.toContain('web-ext');
});

test('the Firefox build says that it collects nothing, and where it runs', () => {
  const manifest = JSON.parse(readFileSync(join(output, 'firefox-mv3/manifest.json'), 'utf8'));
  const { gecko, gecko_android: android } = manifest.browser_specific_settings;
  expect(gecko.data_collection_permissions).toEqual({ required: ['none'] });
  // Both know data_collection_permissions from here on.
  expect([gecko.strict_min_version, android.strict_min_version]).toEqual([
    `${leastFirefox}.0`,
    `${leastFirefox}.0`,
  ]);
});
