import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A case of a corpus, as a line of its cases.ndjson: of each field the accepted values. */
export interface JudgedCase {
  readonly id: string;
  readonly url: string;
  /** File of its page, below the corpus's folder. */
  readonly html?: string;
  readonly date?: string;
  readonly nature: string;
  readonly expect: Partial<Record<'kind' | 'basket' | 'processor', string[]>> & { lookalike?: boolean[] };
}

/** The cases of a folder; none where it is absent. */
export function casesIn(folder: string): JudgedCase[] {
  const list = join(folder, 'cases.ndjson');
  const lines = existsSync(list) ? readFileSync(list, 'utf8').trim().split('\n').filter(Boolean) : [];
  return lines.map((line) => JSON.parse(line));
}

/** The text of a case's page; null where only its address was judged. */
export const pageOfCase = ({ html }: JudgedCase, folder: string): string | null =>
  html === undefined ? null : readFileSync(join(folder, html), 'utf8');
