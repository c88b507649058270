import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Reporter, TestCase, TestModule } from 'vitest/node';

/** Most tests of a run that may need a second try. */
const most = 3;

/** What the first try broke on, in one line. */
const reasonOf = (test: TestCase): string =>
  (test.result().errors?.[0]?.message ?? 'no reason was told').split('\n')[0]?.slice(0, 200) ?? '';

/** What each try broke on, with its place, as soon as it is known: a whole run takes an hour and more to end. */
const reasonsOf = (test: TestCase): string[] =>
  (test.result().errors ?? []).map(({ message, diff = '', stacks }) => {
    const { file, line } = stacks?.[0] ?? {};
    return `    ${`${message}\n${diff}`.slice(0, 800).trimEnd().replaceAll('\n', '\n    ')}\n    at ${file}:${line}`;
  });

/** Names, with the reason, and counts the tests that passed at their second try; more than a few of them fail the run. */
export class SecondTries implements Reporter {
  constructor(private readonly file: string) {}

  onTestCaseResult(test: TestCase): void {
    const reasons = reasonsOf(test);
    if (reasons.length > 0)
      console.log([`broke: ${test.project.name}: ${test.fullName}`, ...reasons].join('\n'));
  }

  onTestRunEnd(modules: readonly TestModule[]): void {
    const names = modules.flatMap((module) =>
      [...module.children.allTests('passed')]
        .filter((test) => (test.diagnostic()?.retryCount ?? 0) > 0)
        .map((test) => `${module.project.name}: ${test.fullName}\n    ${reasonOf(test)}`),
    );
    mkdirSync(dirname(this.file), { recursive: true });
    writeFileSync(this.file, JSON.stringify({ most, names }));
    if (names.length > most) process.exitCode = 1;
  }
}
