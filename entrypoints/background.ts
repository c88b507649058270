import browser from 'webextension-polyfill';
import { defineBackground } from 'wxt/utils/define-background';
import { answer, askPage } from '../services/messages';
import { answerFor, answerOfTab, isOurs, verdictToday } from '../services/tab-verdict';
import { clearVerdict, showVerdict } from '../services/toolbar';

/** Waits before looking at a page that moved on within itself, in milliseconds: it draws the new item first. */
const patience = [60, 240];

export default defineBackground(() => {
  answer({
    'page.seen': async (reading, { tab }) => {
      if (tab?.id !== undefined && tab.url === reading.address) {
        await showVerdict(tab.id, verdictToday(reading));
      }
      return null;
    },
    'verdict.get': async ({ tabId }) => {
      const found = await answerOfTab(tabId);
      await showVerdict(tabId, found.verdict);
      return found;
    },
  });

  /** How often each tab has moved: an answer counts only while its tab has not moved again. */
  const moves = new Map<number, number>();

  browser.tabs.onUpdated.addListener(async (tabId, { url }) => {
    if (url === undefined) return;
    const move = (moves.get(tabId) ?? 0) + 1;
    moves.set(tabId, move);
    await clearVerdict(tabId);
    if (!isOurs(url)) return;
    for (const wait of patience) {
      await new Promise((resolve) => setTimeout(resolve, wait));
      // After an in-page navigation our script is still there and reads again; after a load the new page
      // speaks for itself, and the old one's last words are recognised by their address.
      const reading = await askPage(tabId).catch(() => null);
      if (moves.get(tabId) !== move || reading?.address !== url) return;
      const found = await answerFor(tabId, reading);
      if (moves.get(tabId) !== move || found === null) return;
      await showVerdict(tabId, found.verdict);
      if (found.verdict.unread.every(({ what }) => what !== 'item')) return;
    }
  });
  browser.tabs.onRemoved.addListener((tabId) => {
    moves.delete(tabId);
  });
});
