import browser, { type Tabs } from 'webextension-polyfill';
import { samePage } from '../../core/address/same-address';
import type { Verdict } from '../../core/verdict/verdict';
import { onAnswer } from './last-answers';

interface Watcher {
  /** What is shown now. */
  shown(): Verdict;
  /** The tab shows, or loads, another page. */
  moved(): void;
  /** There may be something else to show. */
  changed(): void;
}

/** Follows a tab for as long as the popup is open on it: the pages that it shows, and how they are judged. */
export function watchAnswer(tabId: number, watcher: Watcher): void {
  browser.tabs.onUpdated.addListener((updated: number, { url, status }: Tabs.OnUpdatedChangeInfoType) => {
    if (updated !== tabId) return;
    const isOther = url !== undefined && !samePage(url, watcher.shown().address);
    if (isOther || status === 'loading') watcher.moved();
    if (status === 'complete') watcher.changed();
  });
  onAnswer(tabId, ({ verdict }) => {
    if (JSON.stringify(verdict) !== JSON.stringify(watcher.shown())) watcher.changed();
  });
}
