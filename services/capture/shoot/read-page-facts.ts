import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { personalKinds } from '../../../core/personal/personal-place';
import { TooLate, within } from '../../browser/within';
import { boxFields, whyUnread } from './ask-captured-page';
import { CaptureRefused } from './capture-refused';
import type { ReadFacts } from './shoot-page';

/** Longest wait for the search, in ms: it ends itself sooner, unless the page is busy with its own. */
const patience = 20_000;

/** A page's process is not trusted to send what our script would. */
const factsSchema = v.strictObject({
  personal: v.pipe(
    v.array(v.strictObject({ kind: v.picklist(personalKinds), ...boxFields })),
    v.maxLength(20_000),
  ),
  snapshot: v.pipe(v.string(), v.maxLength(20_000_000)),
  title: v.pipe(v.string(), v.maxLength(2000)),
});

/**
 * What a page holds beside its pixels, as its script sees it now: where personal data are drawn, and the redacted
 * snapshot and title.
 * @throws {CaptureRefused} without that nothing may be captured: `page-busy` when it took too long, `page-left` when the page
 * is not there any more, `not-read` when it failed
 */
export const readPageFacts =
  (tabId: number): ReadFacts =>
  async () => {
    const asked = browser.scripting.executeScript({ target: { tabId }, files: ['/personal-finder.js'] });
    const [answer] = await within(patience, asked).catch(async (cause: unknown) => {
      throw new CaptureRefused(cause instanceof TooLate ? 'page-busy' : await whyUnread(tabId), { cause });
    });
    const parsed = v.safeParse(factsSchema, answer?.result);
    if (parsed.success) return parsed.output;
    const isOver = v.is(v.strictObject({ tooLong: v.literal(true) }), answer?.result);
    const why = isOver ? 'page-busy' : await whyUnread(tabId);
    throw new CaptureRefused(why, { cause: answer?.error ?? parsed.issues });
  };
