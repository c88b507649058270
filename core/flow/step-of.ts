import type { StepName } from '../log/event';
import { neverCame } from '../verdict/find-stand-in';
import type { Basket, Verdict } from '../verdict/verdict';

/**
 * The stage of buying that a page stands for; null where nothing is bought.
 * A page that never came is none: its address was asked for, and nothing was met there.
 * A video or live room whose basket could not be read is a step too: "unknown" must not vanish from the record.
 */
export function stepOf({ surface, kind, basket, unread }: Verdict): StepName | null {
  if (surface === 'elsewhere' || surface === 'seller' || neverCame({ unread })) return null;
  const isOneOfMany = unread.some(({ why }) => why === 'items-not-read');
  switch (kind) {
    case 'video':
    case 'live':
      return basket === 'no' || isOneOfMany ? null : 'basket';
    case 'cart':
      return 'basket';
    case 'product':
    case 'storefront':
      return 'product';
    case 'checkout':
      return 'checkout';
    case 'order':
      return 'order_status';
    default:
      return null;
  }
}

/** What a page that was met was judged to hold; null where none was met: a foreign page, or one that never came. */
export const metBasket = ({ surface, basket, unread }: Verdict): Basket | null =>
  surface === 'elsewhere' || neverCame({ unread }) ? null : basket;
