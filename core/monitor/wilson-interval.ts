/** A range of shares, each from 0 to 1. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** The two-sided 95 % point of the normal distribution. */
export const z95 = 1.959963984540054;

/**
 * The Wilson score interval of a share: all p for which `|hits/n − p| ≤ z·√(p(1−p)/n)`. It stays inside 0 to 1 and
 * holds its level for small n and for shares near 0 and 1, where the usual ± does not.
 * Source: E. B. Wilson, JASA 22 (1927) 209–212; method 3 in R. G. Newcombe, Statistics in Medicine 17 (1998) 857–872.
 *
 * @returns null for n = 0: nothing is known then
 * @throws RangeError unless 0 ≤ hits ≤ n
 */
export function wilsonInterval(hits: number, n: number, z = z95): Interval | null {
  if (!(hits >= 0 && hits <= n)) throw new RangeError(`${hits} of ${n}`);
  if (n === 0) return null;
  const share = hits / n;
  const weight = 1 + z ** 2 / n;
  const middle = (share + z ** 2 / (2 * n)) / weight;
  const half = (z / weight) * Math.sqrt((share * (1 - share)) / n + z ** 2 / (4 * n ** 2));
  // At the ends the formula is exact; only its rounding is not.
  return {
    low: hits === 0 ? 0 : Math.max(0, middle - half),
    high: hits === n ? 1 : Math.min(1, middle + half),
  };
}
