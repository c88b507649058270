import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { shownJson, shownName, shownText } from '../shown-text';
import { type Terminal, toldUsage } from '../terminal';
import { UsageError } from '../usage-error';
import { readStudyArguments, type StudyRequest, usage } from './arguments';
import { DuckFault, openDuck } from './duck';
import { findInputs } from './find-inputs';
import { makeStudy, tellUnmet } from './make-study';
import { coverageCommand } from './plan/coverage-command';
import { planCommand } from './plan/plan-command';
import { progressOn } from './progress';
import { openAll, runChecks } from './run-checks';
import { readSideFiles } from './side-files';
import { outcomeOf, printChecks, toldPackage } from './tell-checks';

/** Checks packages and tells what came of it; 1 where one does not hold. */
async function checkOnly(request: StudyRequest, { out, err }: Terminal): Promise<number> {
  const scratch = mkdtempSync(join(tmpdir(), 'study-check-'));
  const duck = await openDuck({ ...request, scratch });
  try {
    const inputs = findInputs(request.inputs);
    if (inputs.packages.length === 0)
      throw new UsageError('Lines of judge --har carry no signature: there is nothing to check in them.');
    const { received } = await readSideFiles(duck, {
      roster: null,
      withdrawn: null,
      received: request.received,
    });
    const given = await openAll(inputs.packages);
    tellUnmet(given, { roster: new Map(), withdrawn: new Set(), received }, err);
    const tell = progressOn(err);
    const checked = await runChecks(given, { duck, scratch, days: request.days, received }, (done, of) =>
      tell(`checked ${done} of ${of} packages`, done === of),
    );
    const holds = checked.every((one) => outcomeOf(one) !== 'left-out');
    if (request.json)
      await out(`${shownJson(JSON.stringify({ holds, packages: checked.map(toldPackage) }, null, 2))}\n`);
    else await out(shownText(printChecks(checked)));
    return holds ? 0 : 1;
  } finally {
    duck.close();
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** `npm run study`: 0 where all packages hold, 1 where one was left out, 2 for wrong usage. */
export async function studyCommand(terminal: Terminal): Promise<number> {
  if (await toldUsage(terminal, usage)) return 0;
  try {
    const [first, ...words] = terminal.words;
    if (first === 'plan') return await planCommand({ ...terminal, words });
    if (first === 'coverage') return await coverageCommand({ ...terminal, words });
    const request = readStudyArguments(terminal.words);
    return await (request.out === null
      ? checkOnly(request, terminal)
      : makeStudy({ ...request, out: request.out }, terminal));
  } catch (error) {
    if (error instanceof DuckFault && error.isOfMachine) {
      terminal.err(
        `study: the database came to an end of memory or disk; give it more (--memory), or room for --out (${shownName(error.message)})\n`,
      );
      return 1;
    }
    if (!(error instanceof UsageError)) throw error;
    terminal.err(`study: ${shownName(error.message)}\n`);
    return 2;
  }
}
