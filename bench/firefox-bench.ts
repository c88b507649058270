import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DrivenPage } from '../demo/drive/driver';
import { launchBrowser } from '../demo/drive/launch';
import { startDemoServer } from '../demo/server';
import { benchCode } from './bench-code';
import { loadOfMachine } from './load';

// The same record in a real Firefox: what writing and exporting cost there. Firefox tells no page its heap, so the
// memory of all its processes is read from the system (Linux, macOS).
const events = Number(process.argv[2] ?? 1_000_000);
const server = await startDemoServer();
const firefox = await launchBrowser('Firefox', server);
const folder = mkdtempSync(join(tmpdir(), 'bench-'));
const openLogbook = async (): Promise<DrivenPage> => {
  const page = await firefox.newPage();
  await page.goto(firefox.address('logbook.html'));
  return page;
};
const show = (name: string, value: number, unit: string): void =>
  console.log(`${name.padEnd(52)}${Math.round(value).toLocaleString('en').padStart(11)} ${unit}`);

console.log(`load of the machine before: ${loadOfMachine()}`);
const filling = await openLogbook();
await filling.waitForSelector('main');
await filling.evaluate(`(() => { ${await benchCode()} })()`);
show(
  'appended, one observation at a time',
  Number(await filling.evaluate('recordBench.fill(3000, 1)')),
  'events a second',
);
for (let written = 0; written < events; written += 50_000)
  await filling.evaluate(`recordBench.fill(${Math.min(50_000, events - written)}, 1500)`);
show('events in the store', Number(await filling.evaluate('recordBench.count()')), '');
await filling.close();

for (const kind of ['parquet', 'ndjson', 'package']) {
  const page = await openLogbook();
  await page.waitForSelector(`.export-${kind}`, { timeout: 60_000 });
  const before = memoryOf('firefox');
  const download = page.waitForEvent('download', { timeout: 600_000 });
  const start = performance.now();
  await page.evaluate(`document.querySelector('.export-${kind}').click()`);
  const highest = await highestMemory(page);
  const took = performance.now() - start;
  show(`export of all as ${kind}`, took, 'ms');
  show('  memory of all of Firefox, above what it was', (highest - before) / 1e6, 'MB');
  const file = join(folder, kind);
  await (await download).saveAs(file);
  show('  size of the file', statSync(file).size / 1e6, 'MB');
  await page.close();
}
rmSync(folder, { recursive: true });
console.log(`load of the machine after: ${loadOfMachine()}`);
await firefox.close();
await server.close();

/** The highest memory while a page exports, in bytes. */
async function highestMemory(page: DrivenPage): Promise<number> {
  let highest = 0;
  for (;;) {
    highest = Math.max(highest, memoryOf('firefox'));
    const isDone = await page.evaluate(
      `document.querySelector('progress') === null && /di-balik|uji_/.test(document.querySelector('.notice')?.textContent ?? '')`,
    );
    if (isDone) return highest;
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
}

/** Resident memory of all processes whose name begins so, in bytes. */
function memoryOf(name: string): number {
  const lines = execFileSync('ps', ['-eo', 'rss=,comm='], { encoding: 'utf8' }).split('\n');
  const own = lines.filter(
    (line) => /firefox|Web Content|WebExtensions|Isolated|Privileged/i.test(line) || line.includes(name),
  );
  return own.reduce((sum, line) => sum + Number.parseInt(line, 10) * 1024, 0);
}
