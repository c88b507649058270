import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { findTools } from '../../demo/machine/find-tools';
// The official profile of Data Package, as version 1.1.10 of its registry package (MIT) had it; version 2 only adds to it.
import officialProfile from './data-package-profile.json';

export type Row = Record<string, unknown>;
export type Query = (sql: string) => Promise<Row[]>;

/** A DuckDB that sees files from a folder. */
export async function openDuck(folder: string): Promise<Query> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  await connection.run(`SET file_search_path = '${folder}'`);
  return async (sql) => (await connection.runAndReadAll(sql)).getRowObjects() as Row[];
}

/** Unzips a package with unzip, after it tested it; every file must be stored as it is. */
export function unpack(zip: string, into: string): void {
  findTools('unzip');
  mkdirSync(into, { recursive: true });
  execFileSync('unzip', ['-tq', zip]);
  const listed = execFileSync('unzip', ['-v', zip], { encoding: 'utf8' });
  if (/Defl/.test(listed)) throw new Error(`a file is not stored as it is:\n${listed}`);
  execFileSync('unzip', ['-q', '-o', zip, '-d', into]);
}

export const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .map((path) => relative(folder, path));

export interface DataPackage {
  readonly export_id: string;
  readonly participant_id: string;
  readonly resources: readonly {
    readonly name: string;
    readonly path: string;
    readonly bytes: number;
    readonly hash: string;
    readonly rows?: number;
    readonly schema?: { readonly fields: readonly { readonly name: string; readonly type: string }[] };
  }[];
}

export const dataPackageIn = (folder: string): DataPackage =>
  JSON.parse(readFileSync(join(folder, 'datapackage.json'), 'utf8'));

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
/** Made after datapackage.json was: it cannot list them. */
const besideIt = ['datapackage.json', 'datapackage.json.sig', 'datapackage-digest.json', 'pubkey.pem'];

/** What in a package differs from what its datapackage.json says of it: sizes, hashes, unlisted and missing files. */
export function wrongFiles(folder: string): string[] {
  const { resources } = dataPackageIn(folder);
  const listed = new Set([...besideIt, ...resources.map(({ path }) => path)]);
  const wrong = filesIn(folder).filter((path) => !listed.has(path));
  for (const { path, bytes, hash } of resources) {
    const found = readFileSync(join(folder, path));
    if (found.length !== bytes || hash !== `sha256:${sha256(found)}`) wrong.push(path);
  }
  const digest = JSON.parse(readFileSync(join(folder, 'datapackage-digest.json'), 'utf8'));
  if (digest.hash !== `sha256:${sha256(readFileSync(join(folder, 'datapackage.json')))}`)
    wrong.push('datapackage.json');
  return wrong;
}

/** Whether openssl takes a signature (DER) over a file for the package's key. */
export function opensslAccepts(folder: string, file: string, signature: string): boolean {
  findTools('openssl');
  const words = ['dgst', '-sha256', '-verify', 'pubkey.pem', '-signature', signature, file];
  return spawnSync('openssl', words, { cwd: folder, encoding: 'utf8' }).stdout.includes('Verified OK');
}

/** Whether the last checkpoint signs the chain's last row, by openssl. */
export function lastCheckpointHolds(folder: string, head: { n: number; chain: string }): boolean {
  const lines = readFileSync(join(folder, 'checkpoints.ndjson'), 'utf8').trim().split('\n');
  const last = JSON.parse(lines.at(-1) ?? '{}');
  writeFileSync(join(folder, 'checkpoint.txt'), `${last.n} ${last.chain} ${last.created}`);
  writeFileSync(join(folder, 'checkpoint.sig'), Buffer.from(last.sig, 'base64'));
  const holds = opensslAccepts(folder, 'checkpoint.txt', 'checkpoint.sig');
  return holds && last.n === head.n && last.chain === head.chain;
}

/** What version 2.0 asks for beyond it, as far as our packages use it. */
const version2 = {
  type: 'object',
  required: ['$schema', 'resources'],
  properties: {
    $schema: { const: 'https://datapackage.org/profiles/2.0/datapackage.json' },
    version: { type: 'string' },
    created: { type: 'string', format: 'date-time' },
    resources: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['name', 'path'],
        properties: {
          name: { type: 'string' },
          path: { type: 'string', pattern: '^(?!/)(?!.*\\.\\.)' },
          bytes: { type: 'integer' },
          hash: { type: 'string', pattern: '^sha256:[0-9a-f]{64}$' },
          schema: {
            type: 'object',
            required: ['fields'],
            not: { required: ['fieldsMatch'] },
            properties: {
              fields: {
                type: 'array',
                minItems: 1,
                items: {
                  type: 'object',
                  required: ['name'],
                  properties: {
                    type: { enum: ['string', 'integer', 'boolean', 'datetime', 'date'] },
                    categories: { type: 'array', items: { type: 'object', required: ['value', 'label'] } },
                  },
                },
              },
            },
          },
        },
      },
    },
  },
};

