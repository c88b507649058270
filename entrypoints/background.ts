import browser from 'webextension-polyfill';
import { defineBackground } from 'wxt/utils/define-background';
import { answer, askPage } from '../services/messages';
import { isOurs, verdictOfTab, verdictToday } from '../services/tab-verdict';
import { clearVerdict, showVerdict } from '../services/toolbar';

export default defineBackground(() => {
  answer({
    'page.seen': async (reading, { tab, frameId }) => {
      if (tab?.id !== undefined && frameId === 0 && tab.url === reading.address) {
        await showVerdict(tab.id, verdictToday(reading));
      }
      return null;
    },
    'verdict.get': async ({ tabId }) => {
      const verdict = await verdictOfTab(tabId);
      await showVerdict(tabId, verdict);
      return verdict;
    },
  });

  browser.tabs.onUpdated.addListener(async (tabId, { url }) => {
    if (url === undefined) return;
    await clearVerdict(tabId);
    if (!isOurs(url)) return;
    // After an in-page navigation our script is still there and reads again; after a load the new page
    // speaks for itself, and the old one's last words are recognised by their address.
    const reading = await askPage(tabId).catch(() => null);
    if (reading?.address === url) await showVerdict(tabId, verdictToday(reading));
  });
});
