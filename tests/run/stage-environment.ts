import type { Environment } from 'vitest/runtime';

/** Where browser tests run: Node, whose worker closes its stages (tests/builders/stage-here.ts) when it ends. */
export default {
  name: 'stage',
  viteEnvironment: 'ssr',
  setup: () => ({
    teardown: async (global: typeof globalThis) => {
      await global.closeOpenStages?.();
    },
  }),
} satisfies Environment;
