import type { PersonalKind, Rect } from '../../personal/personal-place';

/**
 * A rectangle of solid fill over the picture, in pixels of the picture. What was suggested is `unreviewed` until the
 * person kept or removed it; what the person drew is `kept` from the start.
 */
export interface Cover extends Rect {
  readonly id: number;
  readonly kind: PersonalKind | 'drawn';
  readonly by: 'auto' | 'user';
  readonly state: 'unreviewed' | 'kept' | 'removed';
}

/** Only when each suggestion was kept or removed may anything be stored. */
export const isReviewed = (covers: readonly Cover[]): boolean =>
  covers.every(({ state }) => state !== 'unreviewed');
