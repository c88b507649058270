import { expect, test } from 'vitest';
import { isWholeRun } from './whole-run';

/**
 * Says in a visible line what is not proved for want of something; in the whole run that is a failure.
 * @param why a sentence, such as 'tabs opened by hand were not tried, for want of a display.'
 */
export function notProved(why: string): void {
  console.warn(`SKIPPED: ${why}`);
  if (isWholeRun) test('has what it needs to prove anything', () => expect.fail(why));
}
