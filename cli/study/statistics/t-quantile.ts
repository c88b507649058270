/**
 * How far from 0 a Student t with so many degrees of freedom keeps 95 % of its values: 12.71 for 1, 1.96 for very many.
 * Source: the finite sums 26.7.3 and 26.7.4 in M. Abramowitz and I. A. Stegun, Handbook of Mathematical Functions, 1964.
 *
 * @throws RangeError unless `freedom` is a whole number from 1
 */
export function t95(freedom: number): number {
  if (!Number.isInteger(freedom) || freedom < 1) throw new RangeError(`${freedom} degrees of freedom`);
  let [low, high] = [0, Math.PI / 2];
  // The share inside grows with the angle; halving it 50 times is as far as these numbers can tell.
  for (let halving = 0; halving < 50; halving += 1) {
    const angle = (low + high) / 2;
    if (shareWithin(angle, freedom) < 0.95) low = angle;
    else high = angle;
  }
  return Math.sqrt(freedom) * Math.tan((low + high) / 2);
}

/** P(|T| < √ν·tan angle) for ν degrees of freedom. */
function shareWithin(angle: number, freedom: number): number {
  const isOdd = freedom % 2 === 1;
  const square = Math.cos(angle) ** 2;
  let term = isOdd ? Math.cos(angle) : 1;
  let sum = freedom === 1 ? 0 : term;
  for (let power = isOdd ? 2 : 1; power <= freedom - 3; power += 2) {
    term *= (power / (power + 1)) * square;
    sum += term;
  }
  const sine = Math.sin(angle) * sum;
  return isOdd ? (2 / Math.PI) * (angle + sine) : sine;
}
