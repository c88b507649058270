import type { Page, SeenPage } from '../../core/page/page';
import { readSignals } from '../../core/page/read-signals';
import { builtInRulebook } from '../../core/rulebook/built-in';
import { judge } from '../../core/verdict/judge';
import type { Verdict } from '../../core/verdict/verdict';
import { VIDEO_STATE_ID, videoState } from '../../demo/shop/video-state';

export const today = '2026-11-23';
export const videoId = '7600000000000000101';
export const videoAddress = `https://www.tiktok.com/@demo/video/${videoId}`;

export { addressPage } from '../../core/page/page';

/** A video page that was read, with this text as its state. */
export const videoPageWith = (text: string, address = videoAddress): Page => ({
  address,
  states: { [VIDEO_STATE_ID]: text },
  marks: [],
  drawnLink: null,
  status: null,
  sight: null,
});

/** A video page whose state is about this item. */
export const videoPageOf = (item: Record<string, unknown>, address = videoAddress): Page =>
  videoPageWith(JSON.stringify(videoState(item)), address);

/** What the script in a page tells of it. */
export const seenPageOf = ({ sight, ...page }: Page, isLast = true): SeenPage => ({
  ...readSignals({ ...page, sight: null }, builtInRulebook.signals),
  sight: typeof sight === 'string' ? null : sight,
  isLast,
});

export const judgeToday = (page: Page, date = today): Verdict => judge(page, builtInRulebook, date);
