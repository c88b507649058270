import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type RightsManifest, reasonsIn, rightsOf } from '../builders/rights-of';
import frozen from './frozen-rights.json';

const root = join(import.meta.dirname, '../..');
const manifestOf = (build: string): RightsManifest =>
  JSON.parse(readFileSync(join(root, '.output', build, 'manifest.json'), 'utf8'));
const sin = (manifest: RightsManifest, more: object) =>
  rightsOf({ ...manifest, ...more } as RightsManifest, frozen.words);

describe.each(Object.entries(frozen.alone))('the rights of %s', (build, alone) => {
  const manifest = manifestOf(build);
  const expected = [...frozen.rights, ...alone].toSorted();

  test('are these and no other', () => {
    expect(rightsOf(manifest, frozen.words).toSorted()).toEqual(expected);
  });

  test.each([
    [
      'a resource that a page may load',
      { web_accessible_resources: [{ resources: ['*'], matches: ['*://*/*'] }] },
    ],
    ['pages that may send messages', { externally_connectable: { matches: ['https://www.tiktok.com/*'] } }],
    ['a page of the browser replaced', { chrome_url_overrides: { newtab: 'history.html' } }],
    ['a permission', { permissions: [...(manifest.permissions ?? []), 'cookies'] }],
    ['a host', { host_permissions: [...(manifest.host_permissions ?? []), 'https://shop.example/*'] }],
    ['a key', { commands: { ...manifest.commands, erase: {} } }],
    ['a looser policy', { content_security_policy: { extension_pages: "connect-src 'self'" } }],
    ['a policy for another place', { content_security_policy: { extension_pages: '', sandbox: '' } }],
    [
      'a script in frames',
      { content_scripts: manifest.content_scripts?.map((one) => ({ ...one, all_frames: true })) },
    ],
    [
      'a script in the page’s own world',
      { content_scripts: manifest.content_scripts?.map((one) => ({ ...one, world: 'MAIN' })) },
    ],
  ])('would not pass with %s more', (_what, more) => {
    expect(sin(manifest, more).toSorted()).not.toEqual(expected);
  });
});

describe('the reasons', () => {
  const text = readFileSync(join(root, 'docs/permissions.md'), 'utf8');
  const reasons = reasonsIn(text);

  test('are given once for each right', () => {
    const named = text.split('\n').flatMap((line) => /^\| (`[^|]*`) \|/.exec(line)?.[1] ?? []);
    expect(named.filter((name, at) => named.indexOf(name) !== at)).toEqual([]);
  });

  test.each([...frozen.rights, ...Object.values(frozen.alone).flat()])(
    '“%s” has one in docs/permissions.md',
    (right) => {
      const [, , word = ''] =
        /^(optional permission|optional host|permission|host|command|policy|background|popup|options|managed schema|data collection|script) (.*?)(?: in .*)?$/.exec(
          right,
        ) ?? [];
      expect(reasons.get(word) ?? '').toMatch(/\w+ \w+ \w+/);
    },
  );
});
