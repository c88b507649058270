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

/**
 * Writes an extension whose script tells its background of the page, and whose background sets a badge: what waking one
 * costs at the very least. @returns its folder
 */
export const writeBadgeExtension = (parent: string): string =>
  writeExtension(
    parent,
    'a bare background',
    'chrome.runtime.sendMessage({});',
    "chrome.runtime.onMessage.addListener((_, { tab }) => void chrome.action.setBadgeText({ tabId: tab.id, text: '1' }));",
  );

function writeExtension(parent: string, name: string, script: string, background?: string): string {
  const folder = join(parent, name);
  mkdirSync(folder, { recursive: true });
  const manifest = {
    manifest_version: 3,
    name,
    version: '1',
    content_scripts: [{ matches: ['https://www.tiktok.com/*'], js: ['script.js'] }],
    ...(background !== undefined && { action: {}, background: { service_worker: 'background.js' } }),
  };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'script.js'), script);
  if (background !== undefined) writeFileSync(join(folder, 'background.js'), background);
  return folder;
}
