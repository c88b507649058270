import { flowFields } from '../../core/export/flow-rows';
import { bodyFields, codebook, type FieldRule, type TableName } from '../../core/log/codebook';
import { personalShape } from '../../core/log/guard';
import { participantCode } from '../../core/log/participant-code';
import { madeByUs } from '../../core/log/whitelist';
import type { ReadChain } from './check-chain';
import type { Unpacked } from './check-files';
import { type Description, tableOf } from './description';
import { type Duck, DuckFault, type DuckRow, quoted } from './duck';
import type { Findings } from './finding';
import { duckTypes, noRows, packageRows } from './merge-sql';

/** The tables that are Parquet. */
const parquetTables = ['events', 'flows', 'exposure', 'exposure_pages', 'rejudgements'] as const;
type ParquetTable = (typeof parquetTables)[number];

interface Tables {
  readonly duck: Duck;
  readonly said: Description;
  readonly unpacked: Unpacked;
  readonly findings: Findings;
}

const fieldsOf = (table: TableName): readonly FieldRule[] =>
  codebook.tables[table].fields.filter((field) => field.class !== 'C');

const pathsOf = ({ said, unpacked }: Tables, table: TableName): string[] =>
  said.resources.flatMap((resource) =>
    tableOf(resource) === table ? (unpacked.get(resource.path) ?? []) : [],
  );

/** Which file of the package a path on the disk is. */
const givenAs = ({ unpacked }: Tables, onDisk: unknown): string | null =>
  [...unpacked].find(([, path]) => path === onDisk)?.[0] ?? null;

/**
 * Whether every table can be read, has the columns of its schema and the rows that are listed: only then the others can be
 * looked at.
 */
export async function checkShape(tables: Tables): Promise<boolean> {
  const { duck, said, unpacked, findings } = tables;
  let isReadable = true;
  for (const resource of said.resources) {
    const table = tableOf(resource);
    const path = unpacked.get(resource.path);
    if (path === undefined || table === undefined || table === 'chain') continue;
    const place = { file: resource.path };
    try {
      const [counted] = await duck.rows(`SELECT num_rows AS n FROM parquet_file_metadata(${quoted(path)})`);
      if (Number(counted?.n) !== resource.rows)
        findings.add(
          'file-rows',
          `${resource.path} has ${counted?.n} rows, ${resource.rows} are listed`,
          place,
        );
      const columns = await duck.rows(`DESCRIBE SELECT * FROM ${packageRows([path])}`);
      const found = columns.map(({ column_name, column_type }) => `${column_name} ${column_type}`);
      const wanted = fieldsOf(table).map(({ name, type }) => `${name} ${typeNames[type]}`);
      if (found.join() === wanted.join()) continue;
      const [other] = [
        ...found.filter((one) => !wanted.includes(one)),
        ...wanted.filter((one) => !found.includes(one)),
      ];
      findings.add(
        'schema-version',
        `${resource.path} has other columns than its schema (${other ?? 'their order'})`,
        place,
      );
    } catch (error) {
      if (!(error instanceof DuckFault && error.isOfData)) throw error;
      findings.add('file-rows', `${resource.path} is no Parquet that can be read`, place);
    }
    isReadable = false;
  }
  for (const table of parquetTables)
    if (pathsOf(tables, table).length === 0 && (table !== 'events' || said.last_n > 0)) {
      findings.add('file-missing', `there is no table of ${table}`, { file: `${table}/` });
      isReadable = false;
    }
  return isReadable;
}

const typeNames: Readonly<Record<FieldRule['type'], string>> = {
  ...duckTypes,
  timestamp: 'TIMESTAMP WITH TIME ZONE',
};

