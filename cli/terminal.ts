import { once } from 'node:events';
import type { Readable } from 'node:stream';

/** Where a command reads from and writes to: the process, or a test. */
export interface Terminal {
  readonly words: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: Readable;
  /** Waits for the reader, so that memory stays bounded however slow it is. */
  out(text: string): Promise<void>;
  err(text: string): void;
}

/**
 * Runs a command in this process; what it returns is the exit code.
 * @param isAnswered whether a reader who leaves early (`| head`) has all that was asked for
 */
export async function runInProcess(
  command: (terminal: Terminal) => Promise<number>,
  isAnswered: boolean,
): Promise<void> {
  const { stdout, stderr, stdin, env, argv } = process;
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    if (isAnswered) process.exit(0);
  });
  process.exitCode = await command({
    words: argv.slice(2),
    env,
    stdin,
    out: async (text) => {
      if (!stdout.write(text)) await once(stdout, 'drain');
    },
    err: (text) => void stderr.write(text),
  });
}

/** Answers `--help` and `-h`; false where neither was asked. */
export async function toldUsage({ words, out }: Terminal, usage: string): Promise<boolean> {
  if (!words.includes('--help') && !words.includes('-h')) return false;
  await out(`${usage.replaceAll('   or   ', '\n       ')}\n`);
  return true;
}

/** The language and the like that the surroundings ask for. */
export const localeOf = ({ env }: Pick<Terminal, 'env'>): string =>
  env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
