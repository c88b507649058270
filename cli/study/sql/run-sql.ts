import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { csvLine, forPrograms } from '../../../core/export/to-csv';
import { shownName } from '../../shown-text';

export type Cell = string | number | null;

/** What a query gives: whole numbers, texts and ISO days. */
export interface Answer {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** Where the queries lie: `NN-*.sql`, and `load/` with a file an engine. */
export const sqlFolder = import.meta.dirname;

/** The names of the queries in their order, such as `02-baskets-by-week`. */
export const queryNames = (folder = sqlFolder): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .map((name) => basename(name, '.sql'))
    .toSorted();

export interface Questions {
  /** The study's folder, in which `data/` lies. */
  readonly folder: string;
  /** Below how many persons a host has no name in public/. */
  readonly k: number;
  /** DuckDB's own buffers, such as 1GB. */
  readonly memory?: string;
  readonly threads?: number;
}

/** Asks every query of a study's `data/`, on the DuckDB that comes with us. */
export async function askAll({
  folder,
  k,
  memory = '1GB',
  threads,
}: Questions): Promise<Map<string, Answer>> {
  const instance = await DuckDBInstance.create(':memory:', {
    memory_limit: memory,
    ...(threads !== undefined && { threads: String(threads) }),
    autoinstall_known_extensions: 'false',
  });
  const connection = await instance.connect();
  try {
    const load = readFileSync(join(sqlFolder, 'load/duckdb.sql'), 'utf8')
      .replaceAll("'data/", `'${folder.replaceAll("'", "''")}/data/`)
      .replace(/\d+ AS k/, `${k} AS k`);
    await connection.run(load);
    const answers = new Map<string, Answer>();
    for (const name of queryNames()) {
      const read = await connection.runAndReadAll(readFileSync(join(sqlFolder, `${name}.sql`), 'utf8'));
      answers.set(name, { columns: read.columnNames(), rows: read.getRowsJS().map((row) => row.map(cell)) });
    }
    return answers;
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/** @throws TypeError for what the queries must not give */
function cell(value: unknown): Cell {
  // Texts of a page, or of a walk that anybody may have written: no sign in them moves a cursor or turns writing round.
  if (typeof value === 'string') return shownName(value);
  if (value === null || typeof value === 'number') return value;
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  throw new TypeError(`a query gave ${typeof value}`);
}

/** An answer as CSV, alike whichever engine gave it. */
export const csvOf = ({ columns, rows }: Answer): string =>
  [columns, ...rows].map((row) => csvLine(row, forPrograms)).join('');
