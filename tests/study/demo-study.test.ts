import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { keptBack } from '../../cli/study/public/publish';
import { studyTables } from '../../cli/study/tables';
import { openDuck, type Query } from '../builders/packages';

const root = join(import.meta.dirname, '../..');
const study = join(root, 'artifacts/study-demo/study');
const k = 5;

describe('the demo study', { timeout: 300_000 }, () => {
  let query: Query;

  beforeAll(async () => {
    execFileSync('npm', ['run', '--silent', 'study:demo'], { cwd: root, stdio: 'ignore' });
    query = await openDuck(study);
  }, 300_000);

  test('is made, checked, merged and told', () => {
    expect(JSON.parse(readFileSync(join(study, 'checks.json'), 'utf8')).counts).toMatchObject({
      received: { packages: 33, persons: 30 },
      whole: { packages: 33, persons: 30 },
      analysed: { packages: 30, persons: 30 },
    });
    expect(statSync(join(study, 'report.html')).size).toBeLessThan(1_000_000);
  });

  test('names no field of class B in what may be published, and nobody in the tables of its report', async () => {
    const pseudonymous = new Set(
      Object.values(studyTables).flatMap(({ columns }) =>
        columns.filter((column) => column.class === 'B').map(({ name }) => name),
      ),
    );
    const people = (await query("SELECT person, participant_id FROM 'data/participants/*.parquet'")).flatMap(
      (row) => Object.values(row).map(String),
    );
    for (const folder of ['public', 'tables'])
      for (const name of readdirSync(join(study, folder))) {
        const text = readFileSync(join(study, folder, name), 'utf8');
        for (const person of people)
          expect(text, `${folder}/${name}`).not.toMatch(new RegExp(`\\b${person}\\b`));
        if (folder === 'public' && name.endsWith('.csv'))
          for (const column of (text.split('\r\n')[0] ?? '').split(','))
            expect(pseudonymous).not.toContain(column);
      }
  });

  test('publishes cells of at least k persons only, and hides no cell alone, counted anew from the data', async () => {
    const baskets = `SELECT week::VARCHAR AS week, CASE WHEN basket = 'unknown' THEN 'unread' ELSE processor END AS answer,
        count(*)::INTEGER AS n, count(DISTINCT person)::INTEGER AS persons
      FROM 'data/pages/*.parquet' WHERE step = 'basket' AND basket <> 'no' GROUP BY ALL`;
    const cells = await query(baskets);
    const shown = await query(
      "SELECT week::VARCHAR AS week, answer, n_pages, persons FROM read_csv('public/baskets-by-week.csv')",
    );
    expect(shown.length).toBeGreaterThan(8);
    for (const week of new Set(shown.map((row) => row.week))) {
      const hidden = cells.filter(
        (cell) => cell.week === week && !shown.some((row) => row.week === week && row.answer === cell.answer),
      );
      const isSaid = shown.some((row) => row.week === week && row.answer === keptBack);
      expect(isSaid, String(week)).toBe(hidden.length > 0);
      if (hidden.length > 0) {
        expect(hidden.length, String(week)).toBeGreaterThan(1);
        expect(Math.max(...hidden.map(({ persons }) => Number(persons)))).toBeGreaterThanOrEqual(k);
      }
    }
    for (const { week, answer, persons, n_pages } of shown.filter((row) => row.persons !== null)) {
      expect(Number(persons), `${week} ${answer}`).toBeGreaterThanOrEqual(k);
      const known = cells.filter(
        (cell) => cell.week === week && (answer === 'all' || cell.answer === answer),
      );
      expect(Number(n_pages)).toBe(known.reduce((sum, { n }) => sum + Number(n), 0));
    }
  });

  test('has no published row that is one person’s, whatever columns are joined', async () => {
    for (const name of readdirSync(join(study, 'public')).filter((file) => file.endsWith('.csv'))) {
      const rows = await query(
        `SELECT min(persons) AS least FROM read_csv('public/${name}') WHERE persons IS NOT NULL`,
      );
      expect(Number(rows[0]?.least), name).toBeGreaterThanOrEqual(k);
    }
  });
});
