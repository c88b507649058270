import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { inject, test } from 'vitest';
import { isWholeRun } from '../run/whole-run';
import type { FuzzCount } from './count-runs';
import pastFailures from './past-failures.json';

interface PastFailure {
  readonly target: string;
  /** What was wrong. */
  readonly was: string;
  readonly input: unknown;
}

const artifacts = join(import.meta.dirname, '../../artifacts/fuzz');
const past = pastFailures as readonly PastFailure[];

/**
 * A test that a property holds for many inputs, and first of all for each that once broke it.
 *
 * @param target its name; past failures are found by it
 * @param most how many new inputs in the whole run; at each change a tenth of them
 * @param inputs plain JSON values, so that a failing one can be kept as data
 */
export function holdsFor<T>(
  target: string,
  most: number,
  inputs: fc.Arbitrary<T>,
  property: (input: T) => void | Promise<void>,
): void {
  const runs = isWholeRun ? most : Math.ceil(most / 10);
  const examples = past.filter((failure) => failure.target === target).map(({ input }): [T] => [input as T]);
  test(`${target}: ${runs} inputs`, async () => {
    const { seed, folder } = inject('fuzz');
    const details = await fc.check(
      fc.asyncProperty(inputs, async (input) => property(input)),
      { seed, numRuns: runs + examples.length, examples },
    );
    const count: FuzzCount = { target, inputs: details.numRuns, failed: details.failed };
    writeFileSync(join(folder, `${target.replace(/\W+/g, '-')}.json`), JSON.stringify(count));
    if (!details.failed) return;
    const file = join(artifacts, `${target.replace(/\W+/g, '-')}.json`);
    mkdirSync(artifacts, { recursive: true });
    const kept: PastFailure = { target, was: '…', input: details.counterexample?.[0] };
    writeFileSync(file, JSON.stringify(kept, null, 2));
    throw new Error(
      `FUZZ_SEED=${seed}, after ${details.numRuns} inputs: ${details.errorInstance}\nto keep in tests/fuzz/past-failures.json: ${file}`,
      { cause: details.errorInstance },
    );
  });
}
