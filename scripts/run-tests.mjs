import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

// All that CI checks, in one command: the cheap and telling first, the browsers last.
const root = join(import.meta.dirname, '..');
const report = join(root, 'artifacts/tests.json');
rmSync(report, { force: true });

const steps = [
  ['lock file', 'node', ['scripts/check-lock.mjs']],
  ['rulebook', 'npx', ['tsx', 'scripts/check-rulebook.ts']],
  ['types', 'npx', ['tsc', '--noEmit']],
  ['lint and format', 'npx', ['biome', 'ci', '.']],
  ['builds', 'npm', ['run', '--silent', 'build']],
  ['tests', 'npx', ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]],
];

const failed = [];
for (const [name, command, words] of steps) {
  console.log(`\n— ${name}`);
  const { status } = spawnSync(command, words, { cwd: root, stdio: 'inherit' });
  if (status !== 0) failed.push(name);
}

const tests = readReport();
const passed = tests.numPassedTests + steps.length - failed.length;
const failures = Math.max(tests.numFailedTests, 0) + failed.filter((name) => name !== 'tests').length;
const total = failures + (failed.includes('tests') && tests.numFailedTests === 0 ? 1 : 0);
if (failed.length > 0) console.log(`\nfailed: ${failed.join(', ')}`);
const skipped = tests.numPendingTests > 0 ? `, ${tests.numPendingTests} skipped` : '';
console.log(`\n${passed} passed, ${total} failed${skipped}`);
process.exitCode = total === 0 && failed.length === 0 ? 0 : 1;

function readReport() {
  try {
    return JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    return { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0 };
  }
}
