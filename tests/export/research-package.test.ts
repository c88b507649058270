import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { describePackage } from '../../core/export/describe-package';
import { FileBeingMade, PackageTooLarge, zipPieces } from '../../core/export/package-files';
import { chainQuery, mergeQuery, packageTables } from '../../core/export/package-readme';
import type { DayMet } from '../../core/flow/count-exposure';
import { erasedRow } from '../../core/log/chain';
import type { LogRow } from '../../core/log/event';
import { builtInRulebook as rulebook } from '../../core/rulebook/built-in';
import { Held } from '../../demo/study/write-package';
import { minute } from '../builders/flows';
import {
  dataPackageIn,
  filesIn,
  flowsThatDiffer,
  lastCheckpointHolds,
  openDuck,
  opensslAccepts,
  schemaFaults,
  wrongFiles,
} from '../builders/packages';
import { type Made, packageMaker, rowsOfParticipant } from '../builders/saved-packages';
import { tempFolder } from '../builders/temp-folder';

const folder = tempFolder('packages');
let save: Awaited<ReturnType<typeof packageMaker>>;
beforeAll(async () => {
  save = await packageMaker(folder);
});

const [one, two] = ['1'.repeat(32), '2'.repeat(32)] as const;

describe('a research package, read by other tools', () => {
  let first: string;
  const whole = rowsOfParticipant(one);
  const rows = whole.map((row) =>
    row.n <= 2 || row.n % 9 === 0 ? (erasedRow(row, 'participant') as LogRow) : row,
  );
  beforeAll(async () => {
    first = await save('one', { rows, participant: one, exportId: 'a1', withheld: [4, 5] });
    await save('two', { rows: rowsOfParticipant(two), participant: two, exportId: 'b1' });
  });

  test('says of every file what it is, and nothing is unlisted', () => {
    expect(wrongFiles(first)).toEqual([]);
    writeFileSync(join(first, 'README.txt'), 'other');
    expect(wrongFiles(first)).toEqual(['README.txt']);
  });

  test('is signed: openssl takes the signature, and refuses it for anything else', () => {
    expect(opensslAccepts(first, 'datapackage.json', 'datapackage.json.sig')).toBe(true);
    expect(opensslAccepts(first, 'codebook.csv', 'datapackage.json.sig')).toBe(false);
    const head = rows.at(-1) as LogRow;
    expect(lastCheckpointHolds(first, head)).toBe(true);
    expect(lastCheckpointHolds(first, { ...head, n: head.n - 1 })).toBe(false);
  });

  test('is a Data Package by the official profile, which refuses a field without a name', () => {
    const description = JSON.parse(readFileSync(join(first, 'datapackage.json'), 'utf8'));
    expect(schemaFaults(description)).toEqual([]);
    delete description.resources[0].schema.fields[0].name;
    expect(schemaFaults(description)).not.toEqual([]);
    expect(schemaFaults({ ...description, resources: [] })).not.toEqual([]);
  });

  test('says under which terms it is given, and by which keys its rows are named and joined, which hold', async () => {
    const description = JSON.parse(readFileSync(join(first, 'datapackage.json'), 'utf8'));
    expect(description.licenses).toMatchObject([{ name: 'other-closed' }]);
    const query = await openDuck(first);
    const tableOf = (name: string) =>
      `read_parquet('${name.replace(/^events-\d+$/, 'events').replace('-', '_')}/**/*.parquet', hive_partitioning=false)`;
    const tables = description.resources.filter(({ path }: { path: string }) => path.endsWith('parquet'));
    expect(tables.length).toBeGreaterThan(4);
    for (const { name, schema } of tables) {
      const { primaryKey, uniqueKeys = [], foreignKeys = [] } = schema;
      for (const key of [primaryKey, ...uniqueKeys])
        expect(
          await query(
            `SELECT ${key} FROM ${tableOf(name)} WHERE ${key[0]} IS NOT NULL GROUP BY ALL HAVING count(*) > 1`,
          ),
          `${name}: ${key}`,
        ).toEqual([]);
      for (const { fields, reference } of foreignKeys)
        expect(
          await query(
            `SELECT ${fields} FROM ${tableOf(name)} WHERE ${fields[0]} IS NOT NULL EXCEPT SELECT ${fields} FROM ${tableOf(reference.resource)}`,
          ),
          `${name}: ${fields}`,
        ).toEqual([]);
    }
  });

  test('puts each day in WIB into a folder of its own', async () => {
    const query = await openDuck(first);
    const folders = filesIn(first).filter((path) => path.startsWith('events/'));
    expect(folders.map((path) => path.split('/').slice(0, 3).join('/'))).toEqual([
      'events/study=uji-coba/date=2026-11-24',
      'events/study=uji-coba/date=2026-11-25',
    ]);
    const days = await query(
      `SELECT DISTINCT date::VARCHAR AS date, study FROM read_parquet('events/**/*.parquet', hive_partitioning=true) ORDER BY 1`,
    );
    expect(days.map(({ date }) => date)).toEqual(['2026-11-24', '2026-11-25']);
    const strays = await query(
      `SELECT count(*)::INT AS rows FROM read_parquet('events/**/*.parquet', hive_partitioning=true) WHERE ts IS NOT NULL AND (ts AT TIME ZONE 'Asia/Jakarta')::DATE <> date`,
    );
    expect(strays).toEqual([{ rows: 0 }]);
  });

  test('has a table of flows that DuckDB works out of the events', async () => {
    const query = await openDuck(first);
    const events = `SELECT * FROM read_parquet('events/**/*.parquet')`;
    const flows = `SELECT * FROM read_parquet('flows/**/*.parquet')`;
    expect(await flowsThatDiffer(query, events, flows)).toEqual([]);
    expect(await query(`SELECT count(*)::INT AS n, bool_or(n_erased > 0) AS erased FROM (${flows})`)).toEqual(
      [{ n: 14, erased: true }],
    );
  });

  test('holds the columns that its description promises, in fitting types', async () => {
    const query = await openDuck(first);
    const fitting = {
      string: /VARCHAR/,
      integer: /INT/,
      boolean: /BOOLEAN/,
      datetime: /TIMESTAMP WITH TIME ZONE/,
      date: /DATE/,
    };
    for (const { path, schema } of dataPackageIn(first).resources.filter(({ path }) =>
      /parquet$/.test(path),
    )) {
      const columns = await query(`DESCRIBE SELECT * FROM read_parquet('${path}', hive_partitioning=false)`);
      expect(columns.map(({ column_name }) => column_name)).toEqual(schema?.fields.map(({ name }) => name));
      for (const [index, { column_type }] of columns.entries())
        expect(column_type).toMatch(fitting[schema?.fields[index]?.type as keyof typeof fitting]);
    }
  });

  test('merges with another participant’s to the counts that both promise', async () => {
    const promised = (table: string) =>
      ['one', 'two']
        .flatMap((name) => dataPackageIn(join(folder, name)).resources)
        .filter(({ path }) => path.startsWith(`${table}/`))
        .reduce((sum, { rows: count = 0 }) => sum + count, 0);
    const query = await openDuck(folder);
    for (const table of packageTables)
      expect(
        await query(`SELECT count(*)::INT AS rows, count(DISTINCT participant_id)::INT AS participants,
          count(export_id)::INT AS owned FROM (${mergeQuery(table)})`),
        table,
      ).toEqual([{ rows: promised(table), participants: 2, owned: promised(table) }]);
  });

  test('carries a chain that holds by the README’s own query, without what was erased or withheld', async () => {
    const query = await openDuck(first);
    expect(await query(chainQuery)).toEqual([
      { bad_leaves: 0n, bad_links: 0n, gaps: 0n, rows: BigInt(rows.length) },
    ]);
    const [{ shown } = {}] = await query(
      `SELECT count(body)::INT AS shown FROM read_json('chain.ndjson.gz', format='newline_delimited', columns={n:'BIGINT', body:'VARCHAR'})`,
    );
    expect(shown).toBe(rows.filter(({ erased }) => erased === null).length - 2);
  });

  test('prints its merging and checking lines in its README', async () => {
    const again = await save('read-me', { rows, participant: one, exportId: 'a3' });
    const readme = readFileSync(join(again, 'README.txt'), 'utf8');
    for (const table of packageTables) expect(readme).toContain(mergeQuery(table));
    expect(readme).toContain(chainQuery);
    for (const word of readme.match(/^[a-z][\w./-]+(?=\s{2,})/gm) ?? [])
      expect(existsSync(join(again, word)), word).toBe(true);
  });
});

