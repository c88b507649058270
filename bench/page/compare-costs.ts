import { quantile } from '../quantile';
import type { Cost, MeasuredBrowser } from './measured-browser';

/** What a browser costs a page more than the first of them, per round; the median and half the width of its middle. */
export interface Extra {
  readonly median: number;
  /** Half the distance of the quartiles: how far rounds scatter. */
  readonly scatter: number;
}
export type Extras = Readonly<Record<keyof Cost, Extra>>;

const kinds = ['script', 'load', 'idle', 'main', 'heap', 'node'] as const;

/**
 * Loads a page in all browsers in turn, `rounds` times after one warm-up, and compares each with the first.
 * The order turns each round, so that no browser always comes after the same one.
 */
export async function compareCosts(
  browsers: readonly MeasuredBrowser[],
  address: string,
  rounds: number,
): Promise<{ base: Cost; extras: Extras[] }> {
  const costs: Cost[][] = browsers.map(() => []);
  for (let round = -1; round < rounds; round += 1) {
    for (let turn = 0; turn < browsers.length; turn += 1) {
      const which = (turn + round + 1) % browsers.length;
      const cost = await (browsers[which] as MeasuredBrowser).cost(address);
      if (round >= 0) costs[which]?.push(cost);
    }
  }
  const [base = [], ...others] = costs;
  const medianOf = (kind: keyof Cost) => median(base.map((cost) => cost[kind]));
  return {
    base: Object.fromEntries(kinds.map((kind) => [kind, medianOf(kind)])) as unknown as Cost,
    extras: others.map((those) => extrasOf(those, base)),
  };
}

function extrasOf(those: readonly Cost[], base: readonly Cost[]): Extras {
  const extra = (kind: keyof Cost): Extra =>
    spreadOf(those.map((cost, round) => cost[kind] - (base[round]?.[kind] ?? Number.NaN)));
  return Object.fromEntries(kinds.map((kind) => [kind, extra(kind)])) as unknown as Extras;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** The median of what rounds showed, and how far they scatter. */
export const spreadOf = (differences: readonly number[]): Extra => ({
  median: median(differences),
  scatter: (quantile(differences, 0.75) - quantile(differences, 0.25)) / 2,
});
