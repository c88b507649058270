import { isFingerprint } from '../core/bundle/words';
import { languageFor } from '../core/explanation/language-for';
import type { WrittenLanguage } from '../core/explanation/words';
import { languageOf, readWords } from './read-words';
import { UsageError } from './usage-error';

export const usage =
  'usage: verify BUNDLE|FOLDER|capture.wacz [--fingerprint HEX] [--withdrawn FILE] [--opening JSON [--uncovered PNG]] [--lang id|en] [--json]';

const options = {
  lang: { type: 'string' },
  json: { type: 'boolean' },
  fingerprint: { type: 'string' },
  opening: { type: 'string' },
  uncovered: { type: 'string' },
  withdrawn: { type: 'string' },
} as const;

export interface VerifyRequest {
  readonly file: string;
  /** The fingerprint that the maker has published; null where none was given. */
  readonly fingerprint: string | null;
  /** Files that open what its maker sealed; null where none is given. */
  readonly opening: string | null;
  readonly uncovered: string | null;
  /** Path of the statement that a key was withdrawn; null where none was given. */
  readonly withdrawn: string | null;
  readonly language: WrittenLanguage;
  readonly json: boolean;
}

/** Reads the command's words. `locale` is the terminal's, such as `id_ID.UTF-8`. @throws {UsageError} */
export function readVerifyArguments(words: readonly string[], locale: string): VerifyRequest {
  const { values, positionals } = readWords(words, options, usage);
  const [file, ...rest] = positionals;
  if (file === undefined) throw new UsageError(`A bundle is missing; ${usage}`);
  if (rest.length > 0) throw new UsageError(`One bundle at a time; "${rest[0]}" is one too many.`);
  const language = languageOf(values.lang);
  if (values.uncovered !== undefined && values.opening === undefined)
    throw new UsageError('An uncovered picture is checked with the opening that its maker gave: --opening.');
  const { fingerprint = null } = values;
  if (fingerprint !== null && !isFingerprint(fingerprint))
    throw new UsageError('A fingerprint has 64 digits from 0 to 9 and a to f.');
  return {
    file,
    fingerprint,
    opening: values.opening ?? null,
    uncovered: values.uncovered ?? null,
    withdrawn: values.withdrawn ?? null,
    language: language ?? languageFor(locale.replace('_', '-')),
    json: values.json ?? false,
  };
}
