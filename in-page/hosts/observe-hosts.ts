import type { Runtime } from 'webextension-polyfill';
import type { Envelope } from '../../core/messages/protocol';
import { ask, read } from '../own-properties';
import { pauseUnseen } from '../pause-unseen';

declare const chrome: { runtime?: Runtime.Static };

/** Between two reports, in ms. */
const pause = 2000;

/**
 * Counts the hosts that a page contacts, from the page's own timing list, while recording is on: only then is this
 * script registered. It leaves nothing in the page and reads host names, never paths.
 */
export const observeHosts = () => {
  const counts = new Map<string, number>();
  let isWaiting = false;
  const add = (key: string, count: number) => counts.set(key, (counts.get(key) ?? 0) + count);

  const report = async () => {
    isWaiting = false;
    if (counts.size === 0) return;
    const taken = [...counts].slice(0, 500);
    counts.clear();
    const hosts = taken.map(([key, count]) => {
      const [host = '', type = ''] = key.split(' ');
      return { host, type, count };
    });
    const seen: Envelope<'hosts.seen'> = { topic: 'hosts.seen', ask: { hosts } };
    // The extension may have been updated: then nobody listens any more, and nothing is kept.
    if (chrome.runtime?.id === undefined) return observer.disconnect();
    const reply = (await chrome.runtime.sendMessage(seen).catch(() => undefined)) as
      | { ok?: boolean }
      | undefined;
    // A background that was just being stopped took nothing: what it missed goes with the next report.
    if (!reply?.ok) for (const [key, count] of taken) add(key, count);
  };

  const observer = new PerformanceObserver((list) => {
    for (const { name, initiatorType } of list.getEntries() as PerformanceResourceTiming[]) {
      const host = URL.canParse(name) ? new URL(name).hostname : '';
      if (host !== '') add(`${host} ${initiatorType || 'other'}`, 1);
    }
    if (isWaiting) return;
    isWaiting = true;
    void pauseUnseen(pause).then(report);
  });
  const begin = () => {
    observer.observe({ type: 'resource', buffered: true });
    window.addEventListener('pagehide', () => void report());
  };
  // What a page asks for that is prepared and perhaps never shown is nobody's step; the list keeps it until it is shown.
  const prerendering = read(document as Document & { prerendering?: boolean }, 'prerendering');
  if (prerendering) ask(document, 'addEventListener', 'prerenderingchange', begin, { once: true });
  else begin();
};
