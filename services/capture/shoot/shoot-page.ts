import type { Extent, FrozenPage, PageFacts, Stuck } from '../../../core/capture/shots/frozen-page';
import { changeOf, furthest, type PageChange } from '../../../core/capture/shots/page-change';
import type { PageCommand, PageLook } from '../../../core/capture/shots/page-command';
import { placesInStrip } from '../../../core/capture/shots/places-in-strip';
import { planShots, rowInShot, type Shot, sideLimit } from '../../../core/capture/shots/plan-shots';
import type { PersonalPlace, Rect } from '../../../core/personal/personal-place';
import { minutesAheadOfUtc, nowAsIso } from '../../browser/clock';
import { Camera } from './camera';
import { CaptureRefused } from './capture-refused';
import { pictureScale } from './picture-scale';
import { canvasFor, drawStrip, leaveOut } from './stitch';

/** A judgement of the page: when it was made, and a text that is another one for another item. */
export interface Judged {
  /** ISO, UTC. */
  readonly at: string;
  readonly item: string;
}

export type ReadFacts = () => Promise<Omit<PageFacts, 'layout'>>;

/** What one try at a page needs. Every call ends, by a refusal, as soon as the capture is over. */
export interface PageHands {
  readonly tabId: number;
  readonly windowId: number;
  readonly extent: Extent;
  readonly ask: (command: PageCommand) => Promise<PageLook>;
  readonly readFacts: ReadFacts;
  /** Judges the page as it is now. */
  readonly judge: () => Promise<Judged>;
  /** Refuses unless the page is in front. */
  readonly checkFront: () => Promise<void>;
  readonly until: <T>(work: Promise<T>) => Promise<T>;
  readonly onProgress: (done: number, all: number) => void;
}

/** More of the view than this part may not change between search and shot: covered, it would show little of the page. */
const mostChanged = 0.5;

/** The page did not stay as it was: what was taken does not fit together. */
export class PageChanged extends Error {
  override readonly name = 'PageChanged';
  constructor(readonly change: NonNullable<PageChange>) {
    super(`the page has ${change.what}`);
  }
}

/**
 * Takes the shots of a page from the first to the last.
 *
 * @param stuck what an earlier try saw sticking
 * @param mayGrow take the page as far as it went at the beginning, though it goes on further below now
 * @throws {PageChanged} {CaptureRefused}
 */
export async function shootPage(
  hands: PageHands,
  stuck: Stuck,
  mayGrow: boolean,
): Promise<FrozenPage<HTMLCanvasElement>> {
  const { extent, ask } = hands;
  const isFull = extent === 'full';
  const before = await hands.until(hands.judge());
  let after = before;
  const begun = await ask({ do: 'begin', extent, most: sideLimit });
  if (isFull && begun.isOverlaid) throw new CaptureRefused('overlaid');
  const layout = { ...begun.layout, stuck: furthest(begun.layout.stuck, stuck) };
  const dpr = await hands.until(pictureScale(hands.tabId, layout.dpr));
  const plan = planShots({ ...layout, dpr }, extent);
  if (plan === null) throw new CaptureRefused('too-large');
  const camera = new Camera(hands.windowId);
  const personal: PersonalPlace[] = [];
  let facts: Omit<PageFacts, 'layout'> | null = null;
  let taken = '';
  let hasGrown = false;
  let leftAt: number | null = null;
  let repeated: readonly Rect[] = [];
  let leftOut = 0;

  const go = async (y: number | null, wait: number): Promise<number> => {
    const look = await ask({ do: 'go', y: isFull ? y : null, wait });
    const change = changeOf(layout, look, leftAt, !isFull);
    if (change?.what === 'grown') hasGrown = true;
    // Of the visible part it is one shot: whatever sticks or comes below does not matter.
    if (change && (change.what === 'moved' || (isFull && !(change.what === 'grown' && mayGrow))))
      throw new PageChanged(change);
    leftAt = look.layout.scroll.y;
    repeated = isFull ? look.repeated : [];
    return leftAt;
  };

  const take = async (shot: Shot, canvas: HTMLCanvasElement): Promise<void> => {
    const row = rowInShot(shot, await go(shot.scroll, camera.rest), plan.scale);
    if (row === null) throw new PageChanged({ what: 'moved' });
    const picture = await shootSearched(shot);
    // Not given now: everything anew, as what was searched is no longer what would be shot.
    if (picture === null) return take(shot, canvas);
    try {
      drawStrip(picture, canvas, shot, row, plan.scale);
      leftOut = Math.max(leftOut, leaveOut(canvas, shot, row, plan.scale, repeated));
    } finally {
      picture.close();
    }
  };

  /** A picture between two searches, while everything that changes in view is followed: what any of them saw is covered. */
  const shootSearched = async (shot: Shot): Promise<VideoFrame | null> => {
    await ask({ do: 'watch' });
    const first = await hands.until(hands.readFacts());
    facts ??= first;
    await hands.checkFront();
    await checkItem();
    const at = nowAsIso();
    const picture = await hands.until(camera.shoot());
    if (picture === null) return null;
    try {
      await checkItem();
      // Asked again: between the two another tab may have come to the front.
      await hands.checkFront();
      const second = await hands.until(hands.readFacts());
      const { changed, partChanged, hasOtherData } = await ask({ do: 'tell' });
      if (hasOtherData) throw new PageChanged({ what: 'item' });
      if (partChanged > mostChanged) throw new PageChanged({ what: 'unsettled' });
      const moving = changed.map((rect): PersonalPlace => ({ ...rect, kind: 'changed' }));
      personal.push(...placesInStrip([...first.personal, ...second.personal, ...moving], shot, plan));
      taken ||= at;
      return picture;
    } catch (cause) {
      picture.close();
      throw cause;
    }
  };

  /** Before and after each shot; what changes and changes back within is told by the watch. */
  const checkItem = async (): Promise<void> => {
    after = await hands.until(hands.judge());
    if (after.item !== before.item) throw new PageChanged({ what: 'item' });
  };

  const canvas = canvasFor(plan);
  try {
    for (const [place, shot] of plan.shots.entries()) {
      hands.onProgress(place, plan.shots.length);
      await take(shot, canvas);
    }
    await go(null, 0);
    await checkItem();
  } catch (cause) {
    // Its pixels go at once, not when memory is next tidied up.
    canvas.width = 0;
    throw cause;
  }
  hands.onProgress(plan.shots.length, plan.shots.length);
  if (facts === null) throw new CaptureRefused('no-picture');
  return {
    picture: canvas,
    scale: plan.scale,
    part: plan.part,
    extent,
    leftOut,
    scrollsInside: begun.scrollsInside,
    wasCut: plan.wasCut || (isFull && hasGrown),
    facts: { ...(facts as Omit<PageFacts, 'layout'>), personal, layout },
    taken,
    tzOffsetMin: minutesAheadOfUtc(),
    judged: { before: before.at, after: after.at },
    tabId: hands.tabId,
  };
}
