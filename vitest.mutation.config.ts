import { defineConfig } from 'vitest/config';

/** The judge's own unit tests, for `npm run mutation`: quick ones, so that each of some thousand mutants can run them. */
export default defineConfig({
  test: {
    include: ['tests/{verdict,address,page}/**/*.test.ts'],
    testTimeout: 60_000,
  },
});