describe('packages that one participant saved one after another', () => {
  const whole = rowsOfParticipant(one);
  const [flow] = whole.slice(40).map(({ body }) => JSON.parse(body ?? '{}').flow_id as string);
  const inFlow = whole.filter(({ body }) => body?.includes(`"flow_id":"${flow}"`)).map(({ n }) => n);
  const merged = async (...made: readonly Partial<Made>[]) => {
    const together = mkdtempSync(join(tmpdir(), 'again-'));
    const saveThere = await packageMaker(together);
    for (const [index, more] of made.entries())
      await saveThere(String(index), { rows: whole, participant: one, exportId: `x${index}`, ...more });
    const query = await openDuck(together);
    const [events] =
      await query(`SELECT count(*)::INT AS rows, count(event_id)::INT AS said, count(DISTINCT n)::INT AS places,
      count(*) FILTER (WHERE erased = 'withheld')::INT AS withheld, count(*) FILTER (WHERE erased = 'participant')::INT AS erased
      FROM (${mergeQuery('events')})`);
    const [flows] = await query(
      `SELECT count(*)::INT AS rows, count(DISTINCT flow_id)::INT AS flows FROM (${mergeQuery('flows')})`,
    );
    rmSync(together, { recursive: true });
    return { events, flows };
  };
  const all = { rows: whole.length, places: whole.length };

  test('give each row and flow once, withheld where the last one withholds', async () => {
    expect(await merged({}, { withheld: inFlow, revision: 1 })).toEqual({
      events: { ...all, said: whole.length - inFlow.length, withheld: inFlow.length, erased: 0 },
      flows: { rows: 13, flows: 13 },
    });
  });

  test('give back what was withheld and released again', async () => {
    expect(await merged({}, { withheld: inFlow, revision: 1 }, { revision: 2 })).toEqual({
      events: { ...all, said: whole.length, withheld: 0, erased: 0 },
      flows: { rows: 14, flows: 14 },
    });
  });

  test('give nothing of what was erased since, whatever was saved before', async () => {
    const erased = whole.map((row) =>
      inFlow.includes(row.n) ? (erasedRow(row, 'participant') as LogRow) : row,
    );
    expect(await merged({ rows: erased, revision: 3 }, {}, { revision: 2 })).toEqual({
      events: { ...all, said: whole.length - inFlow.length, withheld: 0, erased: inFlow.length },
      flows: { rows: 13, flows: 13 },
    });
  });

  test('give what was recorded since', async () => {
    expect(await merged({ rows: whole.slice(0, 60), revision: 4 }, { revision: 4 })).toMatchObject({
      events: { ...all, said: whole.length },
      flows: { rows: 14, flows: 14 },
    });
  });
});

