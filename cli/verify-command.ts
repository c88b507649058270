import { existsSync, readFileSync } from 'node:fs';
import type { CaptureFacts } from '../core/bundle/capture-facts';
import { fitsIn, type Opened, openSeals, readOpening } from '../core/bundle/commitment';
import { type ExaminedSequence, examineSequence, isSequence } from '../core/bundle/sequence';
import { examine, type Known } from '../core/bundle/verify/verify';
import { type VerifierWords, verifierWords, wordsOfOpening } from '../core/bundle/words';
import { builtInRulebook } from '../core/rulebook/built-in';
import { printChecks, printSequence } from './print-checks';
import { readGiven, readOne } from './read-given';
import { shownJson, shownText } from './shown-text';
import { isResearchPackage } from './study/package-file';
import { localeOf, type Terminal, toldUsage } from './terminal';
import { UsageError } from './usage-error';
import { readVerifyArguments, usage, type VerifyRequest } from './verify-arguments';

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
    const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
    const given = readGiven(request.file);
    const known: Known = {
      fingerprint: request.fingerprint,
      withdrawal: request.withdrawn === null ? null : readOne(request.withdrawn),
      now: new Date().toISOString(),
      writer: { rulebook: builtInRulebook, version },
    };
    const words = verifierWords(request.language);
    if (isSequence(given)) {
      const sequence = await examineSequence(given, known);
      const opened = openedBy(
        request,
        sequence.steps.map(({ found }) => found.facts),
      );
      await terminal.out(
        request.json ? shownJson(jsonOfSequence(sequence, opened)) : printSequence(sequence, words),
      );
      if (opened !== null && !request.json) await terminal.out(printOpened(opened, words));
      return sequence.holds && (opened === null || fitsIn(opened)) ? 0 : 1;
    }
    const found = await examine(given, known);
    const opened = openedBy(request, [found.facts]);
    if (request.json) {
      const { holds, fingerprint, facts } = found;
      const checks = found.checks.map((check) => ({ ...check, says: words.sayCheck(check) }));
      const captureId = facts?.capture_id ?? null;
      const json = JSON.stringify(
        { holds, fingerprint, captureId, checks, ...(opened && { opened }) },
        null,
        2,
      );
      await terminal.out(`${shownJson(json)}\n`);
    } else {
      await terminal.out(printChecks(found, words));
      if (opened !== null) await terminal.out(printOpened(opened, words));
    }
    return found.holds && (opened === null || fitsIn(opened)) ? 0 : 1;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    terminal.err(`verify: ${error.message}\n`);
    return 2;
  }
}

const printOpened = (opened: Opened, words: VerifierWords): string =>
  shownText(`\n${wordsOfOpening(opened, words).join('\n')}\n`);

/** What the given opening opens in the capture that it names; null where none was given. @throws {UsageError} */
function openedBy(
  { opening, uncovered }: VerifyRequest,
  captures: readonly (CaptureFacts | null)[],
): Opened | null {
  const known = captures.filter((facts) => facts !== null);
  const [first] = known;
  if (opening === null || first === undefined) return null;
  const read = readOpening(new TextDecoder().decode(readOne(opening)));
  if (read === null) throw new UsageError(`The file "${opening}" is no opening of a capture.`);
  const facts = known.find(({ capture_id }) => capture_id === read.capture_id) ?? first;
  return openSeals(facts, read, uncovered === null ? null : readOne(uncovered));
}

const jsonOfSequence = (
  { holds, faults, fingerprint, steps }: ExaminedSequence,
  opened: Opened | null,
): string =>
  `${JSON.stringify(
    {
      holds,
      fingerprint,
      faults,
      steps: steps.map(({ file, found }) => ({
        file,
        holds: found.holds,
        captureId: found.facts?.capture_id ?? null,
      })),
      ...(opened && { opened }),
    },
    null,
    2,
  )}\n`;
