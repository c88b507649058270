import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Reporter, TestCase, TestModule } from 'vitest/node';

/** Most tests of a run that may need a second try. */
const most = 3;

/** What the first try broke on, in one line. */
const reasonOf = (test: TestCase): string =>
  (test.result().errors?.[0]?.message ?? 'no reason was told').split('\n')[0]?.slice(0, 200) ?? '';

/** Names, with the reason, and counts the tests that passed at their second try; more than a few of them fail the run. */
export class SecondTries implements Reporter {
  constructor(private readonly file: string) {}

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
