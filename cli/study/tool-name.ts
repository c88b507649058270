import { readFileSync } from 'node:fs';

/** This program and its version. */
export function toolName(): string {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  return `di-balik-keranjang ${version}`;
}
