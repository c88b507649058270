import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Writes an extension that does nothing but have a script in the page: what the browser itself takes for that is the
 * floor of every extension. @returns its folder
 */
export function writeEmptyExtension(parent: string): string {
  const folder = join(parent, 'an empty script');
  mkdirSync(folder, { recursive: true });
  const manifest = {
    manifest_version: 3,
    name: 'Empty',
    version: '1',
    content_scripts: [{ matches: ['https://www.tiktok.com/*'], js: ['empty.js'] }],
  };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'empty.js'), '');
  return folder;
}
