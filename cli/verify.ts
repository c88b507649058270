import { examine } from '../core/bundle/verify/verify';
import { verifierWords } from '../core/bundle/words';
import { UsageError } from './arguments';
import { printChecks } from './print-checks';
import { readGiven } from './read-given';
import { shownJson } from './shown-text';
import { readVerifyArguments } from './verify-arguments';

// The reader of our output may leave early (`| head`): the answer is in the exit code too.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

try {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  const request = readVerifyArguments(process.argv.slice(2), LC_ALL || LC_MESSAGES || LANG || '');
  const found = await examine(readGiven(request.file), request.fingerprint);
  const words = verifierWords(request.language);
  if (request.json) {
    const { holds, fingerprint, facts } = found;
    const checks = found.checks.map((check) => ({ ...check, says: words.sayCheck(check) }));
    const captureId = facts?.capture_id ?? null;
    const json = JSON.stringify({ holds, fingerprint, captureId, checks }, null, 2);
    process.stdout.write(`${shownJson(json)}\n`);
  } else process.stdout.write(printChecks(found, words));
  process.exitCode = found.holds ? 0 : 1;
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`verify: ${error.message}\n`);
  process.exitCode = 2;
}
