import { expect, test } from 'vitest';
import { packZip } from '../../scripts/release/pack-zip';
import { LicenceNotAllowed, packageOf, thirdParties } from '../../scripts/release/third-party';

test.each([
  ['/a/node_modules/preact/dist/preact.mjs', 'preact'],
  ['/a/node_modules/@noble/hashes/utils.js', '@noble/hashes'],
  ['/a/node_modules/x/node_modules/d3-time/src/day.js', 'd3-time'],
  ['C:\\a\\node_modules\\fflate\\esm\\browser.js', 'fflate'],
  ['\0vite/modulepreload-polyfill.js', 'vite'],
  ['/a/core/verdict/judge.ts', null],
])('tells that %j comes from %j', (id, name) => {
  expect(packageOf(id)).toBe(name);
});

test('refuses a package whose licence asks for more than its text', () => {
  // The linter is under MPL-2.0 and reaches no build.
  expect(() => thirdParties(['/a/node_modules/web-ext/lib/main.js'])).toThrow(LicenceNotAllowed);
});

test('names each package once, by name, with its licence', () => {
  const ids = ['preact/a.js', 'fflate/b.js', 'preact/c.js', 'webextension-polyfill/d.js'];
  expect(
    thirdParties(ids.map((id) => `/node_modules/${id}`)).map(({ name, licence }) => `${name} ${licence}`),
  ).toEqual(['fflate MIT', 'preact MIT', 'webextension-polyfill MPL-2.0']);
});

test('packs the same files to the same bytes, in whatever order they come', () => {
  const a = { name: 'a/ä.txt', bytes: Uint8Array.of(1, 2, 3) };
  const b = { name: 'b.sh', bytes: Uint8Array.of(4), executable: true };
  expect(packZip([b, a])).toEqual(packZip([a, b]));
});
