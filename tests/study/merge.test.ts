import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Chosen } from '../../cli/study/chosen';
import { readDescription } from '../../cli/study/description';
import { type Duck, openDuck } from '../../cli/study/duck';
import { type DataPart, mergeStudy } from '../../cli/study/merge';
import { openZip } from '../../cli/study/package-file';
import { studyTableNames, studyTables } from '../../cli/study/tables';
import { minute } from '../builders/flows';
import { packageMaker, rowsOfParticipant } from '../builders/saved-packages';

let folder: string;
let duck: Duck;
let parts: DataPart[];
const participants = ['3', '1', '2'].map((sign) => sign.repeat(32));

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'study-'));
  for (const name of ['data', 'scratch']) mkdirSync(join(folder, name));
  duck = await openDuck({ memory: '1GB', threads: 2, scratch: join(folder, 'scratch') });
  const save = await packageMaker(folder);
  const chosen: Chosen[] = [];
  for (const [index, participant] of participants.entries()) {
    const met = [{ date: '2026-11-23', ms: 25 * minute, pages: { 'video no': 7 } }];
    const rows = rowsOfParticipant(participant);
    await save(`p${index}`, { rows, participant, exportId: `x${index}`, met });
    const opened = openZip(join(folder, `p${index}.zip`));
    chosen.push({
      opened,
      said: readDescription(opened),
      person: `P${index}`,
      source: 'browser',
      analysed: true,
      arm: null,
      weight: null,
      received: null,
      packages: 1,
      flags: [],
    });
  }
  const bounds = { batchRows: 200, partBytes: 1e8, leastBytes: 1e8 };
  parts = await mergeStudy(duck, chosen, {
    folder: join(folder, 'data'),
    scratch: join(folder, 'scratch'),
    bounds,
  });
});
afterAll(() => {
  duck.close();
  rmSync(folder, { recursive: true });
});

const tableOf = (table: string) => `read_parquet('${folder}/data/${table}/*.parquet', file_row_number=true)`;

describe('the merged data of three participants', () => {
  test.each(studyTableNames)(
    'has a table of %s with the columns that are promised, each key once',
    async (table) => {
      const { columns, primaryKey } = studyTables[table];
      const found = await duck.rows(`DESCRIBE SELECT * EXCLUDE (file_row_number) FROM ${tableOf(table)}`);
      expect(found.map(({ column_name }) => column_name)).toEqual(columns.map(({ name }) => name));
      const [counts] = await duck.rows(
        `SELECT count(*)::INT AS rows, count(DISTINCT (${primaryKey}))::INT AS keys FROM ${tableOf(table)}`,
      );
      expect(counts?.rows).toBe(counts?.keys);
      const rows = parts.filter((part) => part.table === table).reduce((sum, part) => sum + part.rows, 0);
      expect(counts?.rows).toBe(rows);
      expect(rows).toBeGreaterThan(2);
    },
  );

  test('refers to rows that are there', async () => {
    for (const table of studyTableNames)
      for (const [other, columns] of Object.entries(studyTables[table].foreignKeys))
        expect(
          await duck.rows(
            `SELECT ${columns} FROM ${tableOf(table)} WHERE ${columns.at(-1)} IS NOT NULL AND ${columns[0]} IS NOT NULL EXCEPT SELECT ${columns} FROM ${tableOf(other)}`,
          ),
          `${table} to ${other}`,
        ).toEqual([]);
  });

  test('holds the events person by person in the order of their chains', async () => {
    expect(
      await duck.rows(`SELECT * FROM (SELECT person, n, lag(person) OVER w AS person_before, lag(n) OVER w AS n_before
        FROM ${tableOf('events')} WINDOW w AS (ORDER BY file_row_number))
        WHERE person < person_before OR (person = person_before AND n <> n_before + 1)`),
    ).toEqual([]);
  });
});