/** Whose rows the tables hold: all of the one participant, study and export. */
export async function checkOwners(tables: Tables): Promise<void> {
  const { duck, said, findings } = tables;
  for (const table of parquetTables) {
    const paths = pathsOf(tables, table);
    if (paths.length === 0) continue;
    const hasCode = fieldsOf(table).some(({ name }) => name === 'participant_code');
    const foreign =
      await duck.rows(`SELECT any_value(filename) AS file, study_id, participant_id, export_id, count(*) AS n
      FROM ${packageRows(paths, 'filename=true')} WHERE study_id IS DISTINCT FROM ${quoted(said.study_id)}
        OR participant_id IS DISTINCT FROM ${quoted(said.participant_id)} OR export_id IS DISTINCT FROM ${quoted(said.export_id)}
        ${hasCode ? `OR participant_code IS DISTINCT FROM ${said.participant_code === null ? 'NULL' : quoted(said.participant_code)}` : ''}
      GROUP BY study_id, participant_id, export_id ORDER BY study_id, participant_id, export_id`);
    for (const row of foreign)
      findings.add(
        'foreign-rows',
        `${row.n} rows of ${table} are of study ${row.study_id}, participant ${row.participant_id}, export ${row.export_id}, or of another code`,
        { file: givenAs(tables, row.file) },
      );
  }
}

const sameField = ({ name, type }: FieldRule): string =>
  type === 'timestamp'
    ? `epoch_ms(e.${name}) IS DISTINCT FROM s.b.${name}`
    : `e.${name} IS DISTINCT FROM s.b.${name}`;

/** Puts the events and what the chain says of them where they are compared. */
async function loadEvents(tables: Tables): Promise<void> {
  const { duck } = tables;
  const chain = pathsOf(tables, 'chain');
  const types = bodyRules.map(
    ({ name, type }) => `"${name}":"${type === 'timestamp' ? 'BIGINT' : duckTypes[type]}"`,
  );
  await duck.run(`CREATE OR REPLACE TEMP TABLE said AS SELECT n, chain, erased, from_json(body, '{${types.join(',')}}') AS b
    FROM read_json(${quoted(chain[0] ?? '')}, format='newline_delimited', columns={n:'BIGINT', body:'VARCHAR', chain:'VARCHAR', erased:'VARCHAR'})`);
  const paths = pathsOf(tables, 'events');
  const rows =
    paths.length === 0
      ? `(SELECT *, CAST(NULL AS VARCHAR) AS filename FROM ${noRows('events')})`
      : packageRows(paths, 'filename=true');
  await duck.run(`CREATE OR REPLACE TEMP TABLE told AS SELECT * FROM ${rows}`);
}

const bodyRules = fieldsOf('events').filter(({ name }) => bodyFields.includes(name));

/** Every field of every event against its chain: the chain's own rows hold already, so they are what was recorded. */
export async function checkEvents(tables: Tables): Promise<void> {
  const { duck, findings } = tables;
  await loadEvents(tables);
  const [counts] =
    await duck.rows(`SELECT count(e.n) AS told, count(DISTINCT e.n) AS places, count(s.n) AS said,
    count(CASE WHEN e.n IS NULL THEN 1 END) AS missing, count(CASE WHEN s.n IS NULL THEN 1 END) AS alien,
    min(CASE WHEN e.n IS NULL THEN s.n WHEN s.n IS NULL THEN e.n END) AS first
    FROM told AS e FULL JOIN said AS s ON s.n = e.n`);
  const first = counts?.first == null ? null : Number(counts.first);
  if (Number(counts?.missing) > 0)
    findings.add('events-rows', `the events lack ${counts?.missing} rows of the chain`, {
      file: 'events/',
      row: first,
    });
  if (Number(counts?.alien) > 0)
    findings.add('events-rows', `the events hold ${counts?.alien} rows that the chain lacks`, {
      file: 'events/',
      row: first,
    });
  if (Number(counts?.told) !== Number(counts?.places))
    findings.add('events-rows', 'the events hold a row twice', { file: 'events/' });
  const [torn] = await duck.rows(
    `SELECT n FROM (SELECT n, lag(n) OVER (ORDER BY rowid) AS before FROM told) WHERE n < before ORDER BY n LIMIT 1`,
  );
  if (torn !== undefined)
    findings.add('events-rows', `row ${torn.n} does not stand in the order of the chain`, {
      file: 'events/',
      row: Number(torn.n),
    });
  await compareFields(tables);
}

