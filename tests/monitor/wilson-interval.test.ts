import { describe, expect, test } from 'vitest';
import { wilsonInterval, z95 } from '../../core/monitor/wilson-interval';

/** The ends of the interval found without its formula: where the score test just rejects. */
function solved(hits: number, n: number): { low: number; high: number } {
  const share = hits / n;
  const isInside = (p: number) => Math.abs(share - p) <= z95 * Math.sqrt((p * (1 - p)) / n);
  const edge = (inside: number, outside: number): number => {
    let [near, far] = [inside, outside];
    for (let step = 0; step < 200; step += 1) {
      const middle = (near + far) / 2;
      if (isInside(middle)) near = middle;
      else far = middle;
    }
    return near;
  };
  return { low: edge(share, 0), high: edge(share, 1) };
}

describe('the Wilson interval', () => {
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('of %i in %i is the one that Newcombe (1998, table I, method 3) prints', (hits, n, low, high) => {
    const interval = wilsonInterval(hits, n);
    expect(interval?.low).toBeCloseTo(low, 4);
    expect(interval?.high).toBeCloseTo(high, 4);
  });

  test.each([
    [1, 1],
    [1, 2],
    [3, 7],
    [29, 30],
    [450, 1000],
    [999_999, 1_000_000],
  ])('of %i in %i solves the score equation', (hits, n) => {
    const wanted = solved(hits, n);
    const found = wilsonInterval(hits, n);
    expect(found?.low).toBeCloseTo(wanted.low, 9);
    expect(found?.high).toBeCloseTo(wanted.high, 9);
  });

  test('holds its share and stays inside 0 to 1, for every share of every small n', () => {
    for (let n = 1; n <= 60; n += 1)
      for (let hits = 0; hits <= n; hits += 1) {
        const { low, high } = wilsonInterval(hits, n) ?? { low: 2, high: -1 };
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(hits / n);
        expect(high).toBeGreaterThanOrEqual(hits / n);
      }
  });

  test('of nothing is nothing, and of the impossible an error', () => {
    expect(wilsonInterval(0, 0)).toBeNull();
    expect(() => wilsonInterval(3, 2)).toThrow(RangeError);
    expect(() => wilsonInterval(Number.NaN, 2)).toThrow(RangeError);
  });
});
