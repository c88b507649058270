import type { Runtime } from 'webextension-polyfill';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { pageFromDocument } from '../core/page/from-document';
import { readSignals } from '../core/page/read-signals';
import rules from '../rulebook/signals.json';
import type { Envelope } from '../services/messages';

// The polyfill would triple this script; what it needs of the browser is the same in both.
declare const chrome: { runtime: Runtime.Static };

const read = () => readSignals(pageFromDocument(document, location.href, rules), rules);

export default defineContentScript({
  matches: [
    'https://www.tiktok.com/*',
    'https://shop.tiktok.com/*',
    'https://shop-id.tokopedia.com/*',
    'https://pay.tokopediax.com/*',
  ],
  main() {
    // The popup may bring the script into a page that already has it. This global is the script's own, not the page's.
    const world = globalThis as { diBalikKeranjang?: true };
    if (world.diBalikKeranjang) return;
    world.diBalikKeranjang = true;
    chrome.runtime.onMessage.addListener((message: unknown, sender, sendResponse) => {
      const isOurs = sender.id === chrome.runtime.id;
      if (isOurs && (message as Envelope<'page.read'> | null)?.topic === 'page.read') sendResponse(read());
      return undefined as never;
    });
    const seen: Envelope<'page.seen'> = { topic: 'page.seen', ask: read() };
    // Nobody may be listening (the extension was just updated): the popup will ask again.
    chrome.runtime.sendMessage(seen).catch(() => undefined);
  },
});
