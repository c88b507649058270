import browser, { type Tabs } from 'webextension-polyfill';
import { sameAddress } from '../../../core/address/same-address';
import { CaptureRefused } from './capture-refused';

/** The tab that is captured, while it is: the browser's picture is always of whichever tab is in front. */
export interface WatchedTab {
  /** Aborts with a CaptureRefused as its reason. */
  readonly signal: AbortSignal;
  /** @throws {CaptureRefused} unless the tab is the active one of its window right now. */
  check(): Promise<void>;
  end(): void;
}

/** Tells at once when another tab comes to the front, or the page goes away. */
export function watchTab(tabId: number, windowId: number): WatchedTab {
  const over = new AbortController();
  const refuse = (reason: 'not-in-front' | 'page-left') => over.abort(new CaptureRefused(reason));
  let address: string | undefined;

  const activated = (now: Tabs.OnActivatedActiveInfoType) => {
    if (now.windowId === windowId && now.tabId !== tabId) refuse('not-in-front');
  };
  const removed = (gone: number) => gone === tabId && refuse('page-left');
  const detached = (gone: number) => gone === tabId && refuse('not-in-front');
  const updated = (changed: number, { url, status }: Tabs.OnUpdatedChangeInfoType) => {
    if (changed !== tabId) return;
    // A load without an address: reloaded, or left for where Firefox takes the right to see the address back.
    if (url === undefined && status === 'loading') refuse('page-left');
    if (url === undefined) return;
    if (address !== undefined && !sameAddress(url, address)) refuse('page-left');
  };
  browser.tabs.onActivated.addListener(activated);
  browser.tabs.onRemoved.addListener(removed);
  browser.tabs.onDetached.addListener(detached);
  browser.tabs.onUpdated.addListener(updated);

  return {
    signal: over.signal,
    check: async () => {
      const [active] = await browser.tabs.query({ active: true, windowId });
      over.signal.throwIfAborted();
      if (active?.id !== tabId) throw new CaptureRefused('not-in-front');
      // Known from the first check on, where the browser lets us see it.
      if (active.url !== undefined) address ??= active.url;
      if (address !== undefined && !sameAddress(active.url ?? '', address))
        throw new CaptureRefused('page-left');
    },
    end: () => {
      browser.tabs.onActivated.removeListener(activated);
      browser.tabs.onRemoved.removeListener(removed);
      browser.tabs.onDetached.removeListener(detached);
      browser.tabs.onUpdated.removeListener(updated);
    },
  };
}
