import type { Runtime, Tabs } from 'webextension-polyfill';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { Envelope } from '../core/messages/protocol';
import type { AskedEarly } from '../services/messages';

// What it needs of the browser is the same in both, and the polyfill would come later than the answer.
declare const chrome: { runtime: Runtime.Static; tabs: Tabs.Static };

/** The tab the popup was opened on; `?tab=` names one when the popup is opened as a page of its own. */
async function tabOfPopup(): Promise<number> {
  const named = new URLSearchParams(location.search).get('tab');
  if (named !== null) return Number(named);
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined) throw new Error('no tab');
  return tab.id;
}

/** Asks for the popup's answer while the browser still loads the popup's program, which waits for both. */
export default defineUnlistedScript(() => {
  // Where an opening's time goes: `npm run bench:page` prints these marks.
  performance.mark('asked');
  const asked: AskedEarly = tabOfPopup().then(async (tabId) => {
    const ask: Envelope<'verdict.get'> = { topic: 'verdict.get', ask: { tabId } };
    return { tabId, reply: await chrome.runtime.sendMessage(ask) };
  });
  // Who awaits it is told of a failure; until then it is no unheard one.
  asked.then(() => performance.mark('answered')).catch(() => undefined);
  (globalThis as { askedEarly?: AskedEarly }).askedEarly = asked;
});
