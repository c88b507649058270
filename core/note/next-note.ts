import { stateOf } from '../explanation/state-of';
import { idleLimit } from '../flow/next-step';
import { stepOf } from '../flow/step-of';
import type { Verdict } from '../verdict/verdict';

/** What is remembered of a tab between two of its pages: a flow, and whether its note was shown. */
export interface NoteFlow {
  /** Time of its last page, ms since 1970. */
  readonly last: number;
  readonly isNoted: boolean;
}

/** Whether who handles the order is known, and is not who the page looks like: a page of TikTok, an order of Tokopedia. */
export const isHandledElsewhere = (verdict: Verdict): boolean =>
  verdict.surface === 'tiktok' && stateOf(verdict) === 'tokopedia';

/**
 * What a judged page makes of its tab's flow, and whether a note is due: one in each flow. A flow begins with a stage of
 * buying, and ends with the session's gap, or where the tab leaves.
 *
 * @param now ms since 1970
 */
export function nextNote(
  before: NoteFlow | null,
  verdict: Verdict,
  now: number,
): { readonly flow: NoteFlow | null; readonly isDue: boolean } {
  if (verdict.surface === 'elsewhere') return { flow: null, isDue: false };
  const going = before !== null && Math.abs(now - before.last) <= idleLimit ? before : null;
  if (going === null && stepOf(verdict) === null) return { flow: null, isDue: false };
  const isDue = going?.isNoted !== true && isHandledElsewhere(verdict);
  return { flow: { last: now, isNoted: isDue || going?.isNoted === true }, isDue };
}
