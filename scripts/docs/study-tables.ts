import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const read = (path: string) => JSON.parse(readFileSync(join(root, path), 'utf8'));

interface Check {
  readonly id: string;
  readonly level: 'fail' | 'warn';
  readonly means: string;
}

/** The checks of a study, as the command itself lists them. */
export function studyChecks(): string {
  const checks: readonly Check[] = read('cli/study/check-list.json');
  const lines = checks.map(
    ({ id, level, means }) => `| \`${id}\` | ${level === 'fail' ? 'fails' : 'warns'} | ${means} |`,
  );
  return ['| check | what comes of it | what must hold |', '| --- | --- | --- |', ...lines].join('\n');
}

/** The tables of a study's data. */
export function studyTables(): string {
  const tables: Readonly<Record<string, { title: string; primaryKey: string[] }>> = read(
    'cli/study/study-tables.json',
  ).tables;
  const lines = Object.entries(tables).map(
    ([name, { title, primaryKey }]) =>
      `| \`${name}\` | ${title} | ${primaryKey.map((field) => `\`${field}\``).join(', ')} |`,
  );
  return ['| table | what a row is | its key |', '| --- | --- | --- |', ...lines].join('\n');
}
