import { setTimeout as pause } from 'node:timers/promises';
import { launchPlainBrowser } from '../../demo/plain-browser';
import type { DemoServer } from '../../demo/server';
import { pageNamed } from '../../demo/shop/demo-pages';
import { type Extra, median, spreadOf } from './compare-costs';

/** Milliseconds of processor of the whole browser for one visit. */
export interface Visit {
  /** With the background of the extension stopped before. */
  readonly asleep: number;
  /** With it still there from the visit before. */
  readonly awake: number;
}

/** Quiet time after the load event in which an extension may still work. */
const settleMs = 1200;

/**
 * Visits a page with a basket in browsers with one extension each, in turn, `rounds` times after one warm-up.
 *
 * @returns the first one's own medians, and what each other one took more, per round
 */
export async function compareVisits(
  server: DemoServer,
  extensionPaths: readonly (string | null)[],
  rounds: number,
): Promise<{ base: Visit; extras: Readonly<Record<keyof Visit, Extra>>[] }> {
  const browsers = await Promise.all(extensionPaths.map((path) => startVisited(server, path)));
  const visits: Visit[][] = browsers.map(() => []);
  try {
    for (let round = -1; round < rounds; round += 1)
      for (let turn = 0; turn < browsers.length; turn += 1) {
        const which = (turn + round + 1) % browsers.length;
        const visit = await (browsers[which] as Visited).visit();
        if (round >= 0) visits[which]?.push(visit);
      }
  } finally {
    await Promise.all(browsers.map((browser) => browser.close()));
  }
  const [base = [], ...others] = visits;
  const extra = (those: readonly Visit[], kind: keyof Visit): Extra =>
    spreadOf(those.map((visit, round) => visit[kind] - (base[round]?.[kind] ?? Number.NaN)));
  return {
    base: { asleep: median(base.map(({ asleep }) => asleep)), awake: median(base.map(({ awake }) => awake)) },
    extras: others.map((those) => ({ asleep: extra(those, 'asleep'), awake: extra(those, 'awake') })),
  };
}

interface Visited {
  visit(): Promise<Visit>;
  close(): Promise<void>;
}

async function startVisited(server: DemoServer, extensionPath: string | null): Promise<Visited> {
  const { context, close } = await launchPlainBrowser(server, extensionPath);
  // An extension just loaded still sets itself up, and may open a screen of its own.
  await pause(2500);
  const page = await context.newPage();
  for (const other of context.pages()) if (other !== page) await other.close();
  const session = await context.newCDPSession(page);
  const browser = await context.browser()?.newBrowserCDPSession();
  if (browser === undefined) throw new Error('a browser without a session');
  /** Processes come and go: what one did before it was seen first counts too. */
  const times = async (): Promise<Map<number, number>> => {
    const { processInfo } = await browser.send('SystemInfo.getProcessInfo');
    return new Map(processInfo.map(({ id, cpuTime }) => [id, cpuTime * 1000]));
  };
  const once = async (): Promise<number> => {
    const before = await times();
    await page.goto(pageNamed('video-basket').address, { waitUntil: 'load' });
    await pause(settleMs);
    const after = await times();
    await page.goto('about:blank');
    await pause(200);
    return [...after].reduce((sum, [id, time]) => sum + time - (before.get(id) ?? 0), 0);
  };
  return {
    visit: async () => {
      await session.send('ServiceWorker.enable');
      await session.send('ServiceWorker.stopAllWorkers');
      await pause(300);
      return { asleep: await once(), awake: await once() };
    },
    close,
  };
}
