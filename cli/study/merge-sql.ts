import { codebook, type TableName } from '../../core/log/codebook';
import { quoted, quotedList } from './duck';
import { type StudyTableName, studyTables } from './tables';

/** ms by which WIB is ahead of UTC. */
const wibAhead = 7 * 60 * 60_000;
/** A moment's day in WIB, whatever zone the machine is in. */
const dayOf = (time: string): string =>
  `CAST(make_timestamp((epoch_ms(${time}) + ${wibAhead}) * 1000) AS DATE)`;
const weekOf = (day: string): string => `CAST(date_trunc('week', ${day}) AS DATE)`;

/** Whose rows a batch holds and how they count; a table of the batch, joined by participant and source. */
export const ownersTable = 'owners';

/** Types of DuckDB for the columns of a study. */
export const duckTypes = {
  string: 'VARCHAR',
  int32: 'INTEGER',
  int64: 'BIGINT',
  timestamp: 'TIMESTAMPTZ',
  date: 'DATE',
  boolean: 'BOOLEAN',
  double: 'DOUBLE',
} as const;

/** The columns of a table in their order, each by its expression or, without one, by its name in `alias`. */
function columnsOf(table: StudyTableName, alias: string, made: Readonly<Record<string, string>>): string {
  return studyTables[table].columns
    .map(({ name, type }) => `CAST(${made[name] ?? `${alias}.${name}`} AS ${duckTypes[type]}) AS ${name}`)
    .join(',\n  ');
}

/** How `person`, `source` and `analysed` come to a row of `alias`. */
const ownerColumns = { person: 'o.person', source: 'o.source', analysed: 'o.analysed' };
const dated = (day: string) => ({ day, week: weekOf(day) });

/** What differs between the packages of a batch, as one value by the package that a row is of: a join would lose the rows' order. */
const byExport = (owners: readonly BatchOwner[], column: 'person' | 'source' | 'analysed'): string => {
  const value = (owner: BatchOwner) =>
    typeof owner[column] === 'string' ? quoted(owner[column]) : String(owner[column]);
  return `CASE e.export_id ${owners.map((owner) => `WHEN ${quoted(owner.export_id)} THEN ${value(owner)}`).join(' ')} END`;
};

/** Whose rows a batch holds. */
export interface BatchOwner {
  readonly export_id: string;
  readonly person: string;
  readonly source: string;
  readonly analysed: boolean;
}

/** Rows of the packages' events as the study's table, in the order in which they are read. */
export const eventsSql = (files: string, owners: readonly BatchOwner[]): string => {
  const person = byExport(owners, 'person');
  const source = byExport(owners, 'source');
  const analysed = byExport(owners, 'analysed');
  return `SELECT ${columnsOf('events', 'e', { person, source, analysed, ...dated(dayOf('e.ts')) })} FROM ${files} AS e`;
};

/** Pages, from the study's own events: each by its last judgement. */
export const pagesSql = (events: string): string => `WITH said AS (
  SELECT * FROM ${events} WHERE event IN ('nav', 'step', 'verdict') AND page IS NOT NULL),
places AS (
  SELECT flow_id, page, min(seq) AS first_seq, max(seq) AS last_seq,
    min(CASE WHEN event <> 'nav' THEN seq END) AS judged_seq, count(CASE WHEN event <> 'nav' THEN 1 END) AS n_judgements
  FROM said GROUP BY flow_id, page),
beside AS (
  SELECT flow_id, page, judgement, count(CASE WHEN event = 'unread' THEN 1 END) AS n_unread,
    count(CASE WHEN event = 'drift' THEN 1 END) AS n_drift, min(CASE WHEN event = 'unread' THEN seq END) AS unread_seq
  FROM ${events} WHERE event IN ('unread', 'drift') AND judgement IS NOT NULL GROUP BY flow_id, page, judgement)
SELECT ${columnsOf('pages', 'l', {
  ts: 'f.ts',
  ...dated('f.day'),
  judgement: `CASE WHEN l.event <> 'nav' THEN l.seq END`,
  n_judgements: 'p.n_judgements',
  first_basket: 'j.basket',
  first_processor: 'j.processor',
  first_ruleset_version: 'j.ruleset_version',
  n_unread: 'coalesce(b.n_unread, 0)',
  n_drift: 'coalesce(b.n_drift, 0)',
  unread_what: 'u.unread_what',
  unread_why: 'u.unread_why',
})}
FROM places AS p
JOIN said AS l ON l.flow_id = p.flow_id AND l.seq = p.last_seq
JOIN said AS f ON f.flow_id = p.flow_id AND f.seq = p.first_seq
LEFT JOIN said AS j ON j.flow_id = p.flow_id AND j.seq = p.judged_seq
LEFT JOIN beside AS b ON b.flow_id = p.flow_id AND b.page = p.page AND b.judgement = l.seq
LEFT JOIN ${events} AS u ON u.event = 'unread' AND u.flow_id = p.flow_id AND u.seq = b.unread_seq
ORDER BY person, participant_id, ts, flow_id, page`;

