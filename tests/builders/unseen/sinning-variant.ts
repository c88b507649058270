import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { variantOf } from '../manifest-variant';
import { holdUp } from './measure-gaps';
import { probes } from './probes';

const matches = ['https://www.tiktok.com/*'];

/** A copy that does nothing but open its page of the first run: no script in pages. */
export const idleVariant = (extensionPath: string): string =>
  variantOf(extensionPath, (manifest, folder) => {
    manifest.content_scripts = [];
    const opening = `chrome.runtime.onInstalled.addListener(() => void chrome.tabs.create({ url: '/welcome.html' }));`;
    writeFileSync(join(folder, 'background.js'), opening);
  });

/** Code that commits the one sin which the page's address names, again and again: the page is blind while it looks. */
const sinsIn = (where: 'script' | 'page'): string => `(() => {
  const sins = {${probes
    .filter((probe) => probe.where === where)
    .map(({ id, sin }) => `${JSON.stringify(id)}: () => { ${sin}; }`)
    .join(',\n')}};
  const asked = new URLSearchParams(location.search);
  const sin = sins[asked.get('sin')];
  if (sin) ${where === 'page' ? 'setInterval(sin, 50); sin();' : "addEventListener('load', () => { setInterval(sin, 50); sin(); });"}
  if (asked.has('gaps') && asked.get('sin')) addEventListener('load', () => { ${holdUp} });
})()`;

/** A copy that betrays itself to pages in whichever way the page's address names; its files any page may load. */
export const sinningVariant = (extensionPath: string): string =>
  variantOf(extensionPath, (manifest, folder) => {
    for (const where of ['script', 'page'] as const) {
      writeFileSync(join(folder, `sin-in-${where}.js`), sinsIn(where));
      manifest.content_scripts.push({
        matches,
        js: [`sin-in-${where}.js`],
        run_at: 'document_start',
        world: where === 'page' ? 'MAIN' : 'ISOLATED',
      });
    }
    manifest.web_accessible_resources = [{ resources: ['icon/*', '*.js'], matches: ['https://*/*'] }];
  });
