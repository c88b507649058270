import { mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Chosen, inOrder } from './chosen';
import { tableOf } from './description';
import { type Duck, quoted } from './duck';
import {
  contactsSql,
  duckTypes,
  eventsSql,
  exposureSql,
  flowsSql,
  noRows,
  ownersTable,
  packageRows,
  pagesSql,
  participantsSql,
  rejudgementsSql,
} from './merge-sql';
import { unpackInto } from './package-file';
import { type StudyTableName, studyTableNames, studyTables } from './tables';

/** A file of `data/`. */
export interface DataPart {
  readonly table: StudyTableName;
  /** Within `data/`. */
  readonly path: string;
  readonly rows: number;
}

export interface MergeBounds {
  /** Rows of events that are merged at a time; a participant's are never torn apart. */
  readonly batchRows: number;
  /** Bytes of a file at which it is full. */
  readonly partBytes: number;
  /** Bytes from which on a batch's own file is large enough to stay. */
  readonly leastBytes: number;
}

const usualBounds: MergeBounds = {
  batchRows: 1_000_000,
  partBytes: 96 * 1024 * 1024,
  leastBytes: 16 * 1024 * 1024,
};

/** Parquet as every table is written: Zstandard, row groups that an engine reads at a time. */
const written = `(FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 122880)`;

/**
 * Merges the chosen packages into `data/`, some participants at a time: memory does not grow with the study.
 *
 * @param folder `data/`, which is there and empty
 * @param scratch folder for what is needed meanwhile
 * @param onRows is told how many rows of events were merged so far
 */
export async function mergeStudy(
  duck: Duck,
  chosen: readonly Chosen[],
  { folder, scratch, bounds = usualBounds }: { folder: string; scratch: string; bounds?: MergeBounds },
  onRows: (rows: number) => void = () => {},
): Promise<DataPart[]> {
  const made: Piece[][] = [];
  let rows = 0;
  const todo = batches(chosen.toSorted(inOrder), bounds.batchRows).entries();
  // One batch is written while the next is read: writing a file in order keeps one core busy only.
  const lane = async (own: Duck): Promise<void> => {
    for (const [index, batch] of todo) {
      const place = join(scratch, `batch-${index}`);
      const pieces = await mergeBatch(own, batch, place);
      made[index] = pieces;
      rows += pieces.find(({ table }) => table === 'events')?.rows ?? 0;
      rmSync(join(place, 'given'), { recursive: true, force: true });
      onRows(rows);
    }
    own.close();
  };
  await Promise.all([lane(await duck.beside()), lane(await duck.beside())]);
  const piecesOf = (table: StudyTableName) => made.flat().filter((piece) => piece.table === table);
  const parts: DataPart[] = [];
  for (const table of studyTableNames)
    parts.push(...(await joinPieces(duck, table, piecesOf(table), folder, bounds)));
  return parts;
}

/** A batch's rows of a table, in a file that is joined with others. */
interface Piece {
  readonly table: StudyTableName;
  readonly file: string;
  readonly rows: number;
  readonly bytes: number;
}

/** Packages of a batch at most: their files are open at a time. */
const mostPackages = 50;

/** Neighbours whose rows together are few enough. */
function batches(chosen: readonly Chosen[], mostRows: number): Chosen[][] {
  const made: Chosen[][] = [];
  let rows = Number.POSITIVE_INFINITY;
  for (const one of chosen) {
    const { last_n } = one.said;
    if (rows + last_n > mostRows || made.at(-1)?.length === mostPackages) {
      made.push([]);
      rows = 0;
    }
    made.at(-1)?.push(one);
    rows += last_n;
  }
  return made;
}

type PackageTable = 'events' | 'flows' | 'rejudgements' | 'exposure' | 'exposure_pages';

async function mergeBatch(duck: Duck, batch: readonly Chosen[], place: string): Promise<Piece[]> {
  const given = new Map<string, string[]>();
  for (const [index, { opened, said }] of batch.entries())
    for (const { path } of said.resources) {
      const table = tableOf({ path });
      const file = opened.files.get(path);
      if (table === undefined || table === 'chain' || file === undefined) continue;
      given.set(table, [...(given.get(table) ?? []), unpackInto(join(place, 'given', String(index)), file)]);
    }
  const filesOf = (table: PackageTable) => {
    const paths = given.get(table);
    return paths ? packageRows(paths) : noRows(table);
  };
  await writeOwners(duck, batch);
  const pieces: Piece[] = [];
  const write = async (table: StudyTableName, sql: string): Promise<string> => {
    const file = join(place, `${table}.parquet`);
    const [{ Count: rows } = {}] = await duck.rows(`COPY (${sql}) TO ${quoted(file)} ${written}`);
    pieces.push({ table, file, rows: Number(rows), bytes: statSync(file).size });
    return `read_parquet(${quoted(file)})`;
  };
  const events = await write('events', eventsSql(filesOf('events'), batch.map(ownerOf)));
  const pages = await write('pages', pagesSql(events));
  await write('contacts', contactsSql(events));
  const flows = await write('flows', flowsSql(filesOf('flows'), pages));
  await write('rejudgements', rejudgementsSql(filesOf('rejudgements'), pages));
  const exposure = await write('exposure', exposureSql('exposure', filesOf('exposure')));
  await write('exposure_pages', exposureSql('exposure_pages', filesOf('exposure_pages')));
  await write('participants', participantsSql({ events, pages, flows, exposure }));
  return pieces;
}

