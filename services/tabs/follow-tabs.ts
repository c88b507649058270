import browser from 'webextension-polyfill';
import { isOurs } from '../browser/permitted-hosts';

/** What happens to a tab, told to whoever keeps something of it. */
export interface TabPart {
  /** Another page begins to load in it. */
  coming?(tabId: number): void;
  /** It shows another address, of a new page or within the one that is there. */
  moved?(tabId: number, address: string): void;
  /** A page of one of our hosts has loaded. */
  loaded?(tabId: number): void;
  /** It shows a page of none of our hosts, whose address is hidden or not, and which may still load. */
  leaving?(tabId: number): void;
  /** It was closed, or a page of none of our hosts has loaded, whose address is hidden or not. */
  left?(tabId: number, how: 'closed' | 'elsewhere'): void;
  /** The browser gave it another number, as when it lays a tab aside to save memory. */
  replaced?(tabId: number, before: number): void;
}

/** The one owner of a tab's life: hears the browser, and tells the parts in their order. */
export function followTabs(parts: readonly TabPart[]): void {
  const tell = (happened: (part: TabPart) => void): void => {
    for (const part of parts) happened(part);
  };
  browser.tabs.onUpdated.addListener((tabId, { status, url }, tab) => {
    if (status === 'loading') tell((part) => part.coming?.(tabId));
    if (url !== undefined) tell((part) => part.moved?.(tabId, url));
    const isHere = isOurs(tab.url ?? '');
    if (status !== undefined && !isHere) tell((part) => part.leaving?.(tabId));
    if (status !== 'complete') return;
    if (isHere) tell((part) => part.loaded?.(tabId));
    else tell((part) => part.left?.(tabId, 'elsewhere'));
  });
  browser.tabs.onRemoved.addListener((tabId) => tell((part) => part.left?.(tabId, 'closed')));
  // Firefox's tabs keep their numbers.
  browser.tabs.onReplaced?.addListener((tabId, before) => tell((part) => part.replaced?.(tabId, before)));
}
