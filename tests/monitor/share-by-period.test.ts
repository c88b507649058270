import { describe, expect, test } from 'vitest';
import { fittingUnit, periodOf } from '../../core/monitor/period';
import { shareByPeriod, shareOverall } from '../../core/monitor/share-by-period';
import { dayOf } from '../builders/counts';

describe('periods', () => {
  test.each([
    ['2026-11-24', 'day', '2026-11-24', '2026-11-24'],
    ['2026-11-23', 'week', '2026-11-23', '2026-11-29'],
    ['2026-11-29', 'week', '2026-11-23', '2026-11-29'],
    ['2027-01-01', 'week', '2026-12-28', '2027-01-03'],
    ['2024-02-15', 'month', '2024-02-01', '2024-02-29'],
    ['2026-12-31', 'month', '2026-12-01', '2026-12-31'],
  ] as const)('%s lies in the %s from %s to %s', (day, unit, from, until) => {
    expect(periodOf(day, unit)).toEqual({ from, until });
  });

  test('fit the time that the record covers', () => {
    expect(fittingUnit('2026-11-01', '2026-11-01')).toBe('day');
    expect(fittingUnit('2026-11-01', '2026-12-01')).toBe('day');
    expect(fittingUnit('2026-11-01', '2026-12-02')).toBe('week');
    expect(fittingUnit('2025-11-01', '2026-11-01')).toBe('month');
  });
});

describe('shares', () => {
  const days = [
    dayOf('2026-11-23', { tokopedia: 20, conflicting: 5 }, 3),
    dayOf('2026-11-29', { tokopedia: 10 }),
    dayOf('2026-12-14', {}, 2),
  ];

  test('of a week add up its days, and leave what was not read out of n', () => {
    const [week] = shareByPeriod(days, 'week');
    expect(week).toMatchObject({ from: '2026-11-23', n: 35, unread: 3, isSmall: false });
    expect(week?.shares.tokopedia).toMatchObject({ count: 30, share: 30 / 35 });
    expect(Object.values(week?.shares ?? {}).reduce((sum, { share }) => sum + (share ?? 0), 0)).toBeCloseTo(
      1,
    );
  });

  test('leave a gap where nothing was met, and no share where nothing was read', () => {
    const weeks = shareByPeriod(days, 'week');
    expect(weeks.map(({ from }) => from)).toEqual(['2026-11-23', '2026-12-14']);
    expect(weeks[1]).toMatchObject({ n: 0, unread: 2, isSmall: true });
    expect(weeks[1]?.shares.tokopedia).toEqual({ count: 0, share: null, low: null, high: null });
  });

  test('say so where they rest on fewer than 30', () => {
    expect(shareByPeriod([dayOf('2026-11-23', { tokopedia: 29 }, 9)], 'day')[0]?.isSmall).toBe(true);
    expect(shareByPeriod([dayOf('2026-11-23', { tokopedia: 30 })], 'day')[0]?.isSmall).toBe(false);
  });

  test('of the whole record name its first and last day', () => {
    expect(shareOverall(days)).toMatchObject({ from: '2026-11-23', until: '2026-12-14', n: 35, unread: 5 });
    expect(shareOverall([])).toBeNull();
  });
});