function faultsBy(schemas: readonly Record<string, unknown>[], description: unknown): string[] {
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats(ajv);
  // A hint for forms in the official profile; it constrains nothing.
  ajv.addFormat('textarea', true);
  return schemas.flatMap(({ $schema: _draft, ...schema }) => {
    const isValid = ajv.compile(schema);
    if (isValid(description)) return [];
    return (isValid.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
  });
}

/** What ajv has to say against a package's datapackage.json; nothing where it is fine. */
export const schemaFaults = (description: unknown): string[] =>
  faultsBy([officialProfile, version2], description);

/** What ajv has to say against any datapackage.json by the official profile alone. */
export const profileFaults = (description: unknown): string[] => faultsBy([officialProfile], description);

/** The table of flows as DuckDB works it out from events: what the package's own table must equal. */
const flowsFromEvents = (events: string): string => `
  WITH rows AS (SELECT * FROM (${events}) WHERE flow_id IS NOT NULL),
  judged AS (SELECT flow_id, page, last(basket ORDER BY seq) AS basket, last(processor ORDER BY seq) AS processor,
      max(seq) AS seq, last(ruleset_version ORDER BY seq) AS ruleset_version
    FROM rows WHERE event IN ('step', 'verdict') GROUP BY flow_id, page),
  pages AS (SELECT flow_id, count(*)::INTEGER AS n_steps, string_agg(processor, ' ' ORDER BY page) AS processors,
      bool_or(processor = 'tokopedia') AS tokopedia_seen, min(page) FILTER (WHERE processor = 'tokopedia') AS first_tokopedia_page,
      last(basket ORDER BY page) FILTER (WHERE basket <> 'unknown') AS basket,
      last(processor ORDER BY page) FILTER (WHERE processor NOT IN ('unknown', 'none')) AS processor,
      last(processor ORDER BY page) AS last_processor, last(ruleset_version ORDER BY seq) AS ruleset_version
    FROM judged GROUP BY flow_id),
  flows AS (SELECT flow_id, first(study_id) AS study_id, first(participant_id) AS participant_id,
      first(session_id ORDER BY n) AS session_id, first(ts ORDER BY n) AS started, last(ts ORDER BY n) AS ended, max(t_rel_ms) AS duration_ms,
      coalesce(last(end_reason ORDER BY n) FILTER (WHERE end_reason IS NOT NULL), 'open') AS end_reason,
      (max(seq) + 1)::INTEGER AS n_events, (count(DISTINCT host))::INTEGER AS n_hosts,
      (count(DISTINCT page) FILTER (WHERE event IN ('nav', 'step', 'verdict')))::INTEGER AS n_pages,
      (count(*) FILTER (WHERE event = 'drift'))::INTEGER AS n_drift,
      (count(*) FILTER (WHERE event = 'unread'))::INTEGER AS n_unread,
      first(ruleset_version ORDER BY n) AS first_ruleset,
      last(note ORDER BY n) FILTER (WHERE note IS NOT NULL) AS user_label,
      (max(seq) + 1 - count(*))::INTEGER AS n_erased
    FROM rows GROUP BY flow_id)
  SELECT flows.* EXCLUDE (first_ruleset), coalesce(n_steps, 0) AS n_steps, processors, coalesce(tokopedia_seen, false) AS tokopedia_seen,
    first_tokopedia_page, coalesce(basket, 'unknown') AS basket, coalesce(processor, last_processor, 'unknown') AS processor,
    coalesce(ruleset_version, first_ruleset) AS ruleset_version
  FROM flows LEFT JOIN pages USING (flow_id)`;

const flowColumns =
  'flow_id, study_id, participant_id, session_id, started, ended, duration_ms, end_reason, n_events, n_pages, n_steps, processors, n_hosts, tokopedia_seen, first_tokopedia_page, basket, processor, n_drift, n_unread, ruleset_version, user_label, n_erased';

/** Rows of one side that the other lacks, in a table of flows and what DuckDB works out of the events. */
export const flowsThatDiffer = async (query: Query, events: string, flows: string): Promise<Row[]> =>
  query(`
    (SELECT ${flowColumns} FROM (${flowsFromEvents(events)}) EXCEPT ALL SELECT ${flowColumns} FROM (${flows}))
    UNION ALL
    (SELECT ${flowColumns} FROM (${flows}) EXCEPT ALL SELECT ${flowColumns} FROM (${flowsFromEvents(events)}))`);
