import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadOfMachine } from '../load';
import { signPackages } from './sign-packages';

// How long a large study takes, and how much memory: generated packages merged to the counts that their generator states,
// and whole, signed packages checked wholly. `npm run bench:study [-- merge|checks [FOLDER]]`; a folder is kept for the next run.
const root = join(import.meta.dirname, '../..');
const [part = 'all', kept] = process.argv.slice(2);
const folder = kept ?? mkdtempSync(join(tmpdir(), 'study-bench-'));
mkdirSync(folder, { recursive: true });

interface Run {
  readonly status: number | null;
  readonly seconds: number;
  /** Highest resident memory in MB; null where this system does not tell. */
  readonly memory: number | null;
  readonly stdout: string;
}

/** Runs a TypeScript file in a process of its own. */
async function run(file: string, ...words: readonly string[]): Promise<Run> {
  const begun = performance.now();
  const child: ChildProcess = spawn(process.execPath, ['--import', 'tsx', join(root, file), ...words], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let [stdout, memory] = ['', 0];
  child.stdout?.on('data', (text) => {
    stdout += text;
  });
  const watch = setInterval(() => {
    memory = Math.max(memory, memoryOf(child.pid));
  }, 100);
  const status = await new Promise<number | null>((done) => child.on('close', done));
  clearInterval(watch);
  const seconds = (performance.now() - begun) / 1000;
  return { status, seconds, memory: memory === 0 ? null : memory, stdout };
}

/** Linux keeps the highest resident size of a process. */
function memoryOf(pid: number | undefined): number {
  try {
    const [, kilobytes = '0'] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Math.round(Number(kilobytes) / 1024);
  } catch {
    return 0;
  }
}

const show = (name: string, value: string) => console.log(`${name.padEnd(58)}${value.padStart(18)}`);
const told = ({ seconds, memory }: Run) =>
  `${seconds.toFixed(1)} s${memory === null ? '' : `, ${memory} MB`}`;

async function merge(): Promise<void> {
  const given = join(folder, 'generated');
  if (!existsSync(join(given, 'manifest.json'))) {
    const made = await run('bench/study/generate-packages.ts', given);
    if (made.status !== 0) throw new Error('the packages could not be generated');
    show('generated', told(made));
  }
  const manifest = JSON.parse(readFileSync(join(given, 'manifest.json'), 'utf8'));
  const out = join(folder, 'study');
  rmSync(out, { recursive: true, force: true });
  show('load of the machine', loadOfMachine());
  const words = [join(given, 'packages'), '--checked', join(given, 'checks.json'), '--out', out];
  const merged = await run('cli/study.ts', ...words);
  console.log(merged.stdout);
  show(
    `merged: ${manifest.rows_given.toLocaleString('en')} rows given, ${manifest.files.toLocaleString('en')} files of events`,
    told(merged),
  );
  const { resources } = JSON.parse(readFileSync(join(out, 'data/datapackage.json'), 'utf8'));
  const rowsOf = (name: string) => resources.find((one: { name: string }) => one.name === name).rows;
  const found = {
    participants: rowsOf('participants'),
    rows: rowsOf('events'),
    flows: rowsOf('flows'),
    pages: rowsOf('pages'),
    contacts: rowsOf('contacts'),
    exposure_days: rowsOf('exposure'),
  };
  for (const [name, count] of Object.entries(found))
    show(
      `  ${name}, as the manifest says`,
      `${count.toLocaleString('en')} ${count === manifest[name] ? '✓' : `✗ ${manifest[name]}`}`,
    );
  if (merged.status !== 0 || Object.entries(found).some(([name, count]) => manifest[name] !== count))
    process.exitCode = 1;
}

async function checks(): Promise<void> {
  const given = join(folder, 'signed');
  if (!existsSync(given)) {
    const rows = await signPackages(given, 50);
    show('signed packages made, rows', rows.toLocaleString('en'));
  }
  const few = join(folder, 'few');
  rmSync(few, { recursive: true, force: true });
  mkdirSync(few);
  for (const name of readdirSync(given).slice(0, 5)) symlinkSync(join(given, name), join(few, name));
  show('load of the machine', loadOfMachine());
  for (const [name, place] of [
    ['5', few],
    ['50', given],
  ] as const) {
    const checked = await run('cli/study.ts', '--check', place);
    show(`all checks on ${name} signed packages`, told(checked));
    console.log(checked.stdout.trimEnd().split('\n').at(-1));
    if (checked.status !== 0) process.exitCode = 1;
  }
}

if (part === 'all' || part === 'merge') await merge();
if (part === 'all' || part === 'checks') await checks();
if (kept === undefined) rmSync(folder, { recursive: true });
