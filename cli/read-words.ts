import { type ParseArgsConfig, parseArgs } from 'node:util';
import { studyName } from '../core/log/study-name';
import { UsageError } from './usage-error';

/** Reads a command's options and what stands beside them. @throws {UsageError} with `usage` at its end */
export function readWords<Options extends NonNullable<ParseArgsConfig['options']>>(
  words: readonly string[],
  options: Options,
  usage: string,
) {
  // A negative number is a value to be refused as such: it is no option.
  const args: string[] = [];
  for (const word of words) {
    const option = args.at(-1) ?? '';
    if (/^-\d/.test(word) && options[option.slice(2)]?.type === 'string')
      args.splice(-1, 1, `${option}=${word}`);
    else args.push(word);
  }
  try {
    return parseArgs({ args, allowPositionals: true, options });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message.split('.')[0] : String(cause);
    throw new UsageError(`${reason}; ${usage}`);
  }
}

/** Reads the options of a command that takes nothing beside them. @throws {UsageError} */
export function readOptions<Options extends NonNullable<ParseArgsConfig['options']>>(
  words: readonly string[],
  options: Options,
  usage: string,
) {
  const { values, positionals } = readWords(words, options, usage);
  if (positionals.length > 0) throw new UsageError(`"${positionals[0]}" is no option; ${usage}`);
  return values;
}

/** A study as it was named, or not at all. @throws {UsageError} */
export function studyOf(named: string | undefined): string | undefined {
  if (named !== undefined && !studyName.test(named))
    throw new UsageError(`"${named}" is no name of a study; write lower-case letters, digits and dashes.`);
  return named;
}

/** Whether a language is one of this tool's, or none was asked for. @throws {UsageError} */
export function languageOf(asked: string | undefined): 'id' | 'en' | undefined {
  if (asked === undefined || asked === 'id' || asked === 'en') return asked;
  throw new UsageError(`"${asked}" is no language of this tool; it speaks id and en.`);
}
