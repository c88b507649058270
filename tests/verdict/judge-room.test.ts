import { expect, test } from 'vitest';
import { judgeRoom } from '../../core/verdict/judge-room';

test.each([
  // has goods   products   basket          processor
  [true, 3, 'yes', 'unknown'],
  [true, null, 'yes', 'unknown'],
  [null, 2, 'yes', 'unknown'],
  [false, 0, 'no', 'none'],
  [false, null, 'unknown', 'unknown'],
  [null, 0, 'unknown', 'unknown'],
  [null, null, 'unknown', 'unknown'],
  [true, 0, 'conflicting', 'conflicting'],
  [false, 3, 'conflicting', 'conflicting'],
])(
  'a room with goods %s and %s products has the basket "%s"',
  (hasGoods, productCount, basket, processor) => {
    const finding = judgeRoom({ hasGoods, productCount });
    expect([finding.basket, finding.processor]).toEqual([basket, processor]);
    if (basket === 'unknown')
      expect(finding.unread).toEqual([{ what: 'basket', why: 'live-page-does-not-say' }]);
  },
);
