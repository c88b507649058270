import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import preact from '@preact/preset-vite';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import oneBrowserFiles from './tests/e2e/one-browser.json' with { type: 'json' };
import { FirefoxFirst } from './tests/run/firefox-first.ts';
import { SecondTries } from './tests/run/second-tries.ts';
import whatRuns from './tests/run/what-runs.json' with { type: 'json' };
import { isWholeRun } from './tests/run/whole-run.ts';

const inFirefox = isWholeRun ? ['**/*.test.ts'] : whatRuns.firefoxAtEachChange;
const left = isWholeRun ? [] : whatRuns.wholeRunOnly.map(({ file }) => file);

const units = readdirSync(join(import.meta.dirname, 'tests'), { recursive: true, encoding: 'utf8' })
  .map((name) => `tests/${name}`)
  .filter(
    (name) =>
      /\.test\.tsx?$/.test(name) &&
      !/^tests\/(e2e|fuzz|costs|ecosystem)\//.test(name) &&
      !left.includes(name),
  );
/** What puts something in the place of a module or a global: another file must not find it there. */
const alone = units.filter((name) =>
  /\bvi\.|fake-indexeddb|@vitest-environment|globalThis/.test(
    readFileSync(join(import.meta.dirname, name), 'utf8'),
  ),
);

const unitsIn = (name: string, include: string[], isolate: boolean): TestProjectInlineConfiguration => ({
  extends: true,
  test: {
    name,
    include,
    isolate,
    maxWorkers: 2,
    // No test is a race: this only ends what hangs.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});

/** The same files drive each browser; those that are one browser's alone are listed with their reasons. */
const scenariosIn = (browser: string, name: string, files: string[]): TestProjectInlineConfiguration => ({
  extends: true,
  test: {
    name,
    include: files.map((file) => `tests/e2e/${file}`),
    exclude: [
      ...oneBrowserFiles.filter((one) => one.browser !== browser).map(({ file }) => `tests/e2e/${file}`),
      ...left,
    ],
    env: { SCENARIO_BROWSER: browser },
    // The whole run has cases of a hundred times the size.
    testTimeout: isWholeRun ? 240_000 : 60_000,
    hookTimeout: 120_000,
    // What is waited for comes when the machine has time for it; one second, the runner's own, is none on a busy one.
    expect: { poll: { timeout: 20_000 } },
    // A browser on a busy machine can be late beyond all patience. Who needed a second try is named, and counted.
    retry: 1,
    // Three browsers for two cores: a third of their time they wait. In the whole run, with its large cases and Firefox in
    // all of them, they wait for each other. A worker keeps its browser from file to file.
    maxWorkers: isWholeRun ? 2 : 3,
    isolate: false,
    environment: './tests/run/stage-environment.ts',
    setupFiles: ['./tests/run/each-file.ts'],
    sequence: { groupOrder: 1 },
  },
});

export default defineConfig({
  plugins: [preact()],
  test: {
    reporters: [
      'default',
      ['json', { outputFile: 'artifacts/tests.json' }],
      new SecondTries('artifacts/second-tries.json'),
    ],
    sequence: { sequencer: FirefoxFirst },
    projects: [
      unitsIn(
        'unit',
        units.filter((name) => !alone.includes(name)),
        false,
      ),
      unitsIn('unit-alone', alone, true),
      {
        extends: true,
        test: {
          name: 'fuzz',
          include: ['tests/fuzz/*.test.{ts,tsx}'],
          globalSetup: ['tests/fuzz/count-runs.ts'],
          maxWorkers: 2,
          testTimeout: 600_000,
        },
      },
      scenariosIn('Chromium', 'e2e', ['**/*.test.ts']),
      scenariosIn('Firefox', 'e2e-firefox', inFirefox),
      {
        extends: true,
        test: {
          name: 'costs',
          include: ['tests/costs/*.test.ts'],
          // What is measured beside other work measures that as well.
          maxWorkers: 1,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
