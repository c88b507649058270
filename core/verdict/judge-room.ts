import type { RoomReading } from '../page/page';
import type { Evidence, Finding } from './verdict';

const unknown = { basket: 'unknown', processor: 'unknown', drift: [] } as const;

/**
 * Judges a live room by its commerce fields. They tell whether goods are shown, never whose system takes the
 * order: the processor stays unknown. Only a room that says both "no goods" and "no products" has no basket.
 */
export function judgeRoom({ hasGoods, productCount }: RoomReading): Finding {
  const evidence = [
    ...roomEvidence('room-has-goods', hasGoods),
    ...roomEvidence('room-product-count', productCount),
  ];
  const speaksFor = hasGoods === true || (productCount ?? 0) > 0;
  const speaksAgainst = hasGoods === false || productCount === 0;
  if (speaksFor && speaksAgainst) {
    return { ...unknown, basket: 'conflicting', processor: 'conflicting', evidence, unread: [] };
  }
  if (speaksFor)
    return { ...unknown, basket: 'yes', evidence, unread: [{ what: 'processor', why: 'room-does-not-say' }] };
  if (hasGoods !== false || productCount !== 0) {
    return { ...unknown, evidence, unread: [{ what: 'basket', why: 'live-page-does-not-say' }] };
  }
  return { ...unknown, basket: 'no', processor: 'none', evidence, unread: [] };
}

const roomEvidence = (signal: string, value: boolean | number | null): Evidence[] =>
  value === null ? [] : [{ signal, weight: 'deciding', where: 'page props', value: String(value) }];
