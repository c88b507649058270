import type { Verdict } from '../verdict/verdict';

/** The screens a verdict can have: each has its own sentence, picture, and icon. */
export type AnswerState =
  | 'tokopedia'
  | 'other-region'
  | 'not-yet'
  | 'own-shop'
  | 'closed'
  | 'transition'
  | 'none'
  | 'native'
  | 'seller'
  | 'lookalike'
  | 'elsewhere'
  | 'check'
  | 'conflicting'
  | 'drift'
  | 'stale'
  | 'dropped'
  | 'browse'
  | 'live-basket'
  | 'unknown';

/** Which screen tells this verdict honestly. */
export function stateOf(verdict: Verdict): AnswerState {
  const { basket, processor, phase, surface, kind } = verdict;
  if (verdict.lookalike) return 'lookalike';
  if (surface === 'elsewhere') return verdict.unread.length > 0 ? 'unknown' : 'elsewhere';
  if (kind === 'check') return 'check';
  if (phase !== null && phase !== 'migrated') return phase;
  if (basket === 'conflicting' || processor === 'conflicting') return 'conflicting';
  if (basket === 'no') return stateWithoutBasket(verdict);
  if (basket === 'yes' && processor === 'tokopedia') return 'tokopedia';
  if (basket === 'yes' && processor === 'tiktok-shop') return 'other-region';
  if (basket === 'yes') return kind === 'live' ? 'live-basket' : 'unknown';
  return stateOfUnknown(verdict);
}

function stateWithoutBasket({ surface }: Verdict): AnswerState {
  if (surface === 'seller') return 'seller';
  return surface === 'tokopedia' ? 'native' : 'none';
}

function stateOfUnknown({ unread, drift }: Verdict): AnswerState {
  const isUnread = (what: string, ...why: string[]) =>
    unread.some((entry) => entry.what === what && why.includes(entry.why));
  if (isUnread('basket', 'items-not-read')) return 'browse';
  if (isUnread('item', 'other-item', 'not-in-state')) return 'stale';
  if (isUnread('shop-anchor', 'announced-but-absent')) return 'dropped';
  return drift.length > 0 ? 'drift' : 'unknown';
}
