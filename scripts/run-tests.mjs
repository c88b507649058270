import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

// `npm test`: all that a change can break. `npm run test:all`: the rest too, once a night (docs/testing.md).
const isWhole = process.argv.includes('--all');
const root = join(import.meta.dirname, '..');
const artifact = (name) => join(root, 'artifacts', name);
for (const name of ['tests.json', 'second-tries.json']) rmSync(artifact(name), { force: true });

const checks = [
  ['lock file', 'node', ['scripts/check-lock.mjs']],
  ['rulebook', 'npx', ['tsx', 'scripts/check-rulebook.ts', '--quiet']],
  ['types', 'npx', ['tsc', '--noEmit']],
  ['core without the DOM', 'npx', ['tsc', '-p', 'core']],
  ['lint and format', 'npx', ['biome', 'ci', '.']],
  ['nothing unused', 'npx', ['knip', '--treat-config-hints-as-errors']],
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
const began = Date.now();
// Without browsers, or with a build that failed, the rest would fail for that alone.
if (step('machine', 'npx', ['tsx', 'scripts/look-around.ts'])) {
  // What reads the sources alone runs beside the rest of its kind.
  await Promise.all(checks.map((words) => check(...words)));
  if (step('builds', 'npm', ['run', '--silent', isWhole ? 'package' : 'build'])) {
    step('tests', 'npx', ['vitest', 'run']);
    if (isWhole) step('shown commands', 'npx', ['tsx', 'scripts/run-shown-commands.ts']);
    if (isWhole) step('mutation', 'npx', ['stryker', 'run']);
  }
}

const tests = read('tests.json') ?? { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0 };
const { most = 0, names = [] } = read('second-tries.json') ?? {};
// A run that broke before it could count is a failure of its own.
const brokenRun = failed.includes('tests') && tests.numFailedTests === 0 ? 1 : 0;
const checkCount = times.filter(([name]) => name !== 'tests').length;
const failedChecks = failed.filter((name) => name !== 'tests').length;
const passedCount = checkCount - failedChecks + tests.numPassedTests;
const failedCount = failedChecks + tests.numFailedTests + brokenRun;

console.log(`\n${times.map(([name, time]) => `${name} ${seconds(time)}`).join(' · ')}`);
if (names.length > 0) {
  console.log(`${names.length} passed at the second try (at most ${most} may):`);
  for (const name of names) console.log(`  ${name}`);
}
if (failed.length > 0) console.log(`failed: ${failed.join(', ')}`);
const skipped = tests.numPendingTests > 0 ? `, ${tests.numPendingTests} skipped` : '';
console.log(`\n${passedCount} passed, ${failedCount} failed${skipped}, in ${seconds(Date.now() - began)}`);
process.exitCode = failedCount === 0 ? 0 : 1;

/** Runs a step in sight. @returns whether it passed */
function step(name, command, words) {
  console.log(`\n— ${name}`);
  const began = Date.now();
  const { status } = spawnSync(command, words, { cwd: root, stdio: 'inherit' });
  return note(name, began, status);
}

function note(name, began, status) {
  times.push([name, Date.now() - began]);
  if (status !== 0) failed.push(name);
  return status === 0;
}

/** Runs a check and prints what it said once it is over, so that no two speak at once. */
async function check(name, command, words) {
  const began = Date.now();
  const child = spawn(command, words, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (said += part));
  const [status] = await once(child, 'close');
  console.log(`\n— ${name}\n${said.trimEnd()}`);
  note(name, began, status);
}

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
