import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Manifest {
  commands?: unknown;
  permissions: string[];
  host_permissions: string[];
  optional_permissions?: string[];
  optional_host_permissions?: string[];
  content_security_policy: { extension_pages: string };
  content_scripts: object[];
  web_accessible_resources?: object[];
  externally_connectable?: object;
}

/** A copy of the built extension with another manifest, in a folder of its own. */
export function variantOf(
  extensionPath: string,
  change: (manifest: Manifest, folder: string) => void,
): string {
  const folder = mkdtempSync(join(tmpdir(), 'variant-'));
  cpSync(extensionPath, folder, { recursive: true });
  const file = join(folder, 'manifest.json');
  const manifest: Manifest = JSON.parse(readFileSync(file, 'utf8'));
  change(manifest, folder);
  writeFileSync(file, JSON.stringify(manifest));
  return folder;
}

/** A copy whose optional rights are granted from the start, as no prompt is answered headless. */
export const withRightsGranted = (extensionPath: string): string =>
  variantOf(extensionPath, (manifest) => {
    manifest.permissions.push(...(manifest.optional_permissions ?? []));
    manifest.host_permissions.push(...(manifest.optional_host_permissions ?? []));
    delete manifest.optional_permissions;
    delete manifest.optional_host_permissions;
  });

/** A copy without keys: Firefox for Android has no such thing, and then the browser offers no `commands` at all. */
export const withoutKeys = (extensionPath: string): string =>
  variantOf(extensionPath, (manifest) => {
    delete manifest.commands;
  });
