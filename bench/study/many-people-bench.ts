import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';

// How long a study's queries take with many people: the demo study (`npm run study:demo`) is copied until it has as many
// as asked, each copy as people of their own, and every query is timed on DuckDB, and on chdb and Spark where
// `npm run test:ecosystem` has installed them: `tsx bench/study/many-people-bench.ts [PEOPLE]`.

const root = join(import.meta.dirname, '../..');
const demo = join(root, 'artifacts/study-demo/study');
const python = join(root, 'artifacts/ecosystem/bin/python');
const people = Number(process.argv[2] ?? '10000');
if (!existsSync(join(demo, 'data'))) throw new Error('the demo study is not there: npm run study:demo');
const folder = mkdtempSync(join(tmpdir(), 'many-people-'));

/** Makes its ids those of another person. */
const asOther = (column: string): string => `${column} || '-' || copy AS ${column}`;
const ids = [
  'person',
  'participant_id',
  'participant_code',
  'export_id',
  'flow_id',
  'session_id',
  'event_id',
];

async function copyStudy(): Promise<void> {
  const connection = await (await DuckDBInstance.create(':memory:', { memory_limit: '2GB' })).connect();
  const [[persons] = []] = (
    await connection.runAndReadAll(`SELECT count(DISTINCT person) FROM '${demo}/data/participants/*.parquet'`)
  ).getRowsJS();
  const copies = Math.ceil(people / Number(persons));
  for (const table of readdirSync(join(demo, 'data')).filter((name) => !name.includes('.'))) {
    mkdirSync(join(folder, 'data', table), { recursive: true });
    const source = `read_parquet('${demo}/data/${table}/*.parquet')`;
    const columns = (await connection.runAndReadAll(`DESCRIBE SELECT * FROM ${source}`)).getRowsJS();
    const own = ids.filter((id) => columns.some(([name]) => name === id));
    // A hundred copies a file: about as large as the command's own.
    for (let from = 0; from < copies; from += 100)
      await connection.run(
        `COPY (SELECT t.* REPLACE (${own.map(asOther).join(', ')}) FROM range(${from}, ${Math.min(from + 100, copies)}) AS r(copy), ${source} AS t)
         TO '${folder}/data/${table}/part-${String(from / 100 + 1).padStart(4, '0')}.parquet' (FORMAT parquet, COMPRESSION zstd)`,
      );
    const [[rows] = []] = (
      await connection.runAndReadAll(`SELECT count(*) FROM '${folder}/data/${table}/*.parquet'`)
    ).getRowsJS();
    const files = readdirSync(join(folder, 'data', table));
    const bytes = files.reduce((sum, name) => sum + statSync(join(folder, 'data', table, name)).size, 0);
    console.log(
      `${table.padEnd(16)}${Number(rows).toLocaleString('en').padStart(14)} rows ${(bytes / 1e6).toFixed(0).padStart(6)} MB`,
    );
  }
  connection.closeSync();
}

async function timeDuck(queries: readonly string[]): Promise<Map<string, number>> {
  const connection = await (await DuckDBInstance.create(':memory:', { memory_limit: '1GB' })).connect();
  const load = readFileSync(join(folder, 'sql/load/duckdb.sql'), 'utf8');
  await connection.run(load.replaceAll("'data/", `'${folder}/data/`));
  const times = new Map<string, number>();
  for (const name of queries) {
    const begun = performance.now();
    await connection.runAndReadAll(readFileSync(join(folder, `sql/${name}.sql`), 'utf8'));
    times.set(name, (performance.now() - begun) / 1000);
  }
  connection.closeSync();
  return times;
}

/** Times by an engine's own runner; none where it is not installed. */
function timeElsewhere(engine: 'chdb' | 'spark'): Map<string, number> {
  if (!existsSync(python)) return new Map();
  const answers = join(folder, engine);
  mkdirSync(answers);
  const runner = join(root, `tests/ecosystem/run_${engine}.py`);
  const env = { ...process.env, SPARK_LOCAL_IP: '127.0.0.1' };
  const ran = spawnSync(python, [runner, folder, answers], { encoding: 'utf8', env });
  if (ran.status !== 0) console.log(`${engine}: ${ran.stderr.slice(-500)}`);
  const told = ran.stdout.split('\n').flatMap((line) => {
    const [, name, seconds] = /^(\S+) took ([\d.]+) s$/.exec(line) ?? [];
    return name === undefined ? [] : [[name, Number(seconds)] as const];
  });
  return new Map(told);
}

try {
  await copyStudy();
  cpSync(join(demo, 'sql'), join(folder, 'sql'), { recursive: true });
  const queries = readdirSync(join(folder, 'sql'))
    .filter((name) => name.endsWith('.sql'))
    .map((name) => basename(name, '.sql'))
    .toSorted();
  const engines = {
    DuckDB: await timeDuck(queries),
    chdb: timeElsewhere('chdb'),
    Spark: timeElsewhere('spark'),
  };
  const line = (name: string, cells: readonly string[]) =>
    console.log(`${name.padEnd(26)}${cells.map((cell) => cell.padStart(9)).join('')}`);
  line('\nseconds', Object.keys(engines));
  const told = (seconds: number | undefined) => seconds?.toFixed(2) ?? '–';
  for (const name of queries)
    line(
      name,
      Object.values(engines).map((times) => told(times.get(name))),
    );
  const all = (times: ReadonlyMap<string, number>) =>
    times.size === 0 ? undefined : [...times.values()].reduce((sum, seconds) => sum + seconds, 0);
  line(
    'all',
    Object.values(engines).map((times) => told(all(times))),
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
