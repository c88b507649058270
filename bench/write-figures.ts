import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { commandsOf, withFigures } from './figures-page';

// Runs the benches that are named and puts what they print into docs/figures.md, each into its own part.
const place = join(import.meta.dirname, '../docs/figures.md');
const commands = commandsOf(readFileSync(place, 'utf8'));
const named = process.argv.slice(2);
const chosen = commands.filter((command) => named.some((name) => command.split(' ').includes(name)));

if (chosen.length === 0) {
  console.error('Name one or more of these, by the script’s name (such as bench:page):');
  for (const command of commands) console.error(`  ${command}`);
  process.exitCode = 2;
}
for (const command of chosen) {
  // What npm itself says on the way is no figure.
  const env = { ...process.env, npm_config_loglevel: 'silent' };
  const child = spawn(command, { env, shell: true, stdio: ['inherit', 'pipe', 'inherit'] });
  let printed = '';
  child.stdout.on('data', (part) => {
    printed += part;
    process.stdout.write(part);
  });
  const [status] = await once(child, 'close');
  if (status !== 0) {
    console.error(`${command} ended with ${status}: its figures stay as they were.`);
    process.exitCode = 1;
    continue;
  }
  const [{ model = 'unknown processor' } = {}] = cpus();
  const machine = `${cpus().length} cores (${model.trim()}), Node ${process.versions.node}`;
  const day = new Date().toISOString().slice(0, 10);
  // Read anew: a bench may take long, and another may have written meanwhile.
  writeFileSync(place, withFigures(readFileSync(place, 'utf8'), command, { day, machine, printed }));
}
