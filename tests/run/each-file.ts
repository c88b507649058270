import { afterAll } from 'vitest';
import { expectNoCalls } from '../builders/browser-here';
import { cleanStages } from '../builders/stage-here';

// A setup file's hooks are set first, so they run last: the file's own ends are done and its browsers are closed.
afterAll(async () => {
  await cleanStages();
  expectNoCalls();
}, 60_000);
