import type { Product } from './har-schema';

/** Names as the extension writes them; a name that is none of these could be anybody's. */
const families: readonly (readonly [name: RegExp, family: string])[] = [
  [/^firefox/i, 'Firefox'],
  [/^(?:microsoft )?edge?\b/i, 'Edg'],
  [/^(?:google )?chrom(?:e|ium)/i, 'Chromium'],
  [/^safari/i, 'Safari'],
  [/^webkit/i, 'WebKit'],
  // Chromium's developer tools name themselves so, with a version that stands still.
  [/^webinspector/i, 'WebInspector'],
];

/** What browsers call themselves to servers, the more special one first: most claim to be others as well. */
const agents: readonly (readonly [name: RegExp, family: string])[] = [
  [/\bEdg(?:A|iOS)?\/(\d{1,4})/, 'Edg'],
  [/\b(?:Firefox|FxiOS)\/(\d{1,4})/, 'Firefox'],
  [/\b(?:Headless)?Chrom(?:e|ium)\/(\d{1,4})/, 'Chromium'],
  [/\bCriOS\/(\d{1,4})/, 'Chromium'],
  [/\bVersion\/(\d{1,4})[\d.]* (?:Mobile\/\w+ )?Safari\b/, 'Safari'],
  [/\bSafari\b()/, 'Safari'],
];

/** Family and major version of a browser by its `User-Agent`; null for what is none of these. */
function browserOfAgent(agent: string): string | null {
  for (const [pattern, family] of agents) {
    const found = pattern.exec(agent);
    if (found !== null) return `${family} ${found[1] ?? ''}`.trim();
  }
  return null;
}

/**
 * Family and major version of the browser whose traffic a HAR file is: as it named itself to the servers, else what the
 * file says of it, else the tool that wrote the file.
 */
export const nameBrowser = (userAgents: readonly string[], browser: Product, creator: Product): string =>
  userAgents.map(browserOfAgent).find((name) => name !== null) ??
  nameProduct(browser) ??
  nameProduct(creator) ??
  'other';

function nameProduct({ name, version }: Product): string | null {
  const family = families.find(([pattern]) => pattern.test(name.trim()))?.[1];
  if (family === undefined) return null;
  const major = /^\d{1,4}(?=\.|$)/.exec(version.trim())?.[0] ?? '';
  return `${family} ${major}`.trim();
}
