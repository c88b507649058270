import { Readable } from 'node:stream';
import type { Terminal } from '../../cli/terminal';

/** What a command of `cli/` did, run in this process: its exit code and what it wrote. */
export async function runCommand(
  command: (terminal: Terminal) => Promise<number>,
  words: readonly string[],
  input: string | Buffer = '',
): Promise<{ status: number; stdout: string; stderr: string }> {
  const told = { stdout: '', stderr: '' };
  const status = await command({
    words,
    env: { LC_ALL: 'C.UTF-8' },
    stdin: Readable.from([Buffer.from(input)]),
    out: async (text) => {
      told.stdout += text;
    },
    err: (text) => {
      told.stderr += text;
    },
  });
  return { status, ...told };
}