describe('the exposure in a package', () => {
  const met: DayMet[] = [
    { date: '2026-11-23', ms: 25 * minute, pages: { 'video no': 7, 'other unknown': 2 } },
    { date: '2026-11-24', ms: 40 * minute, pages: { 'video no': 3 } },
    { date: '2026-11-26', ms: 0, pages: {} },
  ];
  const whole = rowsOfParticipant(one);
  const pagesOf = async (made: Partial<Made>, name: string) => {
    const saved = await save(name, { rows: whole, participant: one, exportId: name, met, ...made });
    const query = await openDuck(saved);
    const counts = await query(
      `SELECT date::VARCHAR AS date, kind, basket, pages FROM read_parquet('exposure_pages/**/*.parquet') ORDER BY ALL`,
    );
    const days = await query(
      `SELECT date::VARCHAR AS date, minutes_recorded, pages FROM read_parquet('exposure/**/*.parquet') ORDER BY date`,
    );
    return { query, days, counts: counts.map((row) => Object.values(row).join(' ')) };
  };

  test('counts the pages of flows and those outside them, "no" among them, and names every day', async () => {
    const { query, days, counts } = await pagesOf({}, 'met');
    expect(counts).toContain('2026-11-23 video no 7');
    expect(counts).toContain('2026-11-24 video no 3');
    expect(days).toMatchObject([
      { date: '2026-11-23', minutes_recorded: 25, pages: 9 },
      { date: '2026-11-24', minutes_recorded: 40 },
      { date: '2026-11-25', minutes_recorded: 0 },
      { date: '2026-11-26', minutes_recorded: 0, pages: 0 },
    ]);
    const worked =
      await query(`WITH folded AS (SELECT flow_id, page, min(ts) AS ts, last(kind ORDER BY seq) AS kind, last(basket ORDER BY seq) AS basket
        FROM read_parquet('events/**/*.parquet') WHERE event IN ('nav', 'step', 'verdict') GROUP BY flow_id, page)
      SELECT count(*)::INT AS pages FROM folded WHERE basket IS NOT NULL`);
    expect(days.reduce((sum, { pages }) => sum + Number(pages), 0)).toBe(Number(worked[0]?.pages) + 12);
  });

  test('loses the pages of a flow that is withheld or erased, and keeps the time', async () => {
    const { flow_id } = JSON.parse(whole[0]?.body ?? '');
    const own = whole.filter(({ body }) => body?.includes(flow_id)).map(({ n }) => n);
    const before = await pagesOf({}, 'met-before');
    const withheld = await pagesOf({ withheld: own }, 'met-withheld');
    const erased = whole.map((row) =>
      own.includes(row.n) ? (erasedRow(row, 'participant') as LogRow) : row,
    );
    expect((await pagesOf({ rows: erased }, 'met-erased')).days).toEqual(withheld.days);
    const pagesOn = (days: readonly Record<string, unknown>[]) =>
      days.reduce((sum, { pages }) => sum + Number(pages), 0);
    expect(pagesOn(before.days) - pagesOn(withheld.days)).toBe(2);
    expect(withheld.days.map((row) => row.minutes_recorded)).toEqual(
      before.days.map((row) => row.minutes_recorded),
    );
  });

  test('is all there is where no basket was met: such a package is whole, and its chain is empty', async () => {
    const { query, days } = await pagesOf({ rows: [] }, 'met-nothing');
    expect(days.map(({ pages }) => pages)).toEqual([9, 3, 0]);
    expect(await query(chainQuery)).toMatchObject([{ bad_leaves: 0n, bad_links: 0n, gaps: 0n, rows: 0n }]);
    expect(wrongFiles(join(folder, 'met-nothing'))).toEqual([]);
  });
});

