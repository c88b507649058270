import type { CDPSession, Page } from 'playwright-core';
import { type ThreadSession, threadsOf } from './worker-sessions';

/** The highest heaps that were seen, in bytes, buffers beside the heap included. */
export interface Heaps {
  page: number;
  /** All workers of the page together, at one moment. */
  workers: number;
  /** Page and workers together, at one moment. */
  together: number;
}

/**
 * Looks at the heaps of a page and of its workers again and again, until it is asked for the highest.
 *
 * @param isCollected collect the garbage before every look: what is left is what is held
 */
export async function watchHeaps(page: Page, isCollected: boolean): Promise<() => Promise<Heaps>> {
  const threads = await threadsOf(page);
  // Pages of one extension share a heap: what the ones before left behind is not this one's.
  await Promise.all(threads().map((thread) => thread.send('HeapProfiler.collectGarbage')));
  const highest: Heaps = { page: 0, workers: 0, together: 0 };
  let isOver = false;
  const look = async (): Promise<void> => {
    const sizes = await Promise.all(threads().map((thread) => heapOf(thread, isCollected)));
    const [ofPage = 0, ...ofWorkers] = sizes;
    const workers = ofWorkers.reduce((sum, size) => sum + size, 0);
    highest.page = Math.max(highest.page, ofPage);
    highest.workers = Math.max(highest.workers, workers);
    highest.together = Math.max(highest.together, ofPage + workers);
  };
  const looking = (async () => {
    while (!isOver) {
      await look();
      await new Promise((resolve) => setTimeout(resolve, isCollected ? 500 : 200));
    }
  })();
  return async () => {
    isOver = true;
    await looking;
    return highest;
  };
}

/** A worker that ends while it is asked holds nothing any more. */
async function heapOf(thread: ThreadSession, isCollected: boolean): Promise<number> {
  try {
    if (isCollected) await thread.send('HeapProfiler.collectGarbage');
    const { usedSize, backingStorageSize } = await thread.send('Runtime.getHeapUsage');
    return Number(usedSize) + Number(backingStorageSize ?? 0);
  } catch {
    return 0;
  }
}

/** Processor time that all processes of the browser have used so far, in ms: it does not count waiting for others. */
export async function processorTime(browser: CDPSession): Promise<number> {
  const { processInfo } = await browser.send('SystemInfo.getProcessInfo');
  return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime * 1000, 0);
}
