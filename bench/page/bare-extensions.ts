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
 * Writes an extension whose script asks the browser for what ours asks it for, finds the shop's name in the state's text
 * once the page rests, and tells its background: what reading and following a page costs before anything is read of it.
 * @returns its folder
 */
export const writeFollowingExtension = (parent: string): string =>
  writeExtension(
    parent,
    'a search, told and followed',
    `chrome.runtime.onMessage.addListener(() => undefined);
for (const [target, name] of [[globalThis, 'pageshow'], [navigation, 'currententrychange']]) target.addEventListener(name, () => undefined);
new MutationObserver(() => undefined).observe(document, { childList: true });
addEventListener('DOMContentLoaded', () => requestIdleCallback(() => chrome.runtime.sendMessage({
  status: performance.getEntriesByType('navigation')[0]?.responseStatus,
  holds: document.getElementById(${JSON.stringify(signals.item.state)})?.text.includes(${JSON.stringify(signals.drawnLink.hrefStart)}),
}), { timeout: 200 }));`,
    'chrome.runtime.onMessage.addListener(() => undefined);',
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