async function compareFields(tables: Tables): Promise<void> {
  const { duck, findings } = tables;
  const differs: readonly (readonly [name: string, sql: string])[] = [
    ['chain', 'e.chain IS DISTINCT FROM s.chain'],
    ['erased', 'e.erased IS DISTINCT FROM s.erased'],
    ...bodyRules.map(
      (field) =>
        [
          field.name,
          isOwner(field) ? `s.b.${field.name} IS NOT NULL AND ${sameField(field)}` : sameField(field),
        ] as const,
    ),
  ];
  const faults =
    (await duck.rows(`SELECT e.n, e.filename, ${differs.map(([name, sql]) => `(${sql}) AS ${name}`).join(', ')}
      FROM told AS e JOIN said AS s ON s.n = e.n WHERE ${differs.map(([, sql]) => `(${sql})`).join(' OR ')} ORDER BY e.n`)) as (DuckRow & {
      n: bigint;
    })[];
  for (const row of faults) {
    const fields = differs.map(([name]) => name).filter((name) => row[name] === true);
    findings.add('events-differ', `row ${row.n} says something else than the chain: ${fields.join(', ')}`, {
      file: givenAs(tables, row.filename),
      row: Number(row.n),
    });
  }
}

/** Erased rows too say whose they are; their bodies do not. */
const isOwner = ({ name }: FieldRule): boolean => name === 'study_id' || name === 'participant_id';

/** The table of flows against the flows that the chain's bodies give by the extension's own code. */
export async function checkFlows(tables: Tables, { flows }: Pick<ReadChain, 'flows'>): Promise<void> {
  const { duck, findings } = tables;
  const columns = flowFields.map(({ name, type }) =>
    type === 'timestamp' ? `epoch_ms(${name}) AS ${name}` : name,
  );
  const paths = pathsOf(tables, 'flows');
  const told = new Map<string, string>();
  for (const row of await duck.rows(`SELECT ${columns.join(', ')} FROM ${packageRows(paths)}`)) {
    const id = String(row.flow_id);
    if (told.has(id)) findings.add('flows-differ', `flow ${id} is there twice`, { file: 'flows/' });
    told.set(
      id,
      JSON.stringify(
        flowFields.map(({ name }) =>
          typeof row[name] === 'bigint' ? Number(row[name]) : (row[name] ?? null),
        ),
      ),
    );
  }
  const file = tables.said.resources.find((resource) => tableOf(resource) === 'flows')?.path ?? 'flows/';
  for (const values of flows.rows()) {
    const id = String(values[0]);
    const row = told.get(id);
    told.delete(id);
    if (row === undefined) findings.add('flows-differ', `flow ${id} is missing`, { file });
    else if (row !== JSON.stringify(values)) {
      const read = JSON.parse(row) as unknown[];
      const fields = flowFields
        .filter((_field, index) => read[index] !== values[index])
        .map(({ name }) => name);
      findings.add('flows-differ', `flow ${id} is not what its events give: ${fields.join(', ')}`, { file });
    }
  }
  for (const id of told.keys()) findings.add('flows-differ', `no event is of flow ${id}`, { file });
}

/** The first answers of what was judged again against the events. */
export async function checkRejudgements(tables: Tables): Promise<void> {
  const { duck, findings } = tables;
  const rows = packageRows(pathsOf(tables, 'rejudgements'), 'filename=true');
  const wrong =
    await duck.rows(`SELECT r.flow_id, r.judgement, any_value(r.filename) AS filename FROM ${rows} AS r
    LEFT JOIN told AS e ON e.flow_id = r.flow_id AND e.seq = r.judgement
    GROUP BY r.flow_id, r.judgement HAVING count(*) > 1 OR NOT coalesce(bool_and(e.page IS NOT DISTINCT FROM r.page
      AND e.basket IS NOT DISTINCT FROM r.first_basket AND e.processor IS NOT DISTINCT FROM r.first_processor
      AND e.ruleset_version = r.first_ruleset_version), false) ORDER BY r.flow_id, r.judgement`);
  for (const { flow_id, judgement, filename } of wrong)
    findings.add(
      'rejudgements-differ',
      `judgement ${judgement} of flow ${flow_id} is not the one of the events, or there twice`,
      {
        file: givenAs(tables, filename),
      },
    );
}

