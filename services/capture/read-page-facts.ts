import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { personalKinds } from '../../core/capture/frozen-page';
import type { ReadFacts } from './shoot-page';

/** The page did not tell where personal data lie: without that nothing may be captured. */
export class FactsUnread extends Error {
  override readonly name = 'FactsUnread';
}

const pixels = v.pipe(v.number(), v.finite());

/** A page's process is not trusted to send what our script would. */
const factsSchema = v.strictObject({
  personal: v.pipe(
    v.array(v.strictObject({ kind: v.picklist(personalKinds), x: pixels, y: pixels, w: pixels, h: pixels })),
    v.maxLength(20_000),
  ),
  snapshot: v.pipe(v.string(), v.maxLength(20_000_000)),
  title: v.pipe(v.string(), v.maxLength(2000)),
});

/**
 * What a page holds beside its pixels, as its script sees it now: where personal data are drawn, and the redacted
 * snapshot and title.
 * @throws {FactsUnread}
 */
export const readPageFacts =
  (tabId: number): ReadFacts =>
  async () => {
    const [answer] = await browser.scripting
      .executeScript({ target: { tabId }, files: ['/personal-finder.js'] })
      .catch((cause: unknown) => {
        throw new FactsUnread('the page could not be searched for personal data', { cause });
      });
    const parsed = v.safeParse(factsSchema, answer?.result);
    if (!parsed.success) throw new FactsUnread('the search for personal data gave no answer');
    return parsed.output;
  };
