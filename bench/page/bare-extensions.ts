import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { builtInRulebook } from '../../core/rulebook/built-in';

const { signals } = builtInRulebook;

/**
 * Writes an extension that does nothing but have a script in the page: what the browser itself takes for that is the
 * floor of every extension. @returns its folder
 */
export const writeEmptyExtension = (parent: string): string => writeExtension(parent, 'an empty script', '');

/**
 * Writes an extension whose script looks for the shop's name in the state's text, and does nothing else: what reading
 * costs at the very least. @returns its folder
 */
export const writeSearchingExtension = (parent: string): string =>
  writeExtension(
    parent,
    'a plain text search',
    `globalThis.holds = document.getElementById(${JSON.stringify(signals.item.state)})?.text.includes(${JSON.stringify(signals.drawnLink.hrefStart)});`,
  );

function writeExtension(parent: string, name: string, script: string): string {
  const folder = join(parent, name);
  mkdirSync(folder, { recursive: true });
  const manifest = {
    manifest_version: 3,
    name,
    version: '1',
    content_scripts: [{ matches: ['https://www.tiktok.com/*'], js: ['script.js'] }],
  };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'script.js'), script);
  return folder;
}
