import { createWriteStream, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { beforeAll, describe, expect, test } from 'vitest';
import { codebookCsv } from '../../core/export/codebook-csv';
import { asRecord, exportedFields, exportRow } from '../../core/export/export-row';
import { ParquetTable } from '../../core/export/parquet-table';
import { to4catCsv } from '../../core/export/to-4cat-csv';
import { toChain } from '../../core/export/to-chain';
import { csvLine, csvValue, forPeople, toCsv } from '../../core/export/to-csv';
import { toNdjson } from '../../core/export/to-ndjson';
import { erasedRow } from '../../core/log/chain';
import type { LogRow } from '../../core/log/event';
import { builtInRulebook as rulebook } from '../../core/rulebook/built-in';
import { demoPageSeen, minute, owner, place, recordAll, rowsOf, start } from '../builders/flows';
import { tempFolder } from '../builders/temp-folder';

const seen = (name: string, tabId: number, ts: number) => demoPageSeen(name, { tabId, ts });
const flowsSeen = Array.from({ length: 20 }, (_none, index) => [
  seen('video-basket', index, start + index * minute),
  seen('shop-id-product', index, start + index * minute + 20_000),
  { what: 'left', tabId: index, ts: start + index * minute + 40_000 } as const,
]).flat();
const whole = rowsOf(recordAll(flowsSeen).events);
/** 40 rows erased by the participant, as they lie in the store. */
const log = whole.map((row) => (row.n % 6 === 0 && row.n <= 240 ? erasedRow(row, 'participant') : row));
const withheld = new Set([1, 2, 3]);
const isWithheld = ({ n }: Pick<LogRow, 'n'>) => withheld.has(n);

async function* from<T>(list: readonly T[]): AsyncGenerator<T> {
  yield* list;
}
const rows = (of: readonly LogRow[] = log) => from(of.map((row) => exportRow(row, place, isWithheld(row))));
const textOf = async (chunks: AsyncIterable<string>) => {
  let text = '';
  for await (const chunk of chunks) text += chunk;
  return text;
};

async function toParquet(take: (bytes: Uint8Array) => void): Promise<void> {
  const table = new ParquetTable(take, 'x1');
  for await (const row of rows()) table.add(row);
  table.close();
}

const folder = tempFolder('exports');
let query: (sql: string) => Promise<Record<string, unknown>[]>;
const file = (name: string) => join(folder, name);

beforeAll(async () => {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  query = async (sql) => (await connection.runAndReadAll(sql)).getRowObjects() as Record<string, unknown>[];
  writeFileSync(file('events.csv'), await textOf(toCsv(rows())));
  writeFileSync(file('events.ndjson'), await textOf(toNdjson(rows())));
  writeFileSync(file('chain.ndjson'), await textOf(toChain(from(log), owner, isWithheld)));
  writeFileSync(file('4cat.csv'), await textOf(to4catCsv(rows())));
  writeFileSync(file('codebook.csv'), codebookCsv(rulebook));
  const out = createWriteStream(file('events.parquet'));
  await toParquet((bytes) => void out.write(bytes));
  await new Promise((resolve) => out.end(resolve));
});

const chain = `read_json('CHAIN', format='newline_delimited', columns={n:'BIGINT', salt:'VARCHAR', body:'VARCHAR', leaf:'VARCHAR', chain:'VARCHAR', erased:'VARCHAR'})`;
const faultsIn = async (name: string) => {
  const from = chain.replace('CHAIN', file(name));
  const [found] = await query(`
    WITH linked AS (SELECT *, lag(chain, 1, repeat('0', 64)) OVER (ORDER BY n) AS before, lag(n, 1, 0) OVER (ORDER BY n) AS n_before FROM ${from})
    SELECT count(*) FILTER (WHERE erased IS NULL AND sha256(salt || body) <> leaf) AS leaves,
           count(*) FILTER (WHERE sha256(before || leaf) <> chain) AS links,
           count(*) FILTER (WHERE n <> n_before + 1) AS gaps, count(*) AS rows FROM linked`);
  return found;
};

describe('the exports, read by DuckDB', () => {
  test('agree in CSV, NDJSON and Parquet', async () => {
    const of = (source: string) =>
      query(
        `SELECT count(*)::INT AS rows, count(DISTINCT flow_id)::INT AS flows, sum(seq)::INT AS seqs, count(erased)::INT AS erased FROM ${source}`,
      );
    const [parquet] = await of(`read_parquet('${file('events.parquet')}')`);
    expect(await of(`read_csv('${file('events.csv')}')`)).toEqual([parquet]);
    expect(await of(`read_json('${file('events.ndjson')}')`)).toEqual([parquet]);
    expect(parquet).toMatchObject({ rows: log.length, flows: 20, erased: 43 });
  });

  test('have the columns and types that the codebook promises', async () => {
    const columns = await query(`DESCRIBE SELECT * FROM read_parquet('${file('events.parquet')}')`);
    const types = {
      string: 'VARCHAR',
      int32: 'INTEGER',
      int64: 'BIGINT',
      boolean: 'BOOLEAN',
      date: 'DATE',
    } as const;
    expect(columns.map(({ column_name, column_type }) => [column_name, column_type])).toEqual(
      exportedFields.map(({ name, type }) => [
        name,
        type === 'timestamp' ? expect.stringMatching(/^TIMESTAMP/) : types[type],
      ]),
    );
    const listed = await query(
      `SELECT DISTINCT field FROM read_csv('${file('codebook.csv')}', all_varchar=true) WHERE "table" = 'events'`,
    );
    expect(listed).toHaveLength(exportedFields.length);
  });

  test('keep the rulebook’s version what it is, also where a reader of CSV guesses types', async () => {
    const version = 'SELECT DISTINCT typeof(ruleset_version) AS type, ruleset_version AS version FROM';
    const [csv] = await query(
      `${version} read_csv('${file('events.csv')}') WHERE ruleset_version IS NOT NULL`,
    );
    const [parquet] = await query(
      `${version} read_parquet('${file('events.parquet')}') WHERE ruleset_version IS NOT NULL`,
    );
    expect(csv).toEqual({ type: 'VARCHAR', version: `v${rulebook.about.version}` });
    expect(parquet).toEqual(csv);
  });

  test('hold only values that the codebook names', async () => {
    for (const { name } of exportedFields.filter(
      ({ categories, name }) => categories && name !== 'drift_found',
    )) {
      const unnamed = await query(`
        SELECT DISTINCT "${name}" AS value FROM read_parquet('${file('events.parquet')}') WHERE "${name}" IS NOT NULL
        EXCEPT SELECT value FROM read_csv('${file('codebook.csv')}', all_varchar=true) WHERE field = '${name}'`);
      expect(unnamed, name).toEqual([]);
    }
  });

  test('carry a chain that holds, with 40 rows erased and 3 withheld', async () => {
    expect(await faultsIn('chain.ndjson')).toEqual({
      leaves: 0n,
      links: 0n,
      gaps: 0n,
      rows: BigInt(log.length),
    });
  });

  test('show one edited row as one bad leaf, and one cut row as one bad link', async () => {
    const edited = log.map((row) => (row.n === 7 ? { ...row, body: `${row.body} ` } : row));
    writeFileSync(file('edited.ndjson'), await textOf(toChain(from(edited), owner)));
    expect(await faultsIn('edited.ndjson')).toMatchObject({ leaves: 1n, links: 0n });
    writeFileSync(file('cut.ndjson'), await textOf(toChain(from(log.filter(({ n }) => n !== 7)), owner)));
    expect(await faultsIn('cut.ndjson')).toMatchObject({ leaves: 0n, links: 1n, gaps: 1n });
  });

  test('give 4CAT a post for each judged step', async () => {
    const posts = await query(`SELECT * FROM read_csv('${file('4cat.csv')}')`);
    const steps = log.filter(
      ({ n, body }) => body !== null && !withheld.has(n) && /"event":"(step|verdict)"/.test(body),
    );
    expect(posts).toHaveLength(steps.length);
    expect(Object.keys(posts[0] ?? {})).toEqual(
      expect.arrayContaining(['thread_id', 'body', 'subject', 'timestamp']),
    );
  });
});

describe('an exported row', () => {
  test('leaves class C in the browser', async () => {
    expect(await textOf(toNdjson(rows()))).not.toContain('"reading"');
    expect(whole.some(({ reading }) => reading !== undefined)).toBe(true);
    expect(await textOf(toChain(from(whole), owner))).not.toMatch(/reading\\*"|wasRead/);
    expect(exportedFields.some((field) => field.class === 'C')).toBe(false);
  });

  test('of an erased or withheld event holds its place and whose it is, and nothing else', () => {
    const said = ['study_id', 'participant_id', 'n', 'chain', 'erased', 'export_id'];
    for (const row of [exportRow(log[5] as LogRow, place), exportRow(log[0] as LogRow, place, true)].map(
      asRecord,
    ))
      expect(Object.keys(row).filter((name) => row[name] !== null)).toEqual(said);
  });

  test('is the same, byte for byte, every time', async () => {
    const parquet = async () => {
      const parts: Buffer[] = [];
      await toParquet((bytes) => void parts.push(Buffer.from(bytes)));
      return Buffer.concat(parts).toString('base64');
    };
    expect(await parquet()).toBe(await parquet());
    expect(await textOf(toCsv(rows()))).toBe(await textOf(toCsv(rows())));
  });
});

describe('a CSV for people', () => {
  test('opens in a spreadsheet of their language: separator, decimal sign and mark', async () => {
    const values = [0.25, 12, 'a,b', 'c;d', null, true, '=1'];
    expect(csvLine(values, forPeople('id'))).toBe('0,25;12;"a,b";"c;d";;true;\'=1\r\n');
    expect(csvLine(values, forPeople('en'))).toBe('0.25,12,"a,b","c;d",,true,\'=1\r\n');
    expect((await textOf(toCsv(rows(), forPeople('id')))).charCodeAt(0)).toBe(0xfeff);
    expect((await textOf(toCsv(rows()))).charCodeAt(0)).not.toBe(0xfeff);
  });
});

describe('a value in CSV', () => {
  test.each([
    ['=1+1', "'=1+1"],
    ['+62', "'+62"],
    ['-2', "'-2"],
    ['@x', "'@x"],
    ['\tx', "'\tx"],
    ['\uff1d1+1', "'\uff1d1+1"],
    [-2, '-2'],
    [null, ''],
    ['a,b', '"a,b"'],
    ['say "x"', '"say ""x"""'],
    ['two\r\nlines', '"two\r\nlines"'],
    ['plain', 'plain'],
  ])('%j is written as %j', (value, text) => {
    expect(csvValue(value)).toBe(text);
  });
});
