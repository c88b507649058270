import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { launchDemoBrowser } from '../demo/browser';
import { startDemoServer } from '../demo/server';
import { benchCode } from './bench-code';
import { loadOfMachine } from './load';
import { type Heaps, processorTime, watchHeaps } from './watch-export';

// How fast the record is written, how soon the logbook shows it, and what exports cost, in a real Chromium, in a page
// of the extension. Each figure is minimum, median and maximum of its runs: how far they lie apart is the noise.
const root = join(import.meta.dirname, '..');
const events = Number(process.argv[2] ?? 1_000_000);
const folder = mkdtempSync(join(tmpdir(), 'record-bench-'));
const server = await startDemoServer();
const browser = await launchDemoBrowser({ extensionPath: join(root, '.output/chrome-mv3'), ...server });
const system = await (browser.context.browser() as Browser).newBrowserCDPSession();
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

console.log(`load of the machine before: ${loadOfMachine()} (2 cores)`);
console.log(`${''.padEnd(52)}${['min', 'median', 'max'].map((name) => name.padStart(11)).join('')}`);
show('the same sum, again and again (noise alone)', await several(7, () => call('sameWork()')), 'ms');
await call('fill(20000, 300)');
show('appended, one observation at a time', await several(5, () => call('fill(3000, 1)')), 'events a second');
show(
  'appended, in batches of 1,500 observations',
  await several(5, () => call('fill(40000, 1500)')),
  'events a second',
);
show(
  '  the same rows into an empty store, bare, 4 at a time',
  await several(3, () => call('bareStore(3000, 4)')),
  'events a second',
);
show(
  '  the same rows into an empty store, bare, 6,000',
  await several(3, () => call('bareStore(40000, 6000)')),
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

show('every row read, and nothing made of it', [await call('readAll()')], 'ms');
show(
  'rows at hand written as Parquet, nothing else',
  await several(3, () => call('bareParquet(60000)')),
  'events a second',
);
show(
  'the chain at hand compressed, nothing else',
  await several(3, () => call('bareGzip(60000)')),
  'events a second',
);
const sizes: Record<string, number> = {};
for (const kind of ['parquet', 'ndjson', 'package']) {
  const { took, worked, heaps, size, rejudged } = await exportAs(kind, false);
  sizes[kind] = size;
  show(`export of all as ${kind}`, [took], 'ms');
  if (rejudged !== null) {
    show('  of that, judging the kept readings again', [rejudged], 'ms');
    show('  export without it', [took - rejudged], 'ms');
  }
  show('  processor time of the browser meanwhile', [worked], 'ms');
  showHeaps('highest heap', heaps);
  show('  size of the file', [size / 1e6], 'MB');
}
// Once more, with garbage collected twice a second: what is left is what the export holds.
for (const kind of ['parquet', 'package']) {
  console.log(`${kind} again, with the garbage collected before every look`);
  showHeaps('held', (await exportAs(kind, true)).heaps);
}
console.log(`NDJSON is ${((sizes.ndjson ?? 0) / (sizes.parquet ?? 1)).toFixed(1)} times the size of Parquet`);
console.log(`load of the machine after: ${loadOfMachine()}`);
await browser.close();
await server.close();
rmSync(folder, { recursive: true });

function showHeaps(what: string, { page, workers, together }: Heaps): void {
  show(`  ${what} of the page`, [page / 1e6], 'MB');
  show(`  ${what} of its workers`, [workers / 1e6], 'MB');
  show(`  ${what} of both together`, [together / 1e6], 'MB');
}

interface Exported {
  readonly took: number;
  readonly worked: number;
  readonly heaps: Heaps;
  readonly size: number;
  /** What judging again took, in ms; null in an export that has no such table. */
  readonly rejudged: number | null;
}

async function exportAs(kind: string, isCollected: boolean): Promise<Exported> {
  const fresh = await browser.context.newPage();
  await fresh.goto(logbook);
  await fresh.waitForSelector('.flow-row');
  const highest = await watchHeaps(fresh, isCollected);
  const before = await processorTime(system);
  const start = performance.now();
  const download = fresh.waitForEvent('download', { timeout: 600_000 });
  await fresh.click(`.export-${kind}`);
  const file = await download;
  const took = performance.now() - start;
  const worked = (await processorTime(system)) - before;
  const heaps = await highest();
  const rejudged = await fresh.evaluate(
    () => performance.getEntriesByName('rejudgements').at(-1)?.duration ?? null,
  );
  await file.saveAs(join(folder, kind));
  await fresh.close();
  return { took, worked, heaps, size: statSync(join(folder, kind)).size, rejudged };
}
