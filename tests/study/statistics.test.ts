import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clusteredShare } from '../../cli/study/statistics/clustered-share';
import { compareShares } from '../../cli/study/statistics/compare-shares';
import { personsNeeded, widthOf } from '../../cli/study/statistics/plan-study';
import { simulateCoverage } from '../../cli/study/statistics/simulate-coverage';
import { t95 } from '../../cli/study/statistics/t-quantile';
import { wilsonInterval } from '../../core/monitor/wilson-interval';

/** Ten people who each met ten baskets: `hits[i]` of them with the processor that is counted. */
const tenEach = (hits: readonly number[]) => hits.map((own) => ({ hits: own, n: 10 }));

describe('the t quantile', () => {
  test.each([
    [1, 12.7062],
    [2, 4.3027],
    [4, 2.7764],
    [9, 2.2622],
    [29, 2.0452],
    [99, 1.9842],
  ])('for %i degrees of freedom is what printed tables say: %f', (freedom, printed) => {
    expect(t95(freedom)).toBeCloseTo(printed, 4);
  });

  test('nears the normal one, and takes no half degrees', () => {
    expect(t95(100_000)).toBeCloseTo(1.96, 3);
    expect(() => t95(2.5)).toThrow(RangeError);
    expect(() => t95(0)).toThrow(RangeError);
  });
});

describe('a share of pages by persons', () => {
  test('is the share of all pages, beside the mean of the persons’ own', () => {
    const found = clusteredShare([
      { hits: 90, n: 100 },
      { hits: 0, n: 10 },
      { hits: 0, n: 0 },
    ]);
    expect(found).toMatchObject({ persons: 2, hits: 90, n: 110, share: 90 / 110, meanOfPersons: 0.45 });
  });

  test('has the interval of as many persons, where each is like himself only', () => {
    const found = clusteredShare(tenEach([10, 10, 10, 10, 10, 10, 10, 0, 0, 0]));
    const ofPersons = wilsonInterval(7, 10, t95(9));
    expect(found.deff).toBeCloseTo(11.1, 1);
    expect(found.interval?.low).toBeCloseTo(ofPersons?.low ?? 0, 1);
    expect(found.interval?.high).toBeCloseTo(ofPersons?.high ?? 0, 1);
  });

  test('is never told more surely than if its pages had nothing to do with each other', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(40), fc.nat(40)), { minLength: 5, maxLength: 40 }), (people) => {
        const found = clusteredShare(people.map(([hits, more]) => ({ hits, n: hits + more })));
        if (found.interval === null || found.share === null) return;
        const ofPages = wilsonInterval(found.hits, found.n);
        expect(found.deff).toBeGreaterThanOrEqual(1);
        expect(found.interval.low).toBeLessThanOrEqual(found.share + 1e-9);
        expect(found.interval.high).toBeGreaterThanOrEqual(found.share - 1e-9);
        const width = found.interval.high - found.interval.low;
        expect(width).toBeGreaterThan((ofPages?.high ?? 0) - (ofPages?.low ?? 0) - 1e-9);
      }),
    );
  });

  test('where all agree still leaves room for people who would not', () => {
    const found = clusteredShare(tenEach([10, 10, 10, 10, 10, 10]));
    expect(found.deff).toBe(10);
    expect(found.interval).toEqual({ low: expect.closeTo(0.476, 3), high: 1 });
  });

  test('says how much alike the pages of one person are', () => {
    expect(clusteredShare(tenEach([10, 10, 10, 10, 10, 0, 0, 0, 0, 0])).icc).toBe(1);
    expect(clusteredShare(tenEach([5, 5, 5, 5, 5, 5, 5, 5, 5, 5])).icc).toBe(0);
    expect(clusteredShare(tenEach([10, 10, 10, 10, 10])).icc).toBeNull();
  });

  test('has no interval below five persons, and nothing where nothing was met', () => {
    expect(clusteredShare(tenEach([1, 2, 3, 4])).interval).toBeNull();
    expect(clusteredShare(tenEach([1, 2, 3, 4, 5])).interval).not.toBeNull();
    expect(clusteredShare([])).toMatchObject({ share: null, interval: null, bounds: null });
  });

  test('drops no unknown basket silently: the bounds say what they could hide', () => {
    const found = clusteredShare([
      { hits: 6, n: 8, unknown: 2 },
      { hits: 0, n: 0, unknown: 10 },
    ]);
    expect(found).toMatchObject({ unknown: 12, share: 0.75, bounds: { low: 6 / 20, high: 18 / 20 } });
  });
});

describe('a change between two weeks', () => {
  const pairs = Array.from({ length: 20 }, (_none, index) => ({
    before: { hits: index % 5, n: 10 },
    after: { hits: (index % 5) + 3, n: 10 },
  }));

  test('is that of the persons seen in both, and the same for the same seed', () => {
    const onlyBefore = { before: { hits: 10, n: 10 }, after: { hits: 0, n: 0 } };
    const found = compareShares([...pairs, onlyBefore], 1);
    expect(found).toMatchObject({ persons: 20, before: expect.closeTo(0.2), after: expect.closeTo(0.5) });
    expect(compareShares([...pairs, onlyBefore], 1)).toEqual(found);
  });

  test('that is alike in all is certain, however unlike the people are', () => {
    const { change, interval } = compareShares(pairs, 1);
    expect(change).toBeCloseTo(0.3);
    expect(interval?.low).toBeCloseTo(0.3);
    expect(interval?.high).toBeCloseTo(0.3);
  });

  test('of four people has no interval', () => {
    expect(compareShares(pairs.slice(0, 4), 1)).toMatchObject({ persons: 4, interval: null });
  });
});

describe('the interval by persons', () => {
  test.each([
    { persons: 30, icc: 0.2, share: 0.7 },
    { persons: 100, icc: 0.2, share: 0.95 },
  ])(
    'holds the truth in 92 of 100 simulated studies with $persons persons, ICC $icc, share $share; one by pages in fewer than 60',
    (world) => {
      const { byPersons, byPages } = simulateCoverage(world, 2000, 1);
      expect(byPersons).toBeGreaterThanOrEqual(0.92);
      expect(byPages).toBeLessThan(0.6);
    },
  );
});

describe('a plan', () => {
  const wish = { width: 0.1, share: 0.75, icc: 0.2, perWeek: 18, weeks: 4 };

  test('is the fewest persons whose interval is as narrow as wished', () => {
    const persons = personsNeeded(wish) ?? 0;
    expect(widthOf(persons, wish)).toBeLessThanOrEqual(wish.width);
    expect(widthOf(persons - 1, wish)).toBeGreaterThan(wish.width);
  });

  test('says that weeks do not stand for persons', () => {
    const more = (change: Partial<typeof wish>) => personsNeeded({ ...wish, ...change }) ?? 0;
    expect(more({ weeks: 26 })).toBeGreaterThan(0.95 * more({ weeks: 4 }));
    expect(more({ icc: 0.4 })).toBeGreaterThan(1.8 * more({ icc: 0.2 }));
    expect(more({ width: 0.05 })).toBeGreaterThan(3.5 * more({ width: 0.1 }));
    expect(personsNeeded({ ...wish, width: 0.0001 })).toBeNull();
  });
});
