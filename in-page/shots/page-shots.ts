import type { PageLayout, Stuck } from '../../core/capture/shots/frozen-page';
import { type PageCommand, type PageLook, pageCommandName } from '../../core/capture/shots/page-command';
import type { Rect } from '../../core/personal/personal-place';
import { ask, read } from '../own-properties';
import { nextFrameUnseen, pauseUnseen } from '../pause-unseen';
import type { Box } from '../personal/drawn-rects';
import { isOverlaid, PlacedParts } from '../personal/placed-parts';
import { shadowOf } from '../shadow-of';
import { type Changes, ChangeWatch, partCovered } from './change-watch';
import { digestOf, hasMoved, type LayoutSample, takeSample } from './layout-sample';
import { walkPage } from './stuck-parts';

/** If no command comes for so long, the capture's page is gone: the page is put back. In ms. */
const patience = 10_000;
/** Longest waits for a paint and for pictures in view, in ms: a window that is covered paints nothing. */
const paintPatience = 1000;
const picturePatience = 1500;

/** More cannot be told one by one: then all of the view counts as changed. */
const mostChanged = 2000;
const partOf = (boxes: readonly Box[], view: { w: number; h: number }): number =>
  boxes.length > mostChanged ? 1 : partCovered(boxes, view);

const nothingSeen: Changes = { boxes: [], isBlind: false, hasOtherData: false };

/** Two frames: the first draws what was scrolled to, the second comes when it stands on the screen. */
const painted = () => Promise.race([nextFrameUnseen().then(nextFrameUnseen), pauseUnseen(paintPatience)]);

const isAwaited = (picture: HTMLImageElement): boolean => {
  const { top, bottom } = ask(picture, 'getBoundingClientRect');
  return !read(picture, 'complete') && bottom > 0 && top < innerHeight;
};

async function picturesThere(): Promise<void> {
  for (let waited = 0; waited < picturePatience; waited += 50) {
    if (![...read(document, 'images')].some(isAwaited)) return;
    await pauseUnseen(50);
  }
}

/** The scroll of the document itself; the body's in old pages without a doctype. */
const scroller = () => read(document, 'scrollingElement') ?? read(document, 'documentElement');

const heightOf = (element: Element): number => read(element, 'scrollHeight');

/** What the window shows, without scroll bars, as it is before two fingers enlarge it: to fractions of a pixel. */
function visibleSize(): { w: number; h: number } {
  const { width, height, scale } = visualViewport ?? { width: innerWidth, height: innerHeight, scale: 1 };
  return { w: width * scale, h: height * scale };
}

