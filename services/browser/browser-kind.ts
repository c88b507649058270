import browser from 'webextension-polyfill';

/** Which browser this is, where their ways to an extension's button and keys differ. */
export type BrowserKind = 'chrome' | 'edge' | 'firefox' | 'firefox-android';

/** Told by the extension's own address and the browser's name of itself; Chrome where neither tells. */
export function browserKind(): BrowserKind {
  const name = navigator.userAgent;
  if (browser.runtime.getURL('').startsWith('moz-extension:'))
    return name.includes('Android') ? 'firefox-android' : 'firefox';
  return name.includes('Edg/') ? 'edge' : 'chrome';
}
