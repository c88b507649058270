import type { Extent, FrozenPage, PageFacts, PersonalPlace } from '../../core/capture/frozen-page';
import { changeOf, furthest, type PageChange } from '../../core/capture/page-change';
import type { PageCommand, PageLook } from '../../core/capture/page-command';
import { placesInStrip } from '../../core/capture/places-in-strip';
import { planShots, rowInShot, type Shot, sideLimit } from '../../core/capture/plan-shots';
import type { Stuck } from '../../core/capture/stuck-parts';
import { minutesAheadOfUtc, nowAsIso } from '../clock';
import { Camera } from './camera';
import { CaptureRefused } from './capture-refused';
import { pictureScale } from './picture-scale';
import { canvasFor, drawStrip } from './stitch';

export type ReadFacts = () => Promise<Omit<PageFacts, 'layout'>>;

/** What one try at a page needs. Every call ends, by a refusal, as soon as the capture is over. */
export interface PageHands {
  readonly tabId: number;
  readonly windowId: number;
  readonly extent: Extent;
  readonly ask: (command: PageCommand) => Promise<PageLook>;
  readonly readFacts: ReadFacts;
  /** Refuses unless the page is in front. */
  readonly checkFront: () => Promise<void>;
  readonly until: <T>(work: Promise<T>) => Promise<T>;
  readonly onProgress: (done: number, all: number) => void;
}

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
  const begun = await ask({ do: 'begin', extent, most: sideLimit });
  const layout = { ...begun.layout, stuck: furthest(begun.layout.stuck, stuck) };
  const dpr = await hands.until(pictureScale(hands.tabId, layout.dpr));
  const plan = planShots({ ...layout, dpr }, extent);
  if (plan === null) throw new CaptureRefused('too-large');
  const camera = new Camera(hands.windowId, async (wait) => void (await ask({ do: 'go', y: null, wait })));
  const personal: PersonalPlace[] = [];
  let facts: Omit<PageFacts, 'layout'> | null = null;
  let taken = '';
  let hasGrown = false;
  let leftAt: number | null = null;

  const go = async (y: number | null, wait: number): Promise<number> => {
    const look = await ask({ do: 'go', y: isFull ? y : null, wait });
    const change = changeOf(layout, look, leftAt);
    if (change?.what === 'grown') hasGrown = true;
    // Of the visible part it is one shot: whatever sticks or comes below does not matter.
    if (change && (change.what === 'moved' || (isFull && !(change.what === 'grown' && mayGrow))))
      throw new PageChanged(change);
    leftAt = look.layout.scroll.y;
    return leftAt;
  };

  const take = async (shot: Shot, canvas: HTMLCanvasElement): Promise<void> => {
    const row = rowInShot(shot, await go(shot.scroll, camera.rest), plan.scale);
    if (row === null) throw new PageChanged({ what: 'moved' });
    const now = await hands.until(hands.readFacts());
    facts ??= now;
    personal.push(...placesInStrip(now.personal, shot, plan));
    await hands.checkFront();
    taken ||= nowAsIso();
    const picture = await hands.until(camera.shoot());
    try {
      // Asked again: between the two another tab may have come to the front.
      await hands.checkFront();
      drawStrip(picture, canvas, shot, row, plan.scale);
    } finally {
      picture.close();
    }
  };

  const canvas = canvasFor(plan);
  try {
    for (const [place, shot] of plan.shots.entries()) {
      hands.onProgress(place, plan.shots.length);
      await take(shot, canvas);
    }
    await go(null, 0);
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
    wasCut: plan.wasCut || (isFull && hasGrown),
    facts: { ...(facts as Omit<PageFacts, 'layout'>), personal, layout },
    taken,
    tzOffsetMin: minutesAheadOfUtc(),
    tabId: hands.tabId,
  };
}
