import { readFileSync } from 'node:fs';
import { examine } from '../core/bundle/verify/verify';
import { verifierWords } from '../core/bundle/words';
import { builtInRulebook } from '../core/rulebook/built-in';
import { UsageError } from './arguments';
import { printChecks } from './print-checks';
import { readGiven, readOne } from './read-given';
import { shownJson } from './shown-text';
import { localeOf, type Terminal, toldUsage } from './terminal';
import { readVerifyArguments, usage } from './verify-arguments';

/** `npm run verify`: answers 0 where the bundle holds, 1 where it does not, 2 for wrong usage. */
export async function verifyCommand(terminal: Terminal): Promise<number> {
  if (await toldUsage(terminal, usage)) return 0;
  try {
    const request = readVerifyArguments(terminal.words, localeOf(terminal));
    const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
    const found = await examine(readGiven(request.file), {
      fingerprint: request.fingerprint,
      withdrawal: request.withdrawn === null ? null : readOne(request.withdrawn),
      now: new Date().toISOString(),
      writer: { rulebook: builtInRulebook, version },
    });
    const words = verifierWords(request.language);
    if (request.json) {
      const { holds, fingerprint, facts } = found;
      const checks = found.checks.map((check) => ({ ...check, says: words.sayCheck(check) }));
      const captureId = facts?.capture_id ?? null;
      const json = JSON.stringify({ holds, fingerprint, captureId, checks }, null, 2);
      await terminal.out(`${shownJson(json)}\n`);
    } else await terminal.out(printChecks(found, words));
    return found.holds ? 0 : 1;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    terminal.err(`verify: ${error.message}\n`);
    return 2;
  }
}