/** Answers commands until the end; holds all it knows of the page in this closure. */
function pageShots() {
  const home = { x: scrollX, y: scrollY, focus: read(document, 'activeElement') };
  let sample: LayoutSample = { of: [] };
  let placed = new PlacedParts({ top: 0, bottom: 0 }, innerHeight);
  let fingerprint = '';
  /** What scrolling shows of the document's height beyond the whole number that the page tells. */
  let remainder = 0;
  /** Between `watch` and `tell`. */
  let changes: ChangeWatch | undefined;
  /** Which command was the last; none after the end. */
  let watch: object | undefined;

  const goTo = (y: number, x = home.x) => scrollTo({ left: x, top: y, behavior: 'instant' });

  const putBack = () => {
    goTo(home.y);
    const focused = read(document, 'activeElement') as HTMLElement | null;
    if (focused === home.focus) return;
    if (home.focus instanceof HTMLElement && home.focus !== read(document, 'body'))
      ask(home.focus, 'focus', { preventScroll: true });
    else if (focused !== null) ask(focused, 'blur');
  };

  const layout = (stuck: Stuck): PageLayout => {
    const [w, h] = [read(scroller(), 'scrollWidth'), heightOf(scroller())];
    return {
      viewport: visibleSize(),
      document: { w, h: h + remainder },
      scroll: { x: scrollX, y: scrollY },
      dpr: devicePixelRatio,
      stuck,
      fingerprint,
    };
  };

  const look = (stoodAt: number, walked = walkPage(window)): PageLook => ({
    layout: layout(walked.stuck),
    stoodAt,
    hasMoved: hasMoved(sample, scrollX, scrollY),
    repeated: placed.repeated(walked, scrollY),
    scrollsInside: walked.scrollsInside,
    isOverlaid: isOverlaid(document, walked.held),
    changed: [],
    partChanged: 0,
    hasOtherData: false,
    address: location.href.replace(/#.*/s, ''),
  });

  /** Scrolls through once, so that what loads late is there and whatever sticks has shown itself. */
  const walkDown = async (most: number): Promise<Stuck> => {
    const stuck = { top: 0, bottom: 0 };
    const { h } = visibleSize();
    for (let y = 0; y < Math.min(heightOf(scroller()), most); y += h / 2) {
      goTo(y);
      await painted();
      const now = walkPage(window).stuck;
      stuck.top = Math.max(stuck.top, now.top);
      stuck.bottom = Math.max(stuck.bottom, now.bottom);
      arm();
    }
    await picturesThere();
    if (heightOf(scroller()) <= most) {
      goTo(heightOf(scroller()));
      remainder = Math.max(-1, Math.min(1, scrollY + h - heightOf(scroller())));
    }
    goTo(0);
    await painted();
    return stuck;
  };

  const begin = async ({ extent, most }: PageCommand & { do: 'begin' }): Promise<PageLook> => {
    const stuck = extent === 'full' ? await walkDown(most / devicePixelRatio) : undefined;
    const walked = walkPage(window);
    sample = takeSample(walked.scrolling, scrollX, scrollY);
    fingerprint = digestOf(
      sample,
      read(scroller(), 'scrollWidth'),
      heightOf(scroller()),
      devicePixelRatio * 100,
    );
    placed = new PlacedParts(stuck ?? walked.stuck, innerHeight);
    const seen = look(scrollY, { ...walked, stuck: stuck ?? walked.stuck });
    return { ...seen, layout: { ...seen.layout, scroll: { x: home.x, y: home.y } } };
  };

  const go = async ({ y, wait }: PageCommand & { do: 'go' }): Promise<PageLook> => {
    const stoodAt = scrollY;
    if (y !== null) goTo(y);
    await Promise.all([painted().then(picturesThere), pauseUnseen(wait)]);
    return look(stoodAt);
  };

  const startWatch = async (): Promise<PageLook> => {
    const own = new ChangeWatch(document, shadowOf, () => performance.now());
    changes = own;
    const atEachFrame = (): unknown => changes === own && (own.look(), nextFrameUnseen().then(atEachFrame));
    void nextFrameUnseen().then(atEachFrame);
    // What stands on the screen must have been drawn since: a frame of before may show what nobody followed. The screen is
    // some frames behind the page, and longer so the busier the machine is.
    const begun = performance.now();
    await painted();
    await pauseUnseen(2 * (performance.now() - begun));
    return look(scrollY);
  };

  const tellChanges = (): PageLook => {
    const { boxes, isBlind, hasOtherData } = changes?.end() ?? nothingSeen;
    changes = undefined;
    const { w, h } = visibleSize();
    const inView = boxes.filter(
      ({ left, top, right, bottom }) => right > 0 && bottom > 0 && left < w && top < h,
    );
    const changed = inView.map(
      ({ left, top, right, bottom }): Rect => ({
        x: left + scrollX,
        y: top + scrollY,
        w: right - left,
        h: bottom - top,
      }),
    );
    return {
      ...look(scrollY),
      changed: changed.slice(0, mostChanged),
      partChanged: isBlind ? 1 : partOf(inView, { w, h }),
      hasOtherData,
    };
  };

  const arm = () => {
    const mine = {};
    watch = mine;
    void pauseUnseen(patience).then(() => watch === mine && putBack());
  };

  return async (command: PageCommand): Promise<PageLook> => {
    arm();
    if (command.do === 'begin') return begin(command);
    if (command.do === 'go') return go(command);
    if (command.do === 'watch') return startWatch();
    if (command.do === 'tell') return tellChanges();
    const stoodAt = scrollY;
    watch = undefined;
    changes = undefined;
    putBack();
    delete (globalThis as Record<string, unknown>)[pageCommandName];
    return look(stoodAt);
  };
}

/**
 * The capture's script in the page: brought there when a capture begins, in a world of its own, gone when it ends. It
 * measures and scrolls, and changes nothing else.
 */
export const offerShots = () => {
  const world = globalThis as Record<string, unknown>;
  world[pageCommandName] ??= pageShots();
};
