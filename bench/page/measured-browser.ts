import { setTimeout as pause } from 'node:timers/promises';
import type { CDPSession, Page } from 'playwright-core';
import { launchPlainBrowser } from '../../demo/plain-browser';
import type { DemoServer } from '../../demo/server';

/** What one load of a page cost its main thread; CPU time of that thread, so that a busy machine weighs less. */
export interface Cost {
  /** Milliseconds of script from the navigation until the page has been idle. */
  readonly script: number;
  /** Milliseconds of all work of the main thread in that time. */
  readonly main: number;
  /** JavaScript heap in bytes after a full collection. */
  readonly heap: number;
  /** Microseconds of main-thread work for each node that the page adds afterwards. */
  readonly node: number;
}

export interface MeasuredBrowser {
  cost(address: string): Promise<Cost>;
  close(): Promise<void>;
}

/** Quiet time after the load event in which a script may still do what it puts off. */
const settleMs = 400;
const addedNodes = 3000;

/** Starts a Chromium with one extension, or with none, in which a page is measured again and again. */
export async function startMeasured(
  server: DemoServer,
  extensionPath: string | null,
): Promise<MeasuredBrowser> {
  const { context, close } = await launchPlainBrowser(server, extensionPath);
  // An extension just loaded still sets itself up.
  await pause(500);
  const page = await context.newPage();
  // A page behind another, such as an extension's first screen, is not laid out, and would cost less.
  for (const other of context.pages()) if (other !== page) await other.close();
  await page.bringToFront();
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return {
    cost: (address) => costOf(page, session, address),
    close,
  };
}

async function costOf(page: Page, session: CDPSession, address: string): Promise<Cost> {
  // The browser counts anew from each navigation on.
  await page.goto(address, { waitUntil: 'load' });
  await pause(settleMs);
  const after = await metrics(session);
  await page.evaluate(`(async () => {
    for (let batch = 0; batch < 30; batch += 1) {
      for (let n = 0; n < ${addedNodes / 30}; n += 1) {
        const node = document.createElement('div');
        node.className = 'added';
        node.textContent = 'kata';
        document.body.append(node);
      }
      await new Promise((done) => setTimeout(done));
    }
  })()`);
  await pause(100);
  const added = await metrics(session);
  await session.send('HeapProfiler.collectGarbage');
  const { heap } = await metrics(session);
  return {
    script: after.script * 1000,
    main: after.task * 1000,
    heap,
    node: ((added.task - after.task) * 1e6) / addedNodes,
  };
}

async function metrics(session: CDPSession): Promise<{ script: number; task: number; heap: number }> {
  const { metrics } = await session.send('Performance.getMetrics');
  const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
  return { script: of('ScriptDuration'), task: of('TaskDuration'), heap: of('JSHeapUsedSize') };
}