export const contactsSql = (events: string): string =>
  `SELECT ${columnsOf('contacts', 'e', {})} FROM ${events} AS e WHERE e.event = 'host_contacted'`;

/** Stages of buying, the furthest last. */
const steps = ['basket', 'product', 'checkout', 'payment', 'confirm', 'order_status'];
const placeOfStep = `CASE step ${steps.map((step, place) => `WHEN ${quoted(step)} THEN ${place}`).join(' ')} END`;

export const flowsSql = (files: string, pages: string): string => `WITH furthest AS (
  SELECT flow_id, max(${placeOfStep}) AS place FROM ${pages} WHERE judgement IS NOT NULL GROUP BY flow_id)
SELECT ${columnsOf('flows', 'f', {
  ...ownerColumns,
  ...dated(dayOf('f.started')),
  furthest_step: `CASE r.place ${steps.map((step, place) => `WHEN ${place} THEN ${quoted(step)}`).join(' ')} END`,
})}
FROM ${files} AS f JOIN ${ownersTable} AS o ON o.export_id = f.export_id LEFT JOIN furthest AS r ON r.flow_id = f.flow_id
ORDER BY person, participant_id, started, flow_id`;

export const rejudgementsSql = (files: string, pages: string): string => `SELECT ${columnsOf(
  'rejudgements',
  'r',
  {
    ...ownerColumns,
    ...dated('p.day'),
    is_last: 'coalesce(p.judgement = r.judgement, false)',
  },
)}
FROM ${files} AS r JOIN ${ownersTable} AS o ON o.export_id = r.export_id
LEFT JOIN ${pages} AS p ON p.flow_id = r.flow_id AND p.page = r.page
ORDER BY person, participant_id, flow_id, judgement`;

export const exposureSql = (table: 'exposure' | 'exposure_pages', files: string): string =>
  `SELECT ${columnsOf(table, 'x', { ...ownerColumns, ...dated('x.date') })}
FROM ${files} AS x JOIN ${ownersTable} AS o ON o.export_id = x.export_id
ORDER BY person, participant_id, day${table === 'exposure' ? '' : ', kind, basket'}`;

/** Files of packages as a table, their rows in the order of the list. */
export const packageRows = (paths: readonly string[], also?: string): string =>
  `read_parquet(${quotedList(paths)}, union_by_name=true, hive_partitioning=false${also ? `, ${also}` : ''})`;

/** A table of packages without a row, where no package has a file of it. */
export const noRows = (table: TableName): string =>
  `(SELECT ${codebook.tables[table].fields
    .filter((field) => field.class !== 'C')
    .map(({ name, type }) => `CAST(NULL AS ${duckTypes[type]}) AS ${name}`)
    .join(', ')} WHERE false)`;

/** What the batch holds of each installation. */
export const participantsSql = (of: {
  readonly events: string;
  readonly pages: string;
  readonly flows: string;
  readonly exposure: string;
}): string => `WITH e AS (
  SELECT export_id, count(*) AS n_rows, count(CASE WHEN erased IN ('participant', 'retention') THEN 1 END) AS n_erased,
    count(CASE WHEN erased = 'withheld' THEN 1 END) AS n_withheld, min(day) AS first_day, max(day) AS last_day
  FROM ${of.events} GROUP BY export_id),
p AS (SELECT export_id, count(*) AS n_pages FROM ${of.pages} GROUP BY export_id),
f AS (SELECT export_id, count(*) AS n_flows FROM ${of.flows} GROUP BY export_id),
x AS (SELECT export_id, count(*) AS n_days, sum(minutes_recorded) AS minutes_recorded, min(day) AS first_day, max(day) AS last_day
  FROM ${of.exposure} GROUP BY export_id)
SELECT ${columnsOf('participants', 'o', {
  n_rows: 'coalesce(e.n_rows, 0)',
  n_erased: 'coalesce(e.n_erased, 0)',
  n_withheld: 'coalesce(e.n_withheld, 0)',
  n_flows: 'coalesce(f.n_flows, 0)',
  n_pages: 'coalesce(p.n_pages, 0)',
  n_days: 'coalesce(x.n_days, 0)',
  minutes_recorded: 'coalesce(x.minutes_recorded, 0)',
  first_day: 'least(e.first_day, x.first_day)',
  last_day: 'greatest(e.last_day, x.last_day)',
})}
FROM ${ownersTable} AS o LEFT JOIN e ON e.export_id = o.export_id LEFT JOIN p ON p.export_id = o.export_id
LEFT JOIN f ON f.export_id = o.export_id LEFT JOIN x ON x.export_id = o.export_id
ORDER BY person, participant_id, source`;
