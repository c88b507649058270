import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fonts from '../../components/look/fonts/sources.json' with { type: 'json' };

const root = join(import.meta.dirname, '../..');

/** A build contains software whose licence nobody has agreed to here. The message names package and licence. */
export class LicenceNotAllowed extends Error {
  override readonly name = 'LicenceNotAllowed';
}

/** Licences that ask for their text and a name to be kept, and for nothing else. */
const permissive = [
  'MIT',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  '0BSD',
  'Unlicense',
  'CC0-1.0',
];
/** Packages under another licence, with what it asks of us and how that is met. */
const exceptions: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    fonts.map((font) => [
      `${font.package} OFL-1.1`,
      'A font, of which the characters we use are contained; it is not sold by itself and keeps its licence.',
    ]),
  ),
  'webextension-polyfill MPL-2.0':
    'Contained unchanged. Its source is at https://github.com/mozilla/webextension-polyfill and in its npm package.',
};

/** A package that a build contains code of. */
export interface ThirdParty {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  /** The licence as the package carries it. */
  readonly text: string;
}

/** The fonts of every build, as the modules that they were cut out of. */
export const fontModules = fonts.map((font) => `node_modules/${font.package}/${font.file}`);

/** The name of the npm package that a bundled module comes from; null for a module of ours. */
export function packageOf(moduleId: string): string | null {
  const id = moduleId.replaceAll('\\', '/');
  // Modules that the bundlers write themselves begin with a NUL.
  const helper = /^\0(vite|rolldown|wxt)\//.exec(id)?.[1];
  if (helper) return helper;
  const path = id.split('node_modules/').at(-1) ?? '';
  if (!id.includes('node_modules/')) return null;
  return path
    .split('/')
    .slice(0, path.startsWith('@') ? 2 : 1)
    .join('/');
}

/**
 * Version, licence and licence text of the packages that these modules come from, by name.
 * @throws {LicenceNotAllowed} for a licence that is neither permissive nor among the exceptions.
 */
export function thirdParties(moduleIds: Iterable<string>): ThirdParty[] {
  const names = new Set([...moduleIds].map(packageOf).filter((name) => name !== null));
  return [...names].sort().map(readPackage);
}

function readPackage(name: string): ThirdParty {
  const folder = join(root, 'node_modules', name);
  const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const licence = String(license);
  if (!permissive.includes(licence) && !(`${name} ${licence}` in exceptions))
    throw new LicenceNotAllowed(`${name} ${version} is under ${licence}: see scripts/release/third-party.ts`);
  return { name, version, licence, text: licenceText(folder, licence) };
}

function licenceText(folder: string, licence: string): string {
  const file = readdirSync(folder)
    .sort()
    .find((name) => /^licen[cs]e/i.test(name));
  if (!file) return `The package carries no licence text. Its package.json says: ${licence}.`;
  const text = readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n');
  // Vite adds the licences of its own dependencies, none of which reach a build.
  return text.split('\n# Licenses of bundled dependencies')[0]?.trim() ?? '';
}

/** What goes into each build as THIRD-PARTY.txt. */
export function noticesText(parties: readonly ThirdParty[]): string {
  const head =
    'Di Balik Keranjang contains parts of these packages. Each is under its own licence, given below.';
  const list = parties.map(({ name, version, licence }) => `${name} ${version} (${licence})`);
  const texts = parties.map(({ name, version, licence, text }) =>
    [`${'='.repeat(80)}`, `${name} ${version}`, exceptions[`${name} ${licence}`], '', text]
      .filter((line) => line !== undefined)
      .join('\n'),
  );
  return `${[head, list.join('\n'), ...texts].join('\n\n')}\n`;
}
