import type { Runtime } from 'webextension-polyfill';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { pageFromDocument } from '../core/page/from-document';
import type { SeenPage } from '../core/page/page';
import { readSignals } from '../core/page/read-signals';
import type { SignalRules } from '../core/page/signal-rules';
import {
  drawnLink,
  item,
  itemSignals,
  limits,
  marks,
  pageStates,
  textSignals,
} from '../rulebook/signals.json';
import type { Envelope, SeenReply } from '../services/messages';
import { pauseUnseen } from '../services/pause-unseen';
import { ServedPage } from '../services/served-page';

// The polyfill would triple this script; what it needs of the browser is the same in both.
declare const chrome: { runtime: Runtime.Static };

/** What reading needs of the rules that this script was built with; what judges by them stays outside of the page. */
const builtInRules: SignalRules = { drawnLink, item, itemSignals, limits, marks, pageStates, textSignals };

/** Longest wait for the background's word, in ms: a background that is just being stopped may never answer at all. */
const patience = 2000;

/**
 * Whether the background takes what was seen for all that there is to come. It may be stopped in the middle of an answer:
 * it is told again, a few times, then the popup asks.
 */
async function tell(ask: SeenPage): Promise<boolean> {
  const seen: Envelope<'page.seen'> = { topic: 'page.seen', ask };
  for (const wait of [100, 400, 1600, 1600]) {
    const answer = chrome.runtime.sendMessage(seen).catch(() => undefined);
    const reply = (await Promise.race([answer, pauseUnseen(patience)])) as SeenReply | undefined;
    if (reply?.ok) return reply.answer.isSettled;
    await pauseUnseen(wait);
  }
  return true;
}

/** Longest wait for a moment in which the page has nothing else to do, in ms: a page that never rests is read anyway. */
const idlePatience = 200;

/** Waits before looking again at a page in which there is nothing to see yet, in ms: then it is empty. */
const looksAgain = [500, 1500, 3000];

/**
 * The script in the page: reads it as soon as it has nothing else to do, and at once whenever asked. Parsing a large state
 * takes milliseconds, on a phone more, and a page that is still building itself needs them.
 * Not one of WXT's content scripts: those announce themselves to the page by a message, and ours stays unseen.
 */
export default defineUnlistedScript(() => {
  // The popup may bring the script into a page that already has it. This global is the script's own, not the page's.
  const world = globalThis as { diBalikKeranjang?: true };
  if (world.diBalikKeranjang) return;
  world.diBalikKeranjang = true;
  const served = new ServedPage(document, performance);
  let isLast = false;
  /** By the rules that this script was built with, or by those of a pack, which the background sends. */
  const read = (rules: SignalRules = builtInRules): SeenPage => {
    const page = pageFromDocument(document, location.href, rules, served.status());
    return { ...readSignals(page, rules), sight: page.sight, isLast };
  };
  chrome.runtime.onMessage.addListener((message: unknown, sender, sendResponse) => {
    const isOurs = sender.id === chrome.runtime.id;
    const asked = message as Envelope<'page.read'> | null;
    if (isOurs && asked?.topic === 'page.read') sendResponse(read(asked.ask ?? builtInRules));
    return undefined as never;
  });
  const readAndTell = async () => {
    const first = read();
    let isSettled = await tell(first);
    for (const wait of looksAgain) {
      if (isSettled) break;
      await pauseUnseen(wait);
      isLast = wait === looksAgain.at(-1);
      const again = read();
      // A page that moved on within itself is read by whoever saw it move.
      if (again.address !== first.address) break;
      isSettled = await tell(again);
    }
    isLast = true;
  };
  // Safari has no such word.
  if (typeof requestIdleCallback === 'function')
    requestIdleCallback(() => void readAndTell(), { timeout: idlePatience });
  else setTimeout(() => void readAndTell());
});