describe('the judgements made again in a package', () => {
  const whole = rowsOfParticipant(one);
  /** Rules that came later, and know none of the hosts any more. */
  const later = {
    ...rulebook,
    about: { ...rulebook.about, version: '2027.01.01' },
    hosts: { ...rulebook.hosts, hosts: [], families: [], domains: [] },
  };
  const judgements = async (made: Partial<Made>, name: string) => {
    const query = await openDuck(
      await save(name, { rows: whole, participant: one, exportId: name, ...made }),
    );
    const events = `read_parquet('events/**/*.parquet') AS events`;
    const [counts] =
      await query(`SELECT count(*)::INT AS rows, count(*) FILTER (WHERE first_basket = events.basket AND first_processor = events.processor
        AND first_ruleset_version = events.ruleset_version)::INT AS first_as_in_events, any_value(new_ruleset_version) AS by,
        count(*) FILTER (WHERE first_basket <> new_basket OR first_processor <> new_processor)::INT AS changed
      FROM read_parquet('rejudgements/**/*.parquet') AS again JOIN ${events} ON again.flow_id = events.flow_id AND again.judgement = events.seq`);
    const [all] = await query(`SELECT count(*)::INT AS n FROM ${events} WHERE event IN ('step', 'verdict')`);
    return { ...counts, all: all?.n };
  };

  test('stand beside the first ones: nothing changes by the rules that judged then', async () => {
    const counts: Record<string, unknown> = await judgements({}, 'rejudged');
    expect(counts).toMatchObject({
      rows: counts.all,
      first_as_in_events: counts.all,
      changed: 0,
      by: `v${rulebook.about.version}`,
    });
    expect(Number(counts.all)).toBeGreaterThan(20);
  });

  test('show what other rules make of the same pages', async () => {
    const counts: Record<string, unknown> = await judgements({ rules: later as never }, 'rejudged-later');
    expect(counts).toMatchObject({ rows: counts.all, first_as_in_events: counts.all, by: 'v2027.01.01' });
    expect(Number(counts.changed)).toBeGreaterThan(10);
  });

  test('leave out what was withheld or erased', async () => {
    const gone = whole.filter(({ reading }) => reading !== undefined).map(({ n }) => n);
    const [withheld = 0, erased = 0] = gone;
    const rows = whole.map((row) => (row.n === erased ? (erasedRow(row, 'participant') as LogRow) : row));
    expect(await judgements({ rows, withheld: [withheld] }, 'rejudged-less')).toMatchObject({
      rows: gone.length - 2,
    });
  });
});

