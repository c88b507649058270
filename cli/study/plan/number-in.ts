import { UsageError } from '../../usage-error';

/** Seeds are of 32 bits. */
export const mostSeed = 2 ** 32 - 1;

/** A number that was given as a word. @throws UsageError where it is none between the two */
export function numberIn(name: string, text: string, least: number, most: number): number {
  const number = /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
  if (!(number >= least && number <= most))
    throw new UsageError(`${name} takes a number from ${least} to ${most}, not "${text}".`);
  return number;
}

/** The same for what has no halves. @throws UsageError */
export function wholeIn(name: string, text: string, least: number, most: number): number {
  const number = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
  if (!(number >= least && number <= most))
    throw new UsageError(`${name} takes a whole number from ${least} to ${most}, not "${text}".`);
  return number;
}
