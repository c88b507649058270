import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Answer, askAll, csvOf, queryNames } from '../../cli/study/sql/run-sql';
import { runOn } from './find-engines';

const root = join(import.meta.dirname, '../..');
const study = join(root, 'artifacts/study-demo/study');
const folder = mkdtempSync(join(tmpdir(), 'engines-'));
let ours: ReadonlyMap<string, Answer>;

beforeAll(async () => {
  execFileSync('npm', ['run', '--silent', 'study:demo'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  ours = await askAll({ folder: study, k: 5 });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each(['chdb', 'spark'] as const)('every query of the demo study on %s', (engine) => {
  const answers = join(folder, engine);
  beforeAll(() => {
    mkdirSync(answers);
    runOn(engine, study, answers);
  });

  test.each(queryNames())('%s gives the same CSV as DuckDB, byte for byte', (name) => {
    const theirs: Answer = JSON.parse(readFileSync(join(answers, `${name}.json`), 'utf8'));
    const own = ours.get(name) as Answer;
    expect(own.rows.length).toBeGreaterThan(0);
    expect(csvOf(theirs)).toBe(csvOf(own));
  });
});
