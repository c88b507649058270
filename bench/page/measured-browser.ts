import { setTimeout as pause } from 'node:timers/promises';
import type { CDPSession, Page } from 'playwright-core';
import { launchPlainBrowser } from '../../demo/plain-browser';
import type { DemoServer } from '../../demo/server';
import { type ScriptTime, scriptTime, type TraceEvent } from './script-time';

/** What one load of a page cost its main thread; CPU time of that thread, so that a busy machine weighs less. */
export interface Cost {
  /** Milliseconds of script from the navigation until the page has been idle: that at load and that in idle time. */
  readonly script: number;
  readonly load: number;
  /** Milliseconds of script in moments in which the page had nothing else to do. */
  readonly idle: number;
  /** Milliseconds of all work of the main thread in that time. */
  readonly main: number;
  /** JavaScript heap in bytes after a full collection. */
  readonly heap: number;
  /** Microseconds of main-thread work for each node that the page adds afterwards. */
  readonly node: number;
}

export interface MeasuredBrowser {
  cost(address: string): Promise<Cost>;
  /** Milliseconds of one load's script that the browser took to compile it; a load by itself, as tracing it costs script. */
  compiling(address: string): Promise<number>;
  close(): Promise<void>;
}

/** Quiet time after the load event in which a script may still do what it puts off. */
const settleMs = 700;
const addedNodes = 3000;

/** Starts a Chromium with one extension, or with none, in which a page is measured again and again. */
export async function startMeasured(
  server: DemoServer,
  extensionPath: string | null,
): Promise<MeasuredBrowser> {
  const { context, close } = await launchPlainBrowser(server, extensionPath);
  // An extension just loaded still sets itself up, and may open a screen of its own.
  await pause(2500);
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return {
    cost: (address) => costOf(page, session, address),
    compiling: async (address) => {
      // Nothing stays compiled, as on a first visit.
      await session.send('HeapProfiler.collectGarbage');
      const traced = await traceScript(session, ['disabled-by-default-v8.compile']);
      await page.goto(address, { waitUntil: 'load' });
      await pause(settleMs);
      return (await traced()).compile;
    },
    close,
  };
}

async function costOf(page: Page, session: CDPSession, address: string): Promise<Cost> {
  // A page behind another, such as an extension's first screen, is not laid out, and would cost less.
  for (const other of page.context().pages()) if (other !== page) await other.close();
  await page.bringToFront();
  const traced = await traceScript(session);
  // The browser counts anew from each navigation on.
  await page.goto(address, { waitUntil: 'load' });
  await pause(settleMs);
  const after = await metrics(session);
  const { load, idle } = await traced();
  if (page.context().pages().length > 1 || (await page.evaluate('document.hidden')))
    throw new Error('another page came before the one that is measured');
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
    script: load + idle,
    load,
    idle,
    main: after.task * 1000,
    heap,
    node: ((added.task - after.task) * 1e6) / addedNodes,
  };
}

/** Watches for script in a page. @returns ends it, with what it took */
async function traceScript(
  session: CDPSession,
  more: readonly string[] = [],
): Promise<() => Promise<ScriptTime>> {
  const events: TraceEvent[] = [];
  const collect = ({ value }: { value: object[] }) => events.push(...(value as TraceEvent[]));
  session.on('Tracing.dataCollected', collect);
  await session.send('Tracing.start', {
    traceConfig: { includedCategories: ['devtools.timeline', 'v8', ...more] },
  });
  return async () => {
    const complete = new Promise((done) => session.once('Tracing.tracingComplete', done));
    await session.send('Tracing.end');
    await complete;
    session.off('Tracing.dataCollected', collect);
    const { frameTree } = await session.send('Page.getFrameTree');
    return scriptTime(events, frameTree.frame.id);
  };
}

async function metrics(session: CDPSession): Promise<{ task: number; heap: number }> {
  const { metrics } = await session.send('Performance.getMetrics');
  const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
  return { task: of('TaskDuration'), heap: of('JSHeapUsedSize') };
}
