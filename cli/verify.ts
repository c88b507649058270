import { readFileSync, statSync } from 'node:fs';
import { examine, largestBundle } from '../core/bundle/verify/verify';
import { verifierWords } from '../core/bundle/words';
import { UsageError } from './arguments';
import { printChecks } from './print-checks';
import { readVerifyArguments } from './verify-arguments';

function readBundle(file: string): Uint8Array {
  try {
    if (statSync(file).size > largestBundle)
      throw new UsageError(`The file "${file}" is larger than any bundle; it was not read.`);
    return new Uint8Array(readFileSync(file));
  } catch (cause) {
    if (cause instanceof UsageError) throw cause;
    const code = (cause as NodeJS.ErrnoException).code ?? 'unknown error';
    throw new UsageError(`The file "${file}" cannot be read (${code}).`);
  }
}

// The reader of our output may leave early (`| head`): the answer is in the exit code too.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

try {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  const request = readVerifyArguments(process.argv.slice(2), LC_ALL || LC_MESSAGES || LANG || '');
  const found = await examine(readBundle(request.file), request.fingerprint);
  const words = verifierWords(request.language);
  if (request.json) {
    const { holds, fingerprint, facts } = found;
    const checks = found.checks.map((check) => ({ ...check, says: words.sayCheck(check) }));
    const captureId = facts?.capture_id ?? null;
    process.stdout.write(`${JSON.stringify({ holds, fingerprint, captureId, checks }, null, 2)}\n`);
  } else process.stdout.write(printChecks(found, words));
  process.exitCode = found.holds ? 0 : 1;
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`verify: ${error.message}\n`);
  process.exitCode = 2;
}
