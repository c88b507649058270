import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { builtInRulebook } from '../../../core/rulebook/built-in';
import { publish } from '../public/publish';
import { askAll, sqlFolder } from '../sql/run-sql';
import type { StudyCounts } from '../study-counts';
import { findingsFrom } from './findings';
import { reportPage } from './report-page';
import { tablesOf, tableToCsv } from './tables';

/** What is written beside `data/`, and written anew each time. */
export const reportFiles = ['report.html', 'tables', 'public', 'sql'] as const;

export interface ReportRequest {
  /** The study's folder; `data/` lies in it. */
  readonly folder: string;
  readonly study: string;
  /** How much of it was left at each stage. */
  readonly counts: StudyCounts;
  /** A cell of public/ stands on at least so many persons. */
  readonly k: number;
  /** For drawing whole persons again. */
  readonly seed: number;
  /** Of DuckDB's buffers, such as 1GB. */
  readonly memory: string;
  readonly threads: number;
}

/** Writes what a study finds: the report, the tables of its charts, the queries, and what may be published. */
export async function writeReport({
  folder,
  study,
  counts,
  k,
  seed,
  memory,
  threads,
}: ReportRequest): Promise<void> {
  for (const name of reportFiles) rmSync(join(folder, name), { recursive: true, force: true });
  cpSync(sqlFolder, join(folder, 'sql'), { recursive: true, filter: (path) => !path.endsWith('.ts') });
  for (const engine of ['duckdb', 'clickhouse', 'spark']) {
    const file = join(folder, `sql/load/${engine}.sql`);
    writeFileSync(file, readFileSync(file, 'utf8').replace(/\d+ AS k/, `${k} AS k`));
  }
  const answers = await askAll({ folder, k, memory, threads });
  const findings = findingsFrom(answers, counts, seed);
  const write = (name: string, files: Iterable<readonly [file: string, text: string]>) => {
    mkdirSync(join(folder, name));
    for (const [file, text] of files) writeFileSync(join(folder, name, file), text);
  };
  write(
    'tables',
    [...tablesOf(findings)].map(([name, table]) => [`${name}.csv`, tableToCsv(table)]),
  );
  write('public', publish(answers, k));
  writeFileSync(
    join(folder, 'report.html'),
    reportPage({ study, findings, rulebook: builtInRulebook, seed }),
  );
}
