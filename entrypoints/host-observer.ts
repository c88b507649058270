import type { Runtime } from 'webextension-polyfill';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { Envelope } from '../services/messages';
import { pauseUnseen } from '../services/pause-unseen';

declare const chrome: { runtime: Runtime.Static };

/** Between two reports, in ms. */
const pause = 2000;

/**
 * Counts the hosts that a page contacts, from the page's own timing list, while recording is on: only then is this
 * script registered. It leaves nothing in the page and reads host names, never paths.
 */
export default defineUnlistedScript(() => {
  const counts = new Map<string, number>();
  let isWaiting = false;

  const report = () => {
    isWaiting = false;
    if (counts.size === 0) return;
    const hosts = [...counts].slice(0, 500).map(([key, count]) => {
      const [host = '', type = ''] = key.split(' ');
      return { host, type, count };
    });
    counts.clear();
    const seen: Envelope<'hosts.seen'> = { topic: 'hosts.seen', ask: { hosts } };
    // Recording may have been switched off, or the extension updated: then nobody listens, and nothing is kept.
    chrome.runtime.sendMessage(seen).catch(() => undefined);
  };

  new PerformanceObserver((list) => {
    for (const { name, initiatorType } of list.getEntries() as PerformanceResourceTiming[]) {
      const host = URL.canParse(name) ? new URL(name).hostname : '';
      if (host === '') continue;
      const key = `${host} ${initiatorType || 'other'}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    if (isWaiting) return;
    isWaiting = true;
    void pauseUnseen(pause).then(report);
  }).observe({ type: 'resource', buffered: true });
  window.addEventListener('pagehide', report);
});
