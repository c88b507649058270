import { availableParallelism } from 'node:os';
import { readWords, studyOf } from '../read-words';
import { UsageError } from '../usage-error';
import type { StudyDays } from './check-chain';
import { mostSeed, wholeIn } from './plan/number-in';

export const usage =
  'usage: study IN… --out DIR [--study NAME] [--roster FILE] [--withdrawn FILE] [--received FILE] [--from DAY] [--to DAY] [--with-har] [--checked FILE] [--k 5] [--seed 1] [--memory 1GB] [--threads N]   or   study --check IN… [--json] [--received FILE] [--from DAY] [--to DAY]   or   study plan --width POINTS   or   study coverage';

const options = {
  out: { type: 'string' },
  check: { type: 'boolean' },
  json: { type: 'boolean' },
  study: { type: 'string' },
  roster: { type: 'string' },
  withdrawn: { type: 'string' },
  received: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  'with-har': { type: 'boolean' },
  checked: { type: 'string' },
  k: { type: 'string' },
  seed: { type: 'string' },
  memory: { type: 'string' },
  threads: { type: 'string' },
} as const;

/** What is asked of the command. */
export interface StudyRequest {
  /** ZIPs, folders of them, unpacked packages, NDJSON of judge --har. */
  readonly inputs: readonly string[];
  /** Where the study goes; null: the packages are checked only. */
  readonly out: string | null;
  readonly json: boolean;
  /** The one study that is meant, where there are several. */
  readonly study: string | null;
  readonly roster: string | null;
  readonly withdrawn: string | null;
  readonly received: string | null;
  readonly days: StudyDays;
  /** The checks.json of an earlier run: what it says holds, and has the same bytes, is not checked by itself again. */
  readonly checked: string | null;
  /** Whether walks saved as HAR count in main results. */
  readonly withHar: boolean;
  /** A cell of public/ stands on at least so many persons. */
  readonly k: number;
  /** For drawing whole persons again: the same one gives the same intervals of changes. */
  readonly seed: number;
  /** Of DuckDB's buffers, such as 1GB. */
  readonly memory: string;
  readonly threads: number;
}

/** Reads the command's words. @throws {UsageError} */
export function readStudyArguments(words: readonly string[]): StudyRequest {
  const { values, positionals } = readWords(words, options, usage);
  if (positionals.length === 0) throw new UsageError(`Packages are missing; ${usage}`);
  if (values.check && values.out !== undefined)
    throw new UsageError('--check writes nothing; --out does not go with it.');
  if (!values.check && values.out === undefined)
    throw new UsageError(`Say where the study goes (--out DIR), or --check; ${usage}`);
  if (!values.check && values.json)
    throw new UsageError('--json goes with --check; a study has checks.json.');
  const days = { from: dayOf(values.from), to: dayOf(values.to) };
  if (days.from !== null && days.to !== null && days.from > days.to)
    throw new UsageError(`The study would end (${days.to}) before it begins (${days.from}).`);
  return {
    inputs: positionals,
    out: values.out ?? null,
    json: values.json ?? false,
    study: studyOf(values.study) ?? null,
    roster: values.roster ?? null,
    withdrawn: values.withdrawn ?? null,
    received: values.received ?? null,
    days,
    checked: values.checked ?? null,
    withHar: values['with-har'] ?? false,
    k: wholeIn('--k', values.k ?? '5', 2, 1000),
    seed: wholeIn('--seed', values.seed ?? '1', 0, mostSeed),
    memory: memoryOf(values.memory ?? '1GB'),
    threads:
      values.threads === undefined ? availableParallelism() : wholeIn('--threads', values.threads, 1, 99),
  };
}

/** @throws {UsageError} */
export function dayOf(text: string | undefined): string | null {
  if (text === undefined) return null;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(Date.parse(text)))
    throw new UsageError(`"${text}" is no day; write it as 2026-11-24.`);
  return text;
}

/** @throws {UsageError} */
function memoryOf(text: string): string {
  if (!/^[1-9]\d{0,3}(?:MB|GB)$/.test(text))
    throw new UsageError(`--memory takes an amount such as 500MB or 1GB, not "${text}".`);
  return text;
}
