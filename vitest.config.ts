import preact from '@preact/preset-vite';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import oneBrowserFiles from './tests/e2e/one-browser.json' with { type: 'json' };

/** The same files drive each browser; those that are one browser's alone are listed with their reasons. */
const scenariosIn = (browser: string, name: string): TestProjectInlineConfiguration => ({
  extends: true,
  test: {
    name,
    include: ['tests/e2e/**/*.test.ts'],
    exclude: oneBrowserFiles.filter((one) => one.browser !== browser).map(({ file }) => `tests/e2e/${file}`),
    env: { SCENARIO_BROWSER: browser },
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // A browser on a busy machine can be late beyond all patience; what fails twice fails. The report names what was late.
    retry: 1,
    // Two browsers at a time: each waits more than it reckons.
    maxWorkers: 2,
    sequence: { groupOrder: 1 },
  },
});

export default defineConfig({
  plugins: [preact()],
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/e2e/**', 'tests/fuzz/**', 'tests/costs/**'],
          // No test is a race: this only ends what hangs.
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'fuzz',
          include: ['tests/fuzz/*.test.{ts,tsx}'],
          globalSetup: ['tests/fuzz/count-runs.ts'],
          testTimeout: 600_000,
        },
      },
      scenariosIn('Chromium', 'e2e'),
      scenariosIn('Firefox', 'e2e-firefox'),
      {
        extends: true,
        test: {
          name: 'costs',
          include: ['tests/costs/*.test.ts'],
          // What is measured beside other work measures that as well.
          maxWorkers: 1,
          sequence: { groupOrder: 2 },
          retry: 1,
        },
      },
    ],
  },
});
