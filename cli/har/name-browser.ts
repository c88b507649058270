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

/** Family and major version of the browser that wrote a HAR file, else of the tool that did. */
export const nameBrowser = (browser: Product, creator: Product): string =>
  nameProduct(browser) ?? nameProduct(creator) ?? 'other';

function nameProduct({ name, version }: Product): string | null {
  const family = families.find(([pattern]) => pattern.test(name.trim()))?.[1];
  if (family === undefined) return null;
  const major = /^\d{1,4}(?=\.|$)/.exec(version.trim())?.[0] ?? '';
  return `${family} ${major}`.trim();
}
