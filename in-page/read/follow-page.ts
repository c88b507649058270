import type { Runtime } from 'webextension-polyfill';
import type { Envelope, SeenReply, WhySeen } from '../../core/messages/protocol';
import type { SeenPage } from '../../core/page/page';
import { readSignals } from '../../core/page/read-signals';
import type { SignalRules } from '../../core/page/signal-rules';
import {
  drawnLink,
  item,
  itemSignals,
  limits,
  marks,
  pageStates,
  textSignals,
} from '../../rulebook/signals.json';
import { ask, read } from '../own-properties';
import { pauseUnseen } from '../pause-unseen';
import { pageFromDocument } from './from-document';
import { servedPage } from './served-page';

// The polyfill would triple this script; what it needs of the browser is the same in both.
declare const chrome: { runtime?: Runtime.Static };

/** What reading needs of the rules that this script was built with; what judges by them stays outside of the page. */
const builtInRules: SignalRules = { drawnLink, item, itemSignals, limits, marks, pageStates, textSignals };

/** Longest wait for the background's word, in ms: a background that is just being stopped may never answer at all. */
const patience = 2000;

/** Longest wait for a moment in which the page has nothing else to do, in ms: a page that never rests is read anyway. */
const idlePatience = 200;

/**
 * Waits before each look, in ms. The background may be stopped in the middle of an answer, and a page draws late what it
 * is about, more so on slow devices: it is looked at a few times, then the popup asks. What shows nothing then is empty.
 */
const waits: Record<WhySeen, readonly number[]> = {
  loaded: [0, 100, 400, 1500, 3000],
  moved: [60, 240, 1200, 3000],
  returned: [0, 240, 1200],
};

const idle = (): Promise<unknown> =>
  new Promise((resolve) => {
    const whenIdle = (globalThis as { requestIdleCallback?: typeof requestIdleCallback }).requestIdleCallback;
    // Safari has no such word.
    if (whenIdle) whenIdle(resolve, { timeout: idlePatience });
    else setTimeout(resolve);
  });

/** What of an address makes it another page to look at: fragments, and what is written there for reading on, do not. */
const place = (): string => `${location.pathname}?${location.search}`;

/**
 * The script in the page: reads it as soon as it has nothing else to do, whenever it moves on within itself or comes back
 * from the browser's cache, and at once whenever asked. Parsing a large state takes milliseconds, on a phone more, and a
 * page that is still building itself needs them.
 * Not one of WXT's content scripts: those announce themselves to the page by a message, and ours stays unseen.
 */
export const followPage = () => {
  // The popup may bring the script into a page that already has it. This global is the script's own, not the page's.
  const world = globalThis as { diBalikKeranjang?: true };
  if (world.diBalikKeranjang) return;
  world.diBalikKeranjang = true;

  const served = servedPage(document, performance);
  /** Where the page was when it was last looked at, and its root, which `document.open` replaces. */
  let looked = place();
  let root = read(document, 'documentElement');
  let isLooking = false;
  let next: WhySeen | null = null;
  let wake: (() => void) | undefined;
  /** Whether nothing more is waited for: what is not there then does not come. */
  let isLast = false;

  /** By the rules that this script was built with, or by those of a pack, which the background sends. */
  const readBy = (rules: SignalRules = builtInRules): SeenPage => {
    const page = pageFromDocument(document, location.href, rules, served());
    return { ...readSignals(page, rules), sight: page.sight, isLast };
  };

  /** Tells what stands there until the background says that it is all, or the page moves on. */
  const tell = async (why: WhySeen, from: number): Promise<void> => {
    const times = waits[why];
    for (let turn = from; turn < times.length; turn += 1) {
      const wait = times[turn];
      const waited = wait ? pauseUnseen(wait) : idle();
      if (turn > from) {
        const overtaken = new Promise<void>((resolve) => {
          wake = resolve;
        });
        await Promise.race([waited, overtaken]);
        if (next) return;
      } else await waited;
      isLast = turn === times.length - 1;
      const seen: Envelope<'page.seen'> = { topic: 'page.seen', ask: { why, page: readBy() } };
      const answer = chrome.runtime?.sendMessage(seen).catch(() => undefined);
      const reply = (await Promise.race([answer, pauseUnseen(patience)])) as SeenReply | undefined;
      if (reply?.ok && reply.answer.isSettled) break;
      if (next) return;
    }
    isLast = true;
  };

  const look = async (why: WhySeen): Promise<void> => {
    // The extension was updated or taken away: another script reads now, or none.
    if (!chrome.runtime?.id) return;
    next = why;
    wake?.();
    if (isLooking) return;
    isLooking = true;
    while (next) {
      const now: WhySeen = next;
      next = null;
      // A page that only rewrites its query, as some do all the time, is read less often.
      const from = now === 'moved' && looked.startsWith(`${location.pathname}?`) ? 1 : 0;
      looked = place();
      root = read(document, 'documentElement');
      await tell(now, from);
      // A page may move on faster than it can be looked at.
      if (looked !== place()) next ??= 'moved';
    }
    isLooking = false;
  };
  const begin = (): void => void look('loaded');
  const moved = (): void => {
    if (place() !== looked || read(document, 'documentElement') !== root) void look('moved');
  };

  chrome.runtime?.onMessage.addListener((message: unknown, sender, sendResponse) => {
    const heard = message as Envelope<'page.read' | 'page.moved'> | null;
    if (sender.id !== chrome.runtime?.id) return undefined as never;
    if (heard?.topic === 'page.read') sendResponse(readBy(heard.ask ?? builtInRules));
    if (heard?.topic === 'page.moved') moved();
    return undefined as never;
  });
  addEventListener('pageshow', ({ persisted }) => persisted && look('returned'));
  // Before Firefox 147 nobody tells a script: there the background does.
  const { navigation } = globalThis as { navigation?: EventTarget };
  navigation?.addEventListener('currententrychange', moved);
  // Of the document's own child alone, which `document.open` replaces: nothing that a page draws is observed.
  new MutationObserver(moved).observe(document, { childList: true });

  // A page that is prepared, and perhaps never shown, is not read; one that is still being parsed holds half of itself.
  const prerendering = read(document as Document & { prerendering?: boolean }, 'prerendering');
  const isWhole = read(document, 'readyState') !== 'loading';
  if (!prerendering && isWhole) begin();
  else
    ask(document, 'addEventListener', prerendering ? 'prerenderingchange' : 'DOMContentLoaded', begin, {
      once: true,
    });
};
