import { afterAll, afterEach } from 'vitest';
import { endFile } from '../builders/browser-here';
import { cleanStages } from '../builders/stage-here';

// A setup file's hooks are set first, so they run last: the file's own ends are done.
afterAll(async () => {
  await cleanStages();
  await endFile();
}, 60_000);

// A second try begins where the first one ended. TEST_AGAIN=1 asks each test twice, to see that it can.
if (process.env.TEST_AGAIN)
  afterEach(({ task }) => {
    if (!task.result?.retryCount) throw new Error('it passed, and is asked a second time');
  });
