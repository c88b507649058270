import { join } from 'node:path';
import { build, type Rolldown } from 'vite';
import { launchDemoBrowser } from '../demo/browser';
import { startDemoServer } from '../demo/server';

// How fast the record is written, and how soon the logbook shows it, in a real Chromium, in a page of the extension.
const root = join(import.meta.dirname, '..');
const events = Number(process.argv[2] ?? 1_000_000);
const built = (await build({
  configFile: false,
  logLevel: 'error',
  build: {
    write: false,
    lib: { entry: join(root, 'bench/record-entry.ts'), formats: ['iife'], name: 'bench' },
  },
})) as Rolldown.RolldownOutput[];
const code = built[0]?.output[0]?.code ?? '';
const server = await startDemoServer();
const browser = await launchDemoBrowser({ extensionPath: join(root, '.output/chrome-mv3'), ...server });
const page = await browser.context.newPage();
const logbook = `chrome-extension://${browser.extensionId}/logbook.html`;
await page.goto(logbook);
await page.evaluate(code);
const call = async (expression: string) => Number(await page.evaluate(`recordBench.${expression}`));
const show = (name: string, value: number, unit: string) =>
  console.log(`${name.padEnd(56)} ${Math.round(value).toLocaleString('en').padStart(10)} ${unit}`);

for (const run of [1, 2, 3]) {
  show(`events appended one observation at a time, run ${run}`, await call('fill(2000, 1)'), 'a second');
  show(
    `events appended in batches of 300 observations, run ${run}`,
    await call('fill(60000, 300)'),
    'a second',
  );
}
show(
  `filling up to about ${events.toLocaleString('en')} events`,
  await call(`fill(${events - 190_000}, 1500)`),
  'a second',
);
for (const run of [1, 2, 3]) show(`newest 50 flows out of all, run ${run}`, await call('firstRows()'), 'ms');
for (const run of [1, 2, 3]) {
  const fresh = await browser.context.newPage();
  const start = performance.now();
  await fresh.goto(logbook);
  await fresh.waitForSelector('.flow-row');
  show(`logbook page from address to first rows, run ${run}`, performance.now() - start, 'ms');
  await fresh.close();
}
await browser.close();
await server.close();
