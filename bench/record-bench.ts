import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { launchDemoBrowser } from '../demo/browser';
import { startDemoServer } from '../demo/server';
import { benchCode } from './bench-code';

// How fast the record is written, how soon the logbook shows it, and what exports cost, in a real Chromium, in a page
// of the extension. Each figure is minimum, median and maximum of its runs: how far they lie apart is the noise.
const root = join(import.meta.dirname, '..');
const events = Number(process.argv[2] ?? 1_000_000);
const folder = mkdtempSync(join(tmpdir(), 'record-bench-'));
const server = await startDemoServer();
const browser = await launchDemoBrowser({ extensionPath: join(root, '.output/chrome-mv3'), ...server });
const page = await browser.context.newPage();
const logbook = `chrome-extension://${browser.extensionId}/logbook.html`;
await page.goto(logbook);
await page.evaluate(await benchCode());

const text = (value: number) => Math.round(value).toLocaleString('en').padStart(11);
function show(name: string, values: readonly number[], unit: string): void {
  const sorted = values.toSorted((a, b) => a - b);
  const shown = [sorted[0], sorted[Math.floor(sorted.length / 2)], sorted.at(-1)].map((value) =>
    text(value ?? 0),
  );
  console.log(`${name.padEnd(52)}${shown.join('')} ${unit}`);
}
const call = async (expression: string) => Number(await page.evaluate(`recordBench.${expression}`));
async function several(runs: number, run: () => Promise<number>): Promise<number[]> {
  const values: number[] = [];
  for (let index = 0; index < runs; index += 1) values.push(await run());
  return values;
}

console.log(
  `load of the machine before: ${loadavg()
    .map((load) => load.toFixed(1))
    .join(' ')} (2 cores)`,
);
console.log(`${''.padEnd(52)}${['min', 'median', 'max'].map((name) => name.padStart(11)).join('')}`);
show('the same sum, again and again (noise alone)', await several(7, () => call('sameWork()')), 'ms');
await call('fill(20000, 300)');
show('appended, one observation at a time', await several(5, () => call('fill(3000, 1)')), 'events a second');
show(
  'appended, in batches of 1,500 observations',
  await several(5, () => call('fill(40000, 1500)')),
  'events a second',
);
const left = events - (await call('count()'));
if (left > 0)
  show(
    `filling up to ${events.toLocaleString('en')} events`,
    [await call(`fill(${left}, 1500)`)],
    'events a second',
  );
show('newest 50 flows of all', await several(5, () => call('firstRows()')), 'ms');
show('a filter that no flow fits', await several(3, () => call('filterAll()')), 'ms');
show(
  'logbook, from its address to its first rows',
  await several(5, async () => {
    const fresh = await browser.context.newPage();
    const start = performance.now();
    await fresh.goto(logbook);
    await fresh.waitForSelector('.flow-row');
    const took = performance.now() - start;
    await fresh.close();
    return took;
  }),
  'ms',
);

show(
  'monitor, counting the whole record',
  await several(3, async () => {
    const fresh = await browser.context.newPage();
    await fresh.goto(`chrome-extension://${browser.extensionId}/monitor.html`);
    await fresh.waitForSelector('.count');
    const start = performance.now();
    await fresh.click('.count');
    await fresh.waitForSelector('.stop');
    await fresh.waitForSelector('.stop', { state: 'detached', timeout: 600_000 });
    const took = performance.now() - start;
    await fresh.close();
    return took;
  }),
  'ms',
);

const sizes: Record<string, number> = {};
for (const kind of ['parquet', 'ndjson', 'package']) {
  const { took, heap, size } = await exportAs(kind, false);
  sizes[kind] = size;
  show(`export of all as ${kind}`, [took], 'ms');
  show('  highest heap of the page meanwhile', [heap / 1e6], 'MB');
  show('  size of the file', [size / 1e6], 'MB');
}
// Once more, with garbage collected twice a second: what is left is what the export holds.
show('  heap that the package holds while it is made', [(await exportAs('package', true)).heap / 1e6], 'MB');
console.log(`NDJSON is ${((sizes.ndjson ?? 0) / (sizes.parquet ?? 1)).toFixed(1)} times the size of Parquet`);
console.log(
  `load of the machine after: ${loadavg()
    .map((load) => load.toFixed(1))
    .join(' ')}`,
);
await browser.close();
await server.close();
rmSync(folder, { recursive: true });

interface Exported {
  readonly took: number;
  readonly heap: number;
  readonly size: number;
}

async function exportAs(kind: string, isCollected: boolean): Promise<Exported> {
  const fresh = await browser.context.newPage();
  await fresh.goto(logbook);
  await fresh.waitForSelector('.flow-row');
  const peak = watchHeap(fresh, isCollected);
  const start = performance.now();
  const download = fresh.waitForEvent('download', { timeout: 600_000 });
  await fresh.click(`.export-${kind}`);
  const file = await download;
  const took = performance.now() - start;
  const heap = await peak();
  await file.saveAs(join(folder, kind));
  await fresh.close();
  return { took, heap, size: statSync(join(folder, kind)).size };
}

/** Looks at a page's heap again and again; the answer is the highest seen, with the buffers beside it, in bytes. */
function watchHeap(watched: Page, isCollected: boolean): () => Promise<number> {
  let highest = 0;
  let isOver = false;
  const looking = (async () => {
    const session = await watched.context().newCDPSession(watched);
    while (!isOver) {
      if (isCollected) await session.send('HeapProfiler.collectGarbage');
      const heap = await session.send('Runtime.getHeapUsage');
      highest = Math.max(highest, heap.usedSize + (heap.backingStorageSize ?? 0));
      await new Promise((resolve) => setTimeout(resolve, isCollected ? 500 : 200));
    }
  })();
  return async () => {
    isOver = true;
    await looking;
    return highest;
  };
}