const tableRowsOf = (rows: readonly (readonly (string | number | boolean | null)[])[]): string =>
  rows
    .map(
      (row) =>
        `(${row.map((value) => (typeof value === 'string' ? quoted(value) : String(value))).join(', ')})`,
    )
    .join(',\n');

/** Puts whose rows the batch holds where the queries find it. */
async function writeOwners(duck: Duck, batch: readonly Chosen[]): Promise<void> {
  const [model] = batch.map(ownerOf);
  const columns = studyTables.participants.columns.filter(({ name }) => model !== undefined && name in model);
  const rows = batch.map((one) => {
    const owner: ReturnType<typeof ownerOf> = ownerOf(one);
    return columns.map(({ name }) => owner[name as keyof typeof owner]);
  });
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE ${ownersTable} (${columns.map(({ name, type }) => `${name} ${duckTypes[type]}`).join(', ')})`,
  );
  await duck.run(`INSERT INTO ${ownersTable} VALUES ${tableRowsOf(rows)}`);
}

const ownerOf = ({ said, person, source, analysed, arm, weight, received, packages, flags }: Chosen) => ({
  study_id: said.study_id,
  participant_id: said.participant_id,
  participant_code: said.participant_code,
  export_id: said.export_id,
  person,
  source,
  analysed,
  arm,
  weight,
  received,
  n_packages: packages,
  schema_version: said.version,
  ext_version: source === 'browser' ? (said.software.split(' ').at(-1) ?? null) : null,
  ruleset_version: said.ruleset_version,
  flags: flags.length === 0 ? null : flags.join(' '),
});

/** Joins a table's pieces, which come in the order of its rows, into files that are neither small nor too large. */
async function joinPieces(
  duck: Duck,
  table: StudyTableName,
  pieces: readonly Piece[],
  folder: string,
  bounds: MergeBounds,
): Promise<DataPart[]> {
  mkdirSync(join(folder, table), { recursive: true });
  const parts: DataPart[] = [];
  const nextPath = () => `${table}/part-${String(parts.length + 1).padStart(4, '0')}.parquet`;
  const copy = async (from: string): Promise<void> => {
    const path = nextPath();
    const [{ Count: rows } = {}] = await duck.rows(
      `COPY (SELECT * FROM ${from}) TO ${quoted(join(folder, path))} ${written}`,
    );
    parts.push({ table, path, rows: Number(rows) });
  };
  for (const group of fittingGroups(pieces, bounds)) {
    const [first] = group as [Piece];
    if (group.length === 1 && first.bytes <= bounds.partBytes) {
      const path = nextPath();
      renameSync(first.file, join(folder, path));
      parts.push({ table, path, rows: first.rows });
    } else if (group.length > 1)
      await copy(`read_parquet([${group.map(({ file }) => quoted(file)).join(', ')}])`);
    else
      for (const [from, to] of stretches(first, bounds.partBytes))
        await copy(
          `(SELECT * EXCLUDE (file_row_number) FROM read_parquet(${quoted(first.file)}, file_row_number=true) WHERE file_row_number >= ${from} AND file_row_number < ${to})`,
        );
    for (const { file } of group) rmSync(file, { force: true });
  }
  return parts;
}

/** Neighbours that fit into one file; a table without a row has a file all the same. */
function fittingGroups(pieces: readonly Piece[], { partBytes, leastBytes }: MergeBounds): Piece[][] {
  const full = pieces.filter(({ rows }) => rows > 0);
  const groups: Piece[][] = [];
  let bytes = Number.POSITIVE_INFINITY;
  for (const piece of full.length > 0 ? full : pieces.slice(0, 1)) {
    const isLarge = piece.bytes >= leastBytes;
    if (isLarge || bytes + piece.bytes > partBytes) {
      groups.push([]);
      bytes = 0;
    }
    groups.at(-1)?.push(piece);
    bytes = isLarge ? Number.POSITIVE_INFINITY : bytes + piece.bytes;
  }
  return groups;
}

/** From which row to which a piece that is too large is cut. */
function stretches({ rows, bytes }: Piece, partBytes: number): [from: number, to: number][] {
  const length = Math.ceil(rows / Math.ceil(bytes / partBytes));
  return Array.from({ length: Math.ceil(rows / length) }, (_none, index) => [
    index * length,
    (index + 1) * length,
  ]);
}