/** Exposure by itself, and against the pages of the flows, which are a part of it. */
export async function checkExposure(tables: Tables, { pages }: ReadChain): Promise<void> {
  const { duck, findings } = tables;
  const [days, kinds] = (['exposure', 'exposure_pages'] as const).map((table) =>
    packageRows(pathsOf(tables, table)),
  );
  const unequal =
    await duck.rows(`SELECT CAST(coalesce(d.date, k.date) AS VARCHAR) AS day, d.pages AS pages, k.pages AS sum, d.times AS times
    FROM (SELECT date, sum(pages) AS pages, count(*) AS times, min(minutes_recorded) AS minutes FROM ${days} GROUP BY date) AS d
    FULL JOIN (SELECT date, sum(pages) AS pages, min(pages) AS least FROM ${kinds} GROUP BY date) AS k ON k.date = d.date
    WHERE d.times IS DISTINCT FROM 1 OR d.minutes < 0 OR k.least < 0 OR d.pages <> coalesce(k.pages, 0) ORDER BY day`);
  for (const { day, pages: told, sum } of unequal)
    findings.add(
      'exposure-differs',
      `the pages of ${day} do not add up (${told ?? 'no day'} and ${sum ?? 'no pages'})`,
      { file: 'exposure/' },
    );
  const counted = new Map<string, number>();
  for (const { met, pages: count } of await duck.rows(
    `SELECT CAST(date AS VARCHAR) || ' ' || kind || ' ' || basket AS met, pages FROM ${kinds}`,
  ))
    counted.set(String(met), Number(count));
  for (const [met, least] of pages)
    if ((counted.get(met) ?? 0) < least)
      findings.add(
        'exposure-differs',
        `${met}: the flows have ${least} pages, exposure ${counted.get(met) ?? 0}`,
        { file: 'exposure_pages/' },
      );
}

/** Closed lists of values, and the record's own guard over every text that is no word of ours. */
export async function checkTexts(tables: Tables): Promise<void> {
  const { duck, said, findings } = tables;
  if (said.participant_code !== null && !participantCode(said.participant_code))
    findings.add('personal-shape', 'the participant’s code has a shape that no code has', {
      file: 'datapackage.json',
    });
  for (const table of parquetTables) {
    const paths = pathsOf(tables, table);
    const texts = fieldsOf(table).filter(({ name, type }) => type === 'string' && !notText.has(name));
    if (paths.length === 0 || texts.length === 0) continue;
    const rows = table === 'events' ? 'told' : packageRows(paths);
    const [values] = await duck.rows(
      `SELECT ${texts.map(({ name }) => `list(DISTINCT ${name}) AS ${name}`).join(', ')} FROM ${rows}`,
    );
    for (const field of texts)
      await checkField(tables, { table, field, values: (values?.[field.name] ?? []) as (string | null)[] });
  }
}

/** Made by us, or checked otherwise. */
const notText = new Set([...madeByUs, 'study_id', 'participant_code', 'export_id', 'chain']);

async function checkField(
  tables: Tables,
  { table, field, values }: { table: ParquetTable; field: FieldRule; values: readonly (string | null)[] },
): Promise<void> {
  const { findings } = tables;
  const { name, categories, open } = field;
  const known = categories && !open && new Set(categories.map(({ value }) => value));
  for (const value of values.toSorted()) {
    if (value === null) continue;
    const shape = known ? null : personalShape(value);
    if (known ? known.has(value) : shape === null) continue;
    // What looks personal is not repeated here: the row leads to it.
    const says = known
      ? `${name} has a value that is not on its list`
      : `${name} has the shape of personal data (${shape})`;
    findings.add(known ? 'value-unknown' : 'personal-shape', says, await placeOf(tables, table, name, value));
  }
}

/** Where a value first stands. */
async function placeOf(
  tables: Tables,
  table: ParquetTable,
  field: string,
  value: string,
): Promise<{ file: string | null; row?: number }> {
  if (table !== 'events') return { file: `${table}/` };
  const [row] = await tables.duck.rows(
    `SELECT n, filename FROM told WHERE ${field} = ${quoted(value)} ORDER BY n LIMIT 1`,
  );
  return { file: givenAs(tables, row?.filename), row: Number(row?.n) };
}
