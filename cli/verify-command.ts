import { existsSync } from 'node:fs';
import { examine } from '../core/bundle/verify/verify';
import { verifierWords } from '../core/bundle/words';
import { UsageError } from './arguments';
import { printChecks } from './print-checks';
import { readGiven } from './read-given';
import { shownJson } from './shown-text';
import { isResearchPackage } from './study/package-file';
import { localeOf, type Terminal, toldUsage } from './terminal';
import { readVerifyArguments, usage } from './verify-arguments';

/** A research package is no bundle, and no bundle that was changed either. @throws {UsageError} */
function refuseResearchPackage(path: string): void {
  if (existsSync(path) && isResearchPackage(path))
    throw new UsageError(
      `"${path}" is a research package, not a capture; check it with: npm run --silent study -- --check "${path}"`,
    );
}

/** `npm run verify`: answers 0 where the bundle holds, 1 where it does not, 2 for wrong usage. */
export async function verifyCommand(terminal: Terminal): Promise<number> {
  if (await toldUsage(terminal, usage)) return 0;
  try {
    const request = readVerifyArguments(terminal.words, localeOf(terminal));
    refuseResearchPackage(request.file);
    const found = await examine(readGiven(request.file), request.fingerprint);
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
