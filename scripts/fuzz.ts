import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

/** `npm run fuzz -- --minutes N`: the fuzz tests over and over, each time with another seed, until one fails. */
const { values } = parseArgs({ options: { minutes: { type: 'string', default: '10' } } });
const minutes = Number(values.minutes);
if (!(minutes > 0)) {
  console.error('fuzz: --minutes takes a number greater than 0');
  process.exit(2);
}

const end = Date.now() + minutes * 60_000;
let rounds = 0;
do {
  const seed =
    process.env.FUZZ_SEED && rounds === 0
      ? process.env.FUZZ_SEED
      : String(Math.floor(Math.random() * 2 ** 31));
  const { status } = spawnSync('npx', ['vitest', 'run', '--project', 'fuzz', '--reporter=dot'], {
    cwd: join(import.meta.dirname, '..'),
    stdio: 'inherit',
    env: { ...process.env, FUZZ_SEED: seed },
  });
  rounds += 1;
  if (status !== 0) {
    console.error(`fuzz: round ${rounds} failed; FUZZ_SEED=${seed} repeats it`);
    process.exit(1);
  }
} while (Date.now() < end);
console.log(`fuzz: ${rounds} rounds, no failure`);
