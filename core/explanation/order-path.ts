import type { PathIconName } from '../look/path-icons';
import type { AnswerState } from './state-of';
import type { LabelKey } from './words';

/** A stop of an order's way. */
export interface Stop {
  readonly icon: PathIconName;
  readonly name: LabelKey;
  readonly note: LabelKey;
}

const social: Stop = { icon: 'phone', name: 'path.social', note: 'path.social.note' };
const tokopedia: Stop = { icon: 'basket', name: 'path.market', note: 'path.market.note' };
const tiktokShop: Stop = { icon: 'basket', name: 'path.market.other', note: 'path.market.other.note' };
const ownShop: Stop = { icon: 'basket', name: 'path.market.other', note: 'path.market.note' };
const unknown: Stop = { icon: 'question', name: 'path.market.unknown', note: 'path.unknown.note' };
const seller: Stop = { icon: 'parcel', name: 'path.seller', note: 'path.seller.note' };

/** The stops an order passes, by state; states without an order have no path. */
export const orderPaths: Partial<Record<AnswerState, readonly Stop[]>> = {
  tokopedia: [social, tokopedia, seller],
  'other-region': [social, tiktokShop, seller],
  'own-shop': [social, ownShop, seller],
  transition: [social, unknown, seller],
  conflicting: [social, unknown, seller],
  check: [social, unknown, seller],
  drift: [social, unknown, seller],
  stale: [social, unknown, seller],
  dropped: [social, unknown, seller],
  'live-basket': [social, unknown, seller],
  unknown: [social, unknown, seller],
  native: [tokopedia, seller],
};
