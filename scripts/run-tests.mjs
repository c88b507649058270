import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

// `npm test`: all that a change can break. `npm run test:all`: the rest too, once a night (docs/testing.md).
const isWhole = process.argv.includes('--all');
const root = join(import.meta.dirname, '..');
const artifact = (name) => join(root, 'artifacts', name);
for (const name of ['tests.json', 'second-tries.json']) rmSync(artifact(name), { force: true });

const steps = [
  ['lock file', 'node', ['scripts/check-lock.mjs']],
  ['machine', 'npx', ['tsx', 'scripts/look-around.ts']],
  ['rulebook', 'npx', ['tsx', 'scripts/check-rulebook.ts', '--quiet']],
  ['types', 'npx', ['tsc', '--noEmit']],
  ['core without the DOM', 'npx', ['tsc', '-p', 'core']],
  ['lint and format', 'npx', ['biome', 'ci', '.']],
  ['nothing unused', 'npx', ['knip', '--treat-config-hints-as-errors']],
  ['builds', 'npm', ['run', '--silent', isWhole ? 'package' : 'build']],
  ['tests', 'npx', ['vitest', 'run']],
  ...(isWhole ? [['mutation', 'npx', ['stryker', 'run']]] : []),
];

// What decides whether a change lands gives the same answer twice; the whole run looks for what no run has seen.
if (isWhole) process.env.TEST_RUN = 'all';
else {
  process.env.FUZZ_SEED ??= '20261125';
  process.env.SEED ??= '20261125';
}
process.env.FUZZ_LEAST = isWhole ? '100000' : '10000';

const failed = [];
const times = [];
for (const [name, command, words] of steps) {
  console.log(`\n— ${name}`);
  const began = Date.now();
  const { status } = spawnSync(command, words, { cwd: root, stdio: 'inherit' });
  times.push([name, Date.now() - began]);
  if (status !== 0) failed.push(name);
  // Without browsers, or with a build that failed, the rest would fail for that alone.
  if (status !== 0 && (name === 'machine' || name === 'builds')) break;
}

const tests = read('tests.json') ?? { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0 };
const { most = 0, names = [] } = read('second-tries.json') ?? {};
// A run that broke before it could count is a failure of its own.
const brokenRun = failed.includes('tests') && tests.numFailedTests === 0 ? 1 : 0;
const checks = times.filter(([name]) => name !== 'tests').length;
const failedChecks = failed.filter((name) => name !== 'tests').length;
const passedCount = checks - failedChecks + tests.numPassedTests;
const failedCount = failedChecks + tests.numFailedTests + brokenRun;

console.log(`\n${times.map(([name, time]) => `${name} ${seconds(time)}`).join(' · ')}`);
if (names.length > 0) {
  console.log(`${names.length} passed at the second try (at most ${most} may):`);
  for (const name of names) console.log(`  ${name}`);
}
if (failed.length > 0) console.log(`failed: ${failed.join(', ')}`);
const skipped = tests.numPendingTests > 0 ? `, ${tests.numPendingTests} skipped` : '';
const whole = times.reduce((sum, [, time]) => sum + time, 0);
console.log(`\n${passedCount} passed, ${failedCount} failed${skipped}, in ${seconds(whole)}`);
process.exitCode = failedCount === 0 ? 0 : 1;

function seconds(milliseconds) {
  const all = Math.round(milliseconds / 1000);
  return all < 60 ? `${all} s` : `${Math.floor(all / 60)} min ${String(all % 60).padStart(2, '0')} s`;
}

function read(name) {
  try {
    return JSON.parse(readFileSync(artifact(name), 'utf8'));
  } catch {
    return null;
  }
}
