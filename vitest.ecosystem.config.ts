import { defineConfig } from 'vitest/config';

// `npm run test:ecosystem`: engines that a study's queries run on beside ours. They are fetched, so no other run asks them.
export default defineConfig({
  test: {
    include: ['tests/ecosystem/*.test.ts'],
    testTimeout: 600_000,
    hookTimeout: 1_800_000,
  },
});