describe('the same record', () => {
  test('gives the same package but for what the key signs anew', async () => {
    const made = { rows: rowsOfParticipant(one), participant: one, exportId: 'd1' };
    const [before, after] = [await save('same-1', made), await save('same-2', made)];
    for (const path of filesIn(before).filter((name) => !/sig$|checkpoints|datapackage/.test(name)))
      expect(readFileSync(join(after, path)).equals(readFileSync(join(before, path))), path).toBe(true);
  });

  test('of which nothing has a day left is exported all the same', async () => {
    const rows = rowsOfParticipant(one).map((row) => erasedRow(row, 'participant') as LogRow);
    const made = await save('erased', { rows, participant: one, exportId: 'e1' });
    const query = await openDuck(made);
    expect(
      await query(
        `SELECT count(*)::INT AS n, count(erased)::INT AS erased, any_value(date) AS date FROM read_parquet('events/**/*.parquet', hive_partitioning=true)`,
      ),
    ).toEqual([{ n: rows.length, erased: rows.length, date: null }]);
    expect(wrongFiles(made)).toEqual([]);
  });
});

describe('a package beyond 4 GiB', () => {
  test('is refused instead of written wrong', () => {
    const file = new FileBeingMade('a', new Held()).close();
    const huge = { ...file, bytes: 3 * 2 ** 30 };
    expect(() => zipPieces([huge, huge], { date: 0, time: 0 })).toThrow(PackageTooLarge);
  });
});

test('a description names the study, and no path of a person', () => {
  const text = describePackage(
    {
      study: 's',
      participant: one,
      code: null,
      exportId: 'x',
      revision: 0,
      lastN: 0,
      created: '2026-11-25T00:00:00.000Z',
      extVersion: '0.1.0',
      rulesetVersion: '1',
    },
    [],
  );
  expect(JSON.parse(text)).toMatchObject({ name: 's-x', study_id: 's', resources: [] });
});
