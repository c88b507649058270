import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { queryNames, sqlFolder } from '../../cli/study/sql/run-sql';
import { studyTableNames, studyTables } from '../../cli/study/tables';

const textOf = (name: string): string =>
  readFileSync(join(sqlFolder, `${name}.sql`), 'utf8')
    .replace(/--.*/g, '')
    .replace(/\s+/g, ' ');

describe.each(queryNames())('the query %s', (name) => {
  const text = textOf(name);

  test('says in its first line what it asks', () => {
    expect(readFileSync(join(sqlFolder, `${name}.sql`), 'utf8')).toMatch(/^-- [A-Z]/);
  });

  test('keeps to what DuckDB, ClickHouse, Spark and Trino all have', () => {
    expect(text).not.toMatch(
      /\bQUALIFY\b|\bFILTER\s*\(|GROUP BY ALL|ORDER BY ALL|\bEXCLUDE\b|::|read_parquet|file\(/i,
    );
    // Strings are read by one rule, and names by none that an engine would quote in its own way.
    expect(text).not.toMatch(/["`\\]/);
  });

  test('orders its rows wholly, and says where NULL stands', () => {
    const [, order = ''] = /ORDER BY ([^()]*)$/.exec(text.trim()) ?? [];
    expect(order).not.toBe('');
    for (const term of order.split(',')) expect(term.trim()).toMatch(/^\w+(?: DESC)? NULLS LAST$/);
  });

  test('gives no ratio: these are worked out by our own code', () => {
    expect(text).not.toMatch(/ \/ |\bAVG\b|\bROUND\b|DOUBLE|DECIMAL/i);
  });

  test('asks only the tables of a study, and the settings', () => {
    const asked = [...text.matchAll(/\b(?:FROM|JOIN) (\w+)/g)].map(([, table]) => table);
    expect([...studyTableNames, 'settings']).toEqual(expect.arrayContaining(asked));
  });
});

test('each engine has a file that loads every table', () => {
  const engines = readdirSync(join(sqlFolder, 'load')).toSorted();
  expect(engines).toEqual(['clickhouse.sql', 'duckdb.sql', 'spark.sql']);
  for (const engine of engines) {
    const text = readFileSync(join(sqlFolder, 'load', engine), 'utf8');
    expect([...text.matchAll(/VIEW (\w+)/g)].map(([, table]) => table)).toEqual([
      ...studyTableNames,
      'settings',
    ]);
  }
});

test('the queries that are published ask for no field of class B but the person, whom they only count', () => {
  const pseudonymous = Object.values(studyTables).flatMap(({ columns }) =>
    columns.filter((column) => column.class === 'B').map((column) => column.name),
  );
  for (const name of queryNames().filter((query) => query.includes('public'))) {
    const [, shown = ''] = /^SELECT (.*?) FROM/.exec(textOf(name).trim()) ?? [];
    for (const column of shown.split(/, (?![^(]*\))/))
      expect(pseudonymous, `${name}: ${column}`).not.toContain(column.replace(/^.* AS /, '').trim());
  }
});
