import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

// All that CI checks, in one command: the cheap and telling first, the browsers last.
const root = join(import.meta.dirname, '..');
const report = join(root, 'artifacts/tests.json');
rmSync(report, { force: true });

const steps = [
  ['lock file', 'node', ['scripts/check-lock.mjs']],
  ['rulebook', 'npx', ['tsx', 'scripts/check-rulebook.ts', '--quiet']],
  ['types', 'npx', ['tsc', '--noEmit']],
  ['lint and format', 'npx', ['biome', 'ci', '.']],
  ['builds', 'npm', ['run', '--silent', 'package']],
  ['tests', 'npx', ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]],
];

// What decides whether a change lands gives the same answer twice; `npm run fuzz` looks for what no run has seen.
process.env.FUZZ_SEED ??= '20261125';
process.env.FUZZ_LEAST = '100000';
process.env.SEED ??= '20261125';

const failed = [];
for (const [name, command, words] of steps) {
  console.log(`\n— ${name}`);
  const { status } = spawnSync(command, words, { cwd: root, stdio: 'inherit' });
  if (status !== 0) failed.push(name);
}

const tests = readReport();
// A run that broke before it could count is a failure of its own.
const brokenRun = failed.includes('tests') && tests.numFailedTests === 0 ? 1 : 0;
const checks = steps.filter(([name]) => name !== 'tests');
const failedChecks = failed.filter((name) => name !== 'tests').length;
const passedCount = checks.length - failedChecks + tests.numPassedTests;
const failedCount = failedChecks + tests.numFailedTests + brokenRun;
if (failed.length > 0) console.log(`\nfailed: ${failed.join(', ')}`);
const skipped = tests.numPendingTests > 0 ? `, ${tests.numPendingTests} skipped` : '';
console.log(`\n${passedCount} passed, ${failedCount} failed${skipped}`);
process.exitCode = failedCount === 0 ? 0 : 1;

function readReport() {
  try {
    return JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    return { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0 };
  }
}
