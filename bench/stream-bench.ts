import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pageNamed } from '../demo/shop/demo-pages';

// What memory `judge --ndjson` takes while a long stream goes through it: bench/stream-bench.ts [GIGABYTES] [JOBS]
const [gigabytes = '10', jobs = '2'] = process.argv.slice(2);
const { address, html } = pageNamed('video-basket');
/** A megabyte a line, most of it read past: the stream is long, not the judging. */
const line = Buffer.from(`${JSON.stringify({ id: 1, url: address, html, more: ' '.repeat(1e6) })}\n`);
const total = Number(gigabytes) * 1e9;

const child = spawn(process.execPath, ['--import', 'tsx', 'cli/judge.ts', '--ndjson', `--jobs=${jobs}`], {
  cwd: join(import.meta.dirname, '..'),
  stdio: ['pipe', 'pipe', 'inherit'],
});
let answers = 0;
child.stdout.on('data', (data: Buffer) => {
  for (const byte of data) if (byte === 10) answers += 1;
});

/** Resident memory of the command in MB, and the most it ever had. */
function memory(): string {
  const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
  const of = (name: string) => (Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]) / 1024).toFixed(0);
  return `${of('VmRSS')} MB now, ${of('VmHWM')} MB at most`;
}

let sent = 0;
let told = 0;
while (sent < total) {
  if (!child.stdin.write(line)) await once(child.stdin, 'drain');
  sent += line.length;
  if (sent - told < total / 10 && sent < total) continue;
  told = sent;
  console.log(`${(sent / 1e9).toFixed(2).padStart(6)} GB sent, ${answers} lines answered: ${memory()}`);
}
child.stdin.end();
const [code] = await once(child, 'exit');
const lines = Math.ceil(sent / line.length);
console.log(`${answers} of ${lines} lines answered, exit code ${code}`);
if (code !== 0 || answers !== lines) process.exitCode = 1;
