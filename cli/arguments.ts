import { readUrl } from '../core/address/read-url';
import { readMoment } from '../core/calendar/read-moment';
import { languageFor } from '../core/explanation/language-for';
import type { WrittenLanguage } from '../core/explanation/words';
import { isPseudonym, participantCode } from '../core/log/participant-code';
import { languageOf, readWords, studyOf } from './read-words';
import { UsageError } from './usage-error';

export const usage =
  'usage: judge <address> [--html FILE] [--date DATE] [--lang id|en] [--json]   or   judge --ndjson [--date DATE] [--jobs N]   or   judge --har FILE [--study NAME] [--participant CODE]';

const options = {
  html: { type: 'string' },
  date: { type: 'string' },
  lang: { type: 'string' },
  json: { type: 'boolean' },
  ndjson: { type: 'boolean' },
  jobs: { type: 'string' },
  har: { type: 'string' },
  study: { type: 'string' },
  participant: { type: 'string' },
} as const;

export type JudgeRequest =
  | {
      readonly mode: 'one';
      readonly address: string;
      readonly htmlFile: string | null;
      readonly date: string;
      readonly language: WrittenLanguage;
      readonly json: boolean;
    }
  | {
      readonly mode: 'lines';
      readonly date: string;
      /** Threads that judge. */
      readonly jobs: number;
    }
  | {
      readonly mode: 'har';
      readonly file: string;
      readonly study?: string | undefined;
      readonly participant?: string | undefined;
    };

interface Surroundings {
  /** Now, as ISO text: the date judged for where none is given. */
  readonly now: string;
  /** The locale of the terminal, such as `id_ID.UTF-8`. */
  readonly locale: string;
  /** Cores of this machine: what `--jobs 0` stands for. */
  readonly cores: number;
}

/** Reads the command's words. @throws UsageError */
export function readArguments(words: readonly string[], { now, locale, cores }: Surroundings): JudgeRequest {
  const { values, positionals } = readWords(words, options, usage);
  if (values.har !== undefined) {
    const { har: file, study, participant, ...others } = values;
    const alien = Object.keys(others)[0] ?? positionals[0];
    if (alien !== undefined)
      throw new UsageError(`--har takes addresses and days from its file; "${alien}" does not go with it.`);
    return { mode: 'har', file, ...ownerOf(study, participant) };
  }
  const owner = (['study', 'participant'] as const).find((name) => name in values);
  if (owner !== undefined) throw new UsageError(`--${owner} goes with --har only.`);
  const date = values.date ?? now;
  if (readMoment(date) === null) {
    throw new UsageError(
      `"${date}" is not a date; write a day (2026-06-08) or a date-time (2023-10-04T16:59).`,
    );
  }
  if (values.ndjson) {
    const alien = ['html', 'json', 'lang'].find((name) => name in values) ?? positionals[0];
    if (alien)
      throw new UsageError(`--ndjson reads addresses from its input; "${alien}" does not go with it.`);
    return { mode: 'lines', date, jobs: jobsOf(values.jobs ?? '1') || cores };
  }
  if (values.jobs !== undefined) throw new UsageError('--jobs goes with --ndjson only; one page is one job.');
  const [address, ...rest] = positionals;
  if (address === undefined) throw new UsageError(`An address is missing; ${usage}`);
  if (rest.length > 0)
    throw new UsageError(`One address at a time; "${rest[0]}" is one too many (--ndjson takes many).`);
  if (readUrl(address) === null) {
    throw new UsageError(`"${address}" is not a whole address; it begins with https://, as in the browser.`);
  }
  return {
    mode: 'one',
    address,
    htmlFile: values.html ?? null,
    date,
    language: languageOf(values.lang) ?? languageFor(locale.replace('_', '-')),
    json: values.json ?? false,
  };
}

/** Whose events a HAR file gives, where it was said. @throws UsageError */
function ownerOf(study: string | undefined, participant: string | undefined) {
  if (participant !== undefined && !participantCode(participant) && !isPseudonym(participant))
    throw new UsageError(
      `"${participant}" is no code of a participant; write a letter, then letters, digits, - and _.`,
    );
  return {
    ...(study !== undefined && { study: studyOf(study) }),
    ...(participant !== undefined && { participant }),
  };
}

/** @throws UsageError */
function jobsOf(text: string): number {
  if (!/^\d{1,2}$/.test(text))
    throw new UsageError(`"${text}" is no number of jobs; write 1 to 99, or 0 for one job a core.`);
  return Number(text);
}
