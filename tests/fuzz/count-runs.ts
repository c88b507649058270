import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

/** What every file of a fuzz run is told. */
export interface FuzzRun {
  readonly seed: number;
  /** Each target leaves a file here that says what it did. */
  readonly folder: string;
}

/** What a target leaves behind. */
export interface FuzzCount {
  readonly target: string;
  readonly inputs: number;
  readonly failed: boolean;
}

declare module 'vitest' {
  interface ProvidedContext {
    fuzz: FuzzRun;
  }
}

/**
 * One seed for all files of a run, and one line at its end. A new seed each run unless FUZZ_SEED gives one.
 * A run that tried fewer inputs than FUZZ_LEAST fails.
 */
export default function setup(project: TestProject): () => void {
  const given = Number(process.env.FUZZ_SEED || Number.NaN);
  const seed = Number.isInteger(given) ? given : Math.floor(Math.random() * 2 ** 31);
  const folder = mkdtempSync(join(tmpdir(), 'fuzz-'));
  project.provide('fuzz', { seed, folder });
  return () => {
    const counts = readdirSync(folder).map(
      (name): FuzzCount => JSON.parse(readFileSync(join(folder, name), 'utf8')),
    );
    rmSync(folder, { recursive: true });
    if (counts.length === 0) return;
    const inputs = counts.reduce((sum, count) => sum + count.inputs, 0);
    const failures = counts.filter(({ failed }) => failed).length;
    console.log(`\nfuzz: ${inputs.toLocaleString('en')} inputs, seed ${seed}, ${failures} failures`);
    const least = Number(process.env.FUZZ_LEAST ?? 0);
    if (inputs >= least) return;
    console.error(`fuzz: a run must try ${least.toLocaleString('en')} inputs at least`);
    // An error thrown here is printed, and the run passes.
    process.exitCode = 1;
  };
}
