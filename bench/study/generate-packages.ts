import { createHash } from 'node:crypto';
import {
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { DuckDBInstance } from '@duckdb/node-api';
import { zipTimeOf } from '../../core/bundle/zip/write-zip';
import { describePackage, type MadeFile, type PackageAbout } from '../../core/export/describe-package';
import { FileBeingMade, zipPieces } from '../../core/export/package-files';
import type { TableName } from '../../core/log/codebook';
import { rulesetVersion } from '../../core/log/ruleset-version';
import { builtInRulebook } from '../../core/rulebook/built-in';
import { makeTemplate, study } from './template';

// Many packages for measuring the merge: the rows of one made record, multiplied, in the schema and the file layout of real
// packages, a file a day. They have no chain and no signature: their checks.json stands for what checking would have said.
// `tsx bench/study/generate-packages.ts FOLDER [PARTICIPANTS] [EARLIER]`; what is in it stands in its manifest.json.

const [folder = '', people = '500', before = '100', daysWanted = '60', walksADay = '42'] =
  process.argv.slice(2);
if (folder === '')
  throw new Error('usage: generate-packages FOLDER [PARTICIPANTS] [EARLIER] [DAYS] [WALKS A DAY]');
const participants = Number(people);
const earlier = Number(before);
const days = Number(daysWanted);
/** Of the later copies alone, one row in so many is erased. */
const erasedOneIn = 200;

const hex = (text: string, length: number) =>
  createHash('sha256').update(text).digest('hex').slice(0, length);
rmSync(folder, { recursive: true, force: true });
mkdirSync(join(folder, 'packages'), { recursive: true });
const place = join(folder, 'making');
mkdirSync(place);
await makeTemplate(join(place, 'template'), { days, walksADay: Number(walksADay) });

const instance = await DuckDBInstance.create(':memory:', {
  memory_limit: '1GB',
  threads: '2',
  preserve_insertion_order: 'true',
});
const connection = await instance.connect();
const rows = async (sql: string) => (await connection.runAndReadAll(sql)).getRowObjectsJS();
const tables = ['events', 'flows', 'exposure', 'exposure_pages', 'rejudgements'] as const;
for (const table of tables)
  await connection.run(
    `CREATE TABLE ${table} AS SELECT *${table === 'events' ? ', row_number() OVER () AS place' : ''} FROM read_parquet('${place}/template/${table}/**/*.parquet', hive_partitioning=${table === 'events'})`,
  );

/** Ids of one participant in place of the template's: each another random one. */
const idOf = (column: string, who: string) => `CAST(CAST(md5('${who}' || ${column}) AS UUID) AS VARCHAR)`;
const contents = `SELECT column_name FROM (DESCRIBE events) WHERE column_name NOT IN ('n', 'chain', 'erased', 'study_id', 'participant_id', 'participant_code', 'export_id', 'place', 'date', 'study')`;
const said = (await rows(contents)).map(({ column_name }) => String(column_name));

class Held {
  readonly chunks: Uint8Array[] = [];
  readonly take = (bytes: Uint8Array): void => void this.chunks.push(bytes);
}

const noChain = gzipSync('');
const manifest = {
  participants,
  earlier_exports: earlier,
  files: 0,
  rows_given: 0,
  rows: 0,
  erased: 0,
  flows: 0,
  pages: 0,
  contacts: 0,
  exposure_days: 0,
  bytes: 0,
};
const checks: { readonly index: number; readonly name: string; readonly sha256: string }[] = [];
/** Where the exports of a participant end. */
const endsOf = new Map<number, number[]>();
const chainAt = (index: number, n: number): [number, string] => [n, hex(`${index} ${n}`, 64)];
for (let index = 0; index < participants; index += 1) {
  if (index < earlier) await writePackage(index, Math.ceil(days / 2), false);
  await writePackage(index, days, true);
  if (index % 25 === 24) process.stderr.write(`generate: ${index + 1} of ${participants} participants\n`);
}
writeFileSync(
  join(folder, 'checks.json'),
  JSON.stringify({
    tool: `di-balik-keranjang ${JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8')).version}`,
    from: null,
    to: null,
    received: null,
    packages: checks.map(({ index, ...one }) => ({
      ...one,
      key: hex(`key ${index}`, 64),
      ends: (endsOf.get(index) ?? []).map((n) => chainAt(index, n)),
      outcome: 'holds',
      findings: [],
    })),
  }),
);
writeFileSync(join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
rmSync(place, { recursive: true });
process.stdout.write(`${JSON.stringify(manifest, null, 2)}\n`);

async function writePackage(index: number, ofDays: number, isLatest: boolean): Promise<void> {
  const who = hex(`participant ${index}`, 32);
  const exportId = hex(`export ${index} ${isLatest}`, 12);
  const at = join(place, 'package');
  rmSync(at, { recursive: true, force: true });
  mkdirSync(at);
  const until = `(SELECT max(date) FROM (SELECT DISTINCT date FROM events ORDER BY date LIMIT ${ofDays}))`;
  const ids = ['event_id', 'flow_id', 'session_id'];
  const gone = isLatest ? `hash('${who}' || n) % ${erasedOneIn} = 0` : 'false';
  const owned = `'${who}' AS participant_id, 'P${index}' AS participant_code, '${exportId}' AS export_id`;
  const events = `SELECT * REPLACE (${owned}, sha256('${who}' || chain) AS chain, CASE WHEN ${gone} THEN 'participant' END AS erased,
    ${said.map((name) => `CASE WHEN NOT (${gone}) THEN ${ids.includes(name) ? idOf(name, who) : name} END AS ${name}`).join(', ')})
    FROM events WHERE date <= ${until}`;
  await connection.run(`CREATE OR REPLACE TEMP TABLE own AS ${events}`);
  await connection.run(
    `COPY (SELECT * EXCLUDE (place, study) FROM own ORDER BY place) TO '${at}/events' (FORMAT parquet, COMPRESSION snappy, PARTITION_BY (date))`,
  );
  const ofOthers = {
    flows: `SELECT * REPLACE (${owned}, ${idOf('flow_id', who)} AS flow_id, ${idOf('session_id', who)} AS session_id) FROM flows`,
    rejudgements: `SELECT * REPLACE (${owned}, ${idOf('flow_id', who)} AS flow_id) FROM rejudgements`,
    exposure: `SELECT * REPLACE (${owned}) FROM exposure WHERE date <= ${until}`,
    exposure_pages: `SELECT * REPLACE (${owned}) FROM exposure_pages WHERE date <= ${until}`,
  };
  for (const [table, sql] of Object.entries(ofOthers)) {
    // A flow of which nothing is left is in no table of flows.
    const left =
      table === 'flows' || table === 'rejudgements' ? ` WHERE flow_id IN (SELECT flow_id FROM own)` : '';
    await connection.run(
      `COPY (SELECT * FROM (${sql})${left}) TO '${at}/${table}.parquet' (FORMAT parquet, COMPRESSION snappy)`,
    );
  }
  await zip({ index, who, exportId, isLatest, at });
}

/** Counts of a package's own rows, by other queries than the merge's. */
async function count(isLatest: boolean): Promise<{ rows: number; files: number }> {
  const [found] = await rows(`SELECT count(*) AS rows, count(erased) AS erased, count(DISTINCT date) AS files,
    count(DISTINCT CASE WHEN event IN ('nav', 'step', 'verdict') AND page IS NOT NULL THEN flow_id || ' ' || page END) AS pages,
    count(CASE WHEN event = 'host_contacted' THEN 1 END) AS contacts, count(DISTINCT flow_id) AS flows FROM own`);
  const value = (name: string) => Number(found?.[name]);
  manifest.files += value('files');
  manifest.rows_given += value('rows');
  if (isLatest) {
    manifest.rows += value('rows');
    for (const name of ['erased', 'pages', 'contacts', 'flows'] as const) manifest[name] += value(name);
    manifest.exposure_days += Number(
      (await rows(`SELECT count(*) AS n FROM exposure WHERE date <= (SELECT max(date) FROM own)`))[0]?.n,
    );
  }
  return { rows: value('rows'), files: value('files') };
}

interface Making {
  readonly index: number;
  readonly who: string;
  readonly exportId: string;
  readonly isLatest: boolean;
  readonly at: string;
}

async function zip({ index, who, exportId, isLatest, at }: Making): Promise<void> {
  const counted = await count(isLatest);
  const about: PackageAbout = {
    ...{
      study,
      participant: who,
      code: `P${index}`,
      exportId,
      revision: isLatest ? 1 : 0,
      lastN: counted.rows,
    },
    ...{
      created: '2026-11-25T12:00:00.000Z',
      extVersion: '0.1.0',
      rulesetVersion: rulesetVersion(builtInRulebook.about.version),
    },
  };
  const files: MadeFile<Held>[] = [];
  const add = (path: string, bytes: Uint8Array, name: string, table?: TableName) => {
    const file = new FileBeingMade(path, new Held());
    file.take(bytes);
    files.push({ ...file.close(), name, ...(table && { table }) });
  };
  const part = `part-${who}-${exportId}`;
  const folders = readdirSync(join(at, 'events')).sort();
  for (const [number, day] of folders.entries()) {
    const [file = ''] = readdirSync(join(at, 'events', day));
    add(
      `events/study=${study}/${day}/${part}-${number + 1}.parquet`,
      readFileSync(join(at, 'events', day, file)),
      `events-${number + 1}`,
      'events',
    );
  }
  for (const table of tables.filter((name) => name !== 'events'))
    add(
      `${table}/study=${study}/${part}.parquet`,
      readFileSync(join(at, `${table}.parquet`)),
      table.replace('_', '-'),
      table,
    );
  add('chain.ndjson.gz', noChain, 'chain', 'chain');
  const description = new FileBeingMade('datapackage.json', new Held());
  description.take(describePackage(about, files));
  const name = `uji_${study}_${who.slice(0, 8)}_${exportId}.zip`;
  const sha256 = createHash('sha256');
  const out = openSync(join(folder, 'packages', name), 'w');
  const pieces = zipPieces([description.close(), ...files], zipTimeOf(about.created));
  for (const bytes of pieces.flatMap((piece) => (piece instanceof Held ? piece.chunks : [piece]))) {
    sha256.update(bytes);
    manifest.bytes += bytes.length;
    for (let written = 0; written < bytes.length; ) written += writeSync(out, bytes, written);
  }
  closeSync(out);
  const ends = [...(endsOf.get(index) ?? []), counted.rows];
  endsOf.set(index, ends);
  checks.push({ index, name, sha256: sha256.digest('hex') });
}
