import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A copy of the built extension whose optional rights are granted from the start, as no prompt is answered headless. */
export function withRightsGranted(extensionPath: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'granted-'));
  cpSync(extensionPath, folder, { recursive: true });
  const file = join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8'));
  manifest.permissions.push(...manifest.optional_permissions);
  manifest.host_permissions.push(...manifest.optional_host_permissions);
  delete manifest.optional_permissions;
  delete manifest.optional_host_permissions;
  writeFileSync(file, JSON.stringify(manifest));
  return folder;
}

/** A copy that may picture any page: no press on the toolbar's button can be made headless in Firefox. */
export function withCaptureGranted(extensionPath: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'may-capture-'));
  cpSync(extensionPath, folder, { recursive: true });
  const file = join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8'));
  manifest.host_permissions.push('<all_urls>');
  writeFileSync(file, JSON.stringify(manifest));
  return folder;
}
