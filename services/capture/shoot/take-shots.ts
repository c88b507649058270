import browser from 'webextension-polyfill';
import type { Extent, FrozenPage, Stuck } from '../../../core/capture/shots/frozen-page';
import { furthest } from '../../../core/capture/shots/page-change';
import { askCapturedPage, enterPage } from './ask-captured-page';
import { CaptureRefused } from './capture-refused';
import { type Judged, PageChanged, type PageHands, type ReadFacts, shootPage } from './shoot-page';
import { watchTab } from './watch-tab';

/** What is to be captured. */
export interface ShotOrder {
  readonly tabId: number;
  readonly windowId: number;
  readonly extent: Extent;
  /** The person's stop. */
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, all: number) => void;
  /** What the page holds beside its pixels, as it lies at the moment of asking. */
  readonly readFacts: ReadFacts;
  /** Judges the page as it is at the moment of asking. */
  readonly judge: () => Promise<Judged>;
}

/** So often a page that moved is begun anew: of the visible part a try is short. */
const mostAnew: Record<Extent, number> = { visible: 4, full: 1 };
/** So often what sticks may show itself later than on the first walk down. */
const mostStuck = 3;
/** What is said of a page that did not settle. */
const refusals = {
  moved: 'page-changed',
  grown: 'page-changed',
  stuck: 'page-changed',
  item: 'item-changed',
  unsettled: 'keeps-moving',
} as const;
/** Longest wait for the page to be put back, in ms: it may be held up by a dialog of its own. */
const putBackPatience = 3000;

/**
 * Takes the pictures of a page and lays them together on a canvas, in memory only, as nothing is redacted yet: no
 * storage, no file, no blob. Then puts the page back as it was.
 *
 * @throws {CaptureRefused} with the reason; then nothing is left of the pictures.
 */
export async function takeShots(order: ShotOrder): Promise<FrozenPage<HTMLCanvasElement>> {
  const { tabId, windowId } = order;
  // Nothing is kept of private windows, so nothing is taken of them.
  const { incognito } = await browser.tabs.get(tabId).catch((cause: unknown) => {
    throw new CaptureRefused('page-left', { cause });
  });
  if (incognito) throw new CaptureRefused('private');
  const tab = watchTab(tabId, windowId);
  const stopped = AbortSignal.any([order.signal, tab.signal]);
  const over = new Promise<never>((_, refuse) => {
    const end = () => refuse(order.signal.aborted ? new CaptureRefused('stopped') : stopped.reason);
    if (stopped.aborted) end();
    else stopped.addEventListener('abort', end, { once: true });
  });
  over.catch(() => undefined);
  const until = <T>(work: Promise<T>): Promise<T> => Promise.race([over, work]);
  const hands: PageHands = {
    ...order,
    until,
    ask: (command) => until(askCapturedPage(tabId, command)),
    checkFront: () => until(tab.check()),
  };
  try {
    await hands.checkFront();
    await until(enterPage(tabId));
    return await tryAgain(hands);
  } finally {
    tab.end();
    // A page that is gone cannot be put back, and one that is busy puts itself back when it is free again.
    await Promise.race([
      askCapturedPage(tabId, { do: 'end' }).catch(() => undefined),
      new Promise((done) => setTimeout(done, putBackPatience)),
    ]);
  }
}

/** Begins a page that changed anew. After that it may go on growing below, as feeds do, and is taken as far as it went. */
async function tryAgain(hands: PageHands): Promise<FrozenPage<HTMLCanvasElement>> {
  let stuck: Stuck = { top: 0, bottom: 0 };
  let anew = 0;
  let late = 0;
  for (;;) {
    try {
      return await shootPage(hands, stuck, anew > 0);
    } catch (cause) {
      if (!(cause instanceof PageChanged)) throw cause;
      const { change } = cause;
      if (change.what === 'stuck' && late < mostStuck) {
        late += 1;
        stuck = furthest(stuck, change.stuck);
      } else if (anew < mostAnew[hands.extent]) anew += 1;
      else throw new CaptureRefused(refusals[change.what], { cause });
    }
  }
}
