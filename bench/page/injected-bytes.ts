import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Bytes of script and style that a built extension puts into every page that it matches. */
export function injectedBytes(extensionPath: string): number {
  const manifest = JSON.parse(readFileSync(join(extensionPath, 'manifest.json'), 'utf8')) as {
    content_scripts?: readonly { js?: readonly string[]; css?: readonly string[] }[];
  };
  const files = (manifest.content_scripts ?? []).flatMap(({ js = [], css = [] }) => [...js, ...css]);
  return [...new Set(files)].reduce((sum, file) => sum + statSync(join(extensionPath, file)).size, 0);
}
