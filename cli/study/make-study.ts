import { existsSync, mkdirSync, readdirSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { shownName, shownText } from '../shown-text';
import type { Terminal } from '../terminal';
import { UsageError } from '../usage-error';
import type { StudyRequest } from './arguments';
import { groupedBy, isRead } from './check-between';
import { type GivenPackage, isFileName } from './check-package';
import { type CheckedBefore, readCheckedBefore } from './checked-before';
import { chooseLatest, isNamedBy, leaveWithdrawn, personOf } from './choose';
import type { Chosen } from './chosen';
import { compareText } from './compare-text';
import { type Duck, openDuck } from './duck';
import { eraseAgain } from './erase-again';
import { type FoundInput, findInputs } from './find-inputs';
import { checkList } from './finding';
import { type HarPackage, readHarEvents } from './har-package';
import { mergeStudy } from './merge';
import { methodsText } from './methods-text';
import { printStudy } from './print-study';
import { progressOn } from './progress';
import { reportFiles, writeReport } from './report/write-report';
import { openAll, runChecks } from './run-checks';
import { readSideFiles, type SideFiles } from './side-files';
import { countOf, countOfChosen, grouped, type StudyCounts } from './study-counts';
import { hashOf, lockOf } from './study-lock';
import { toldPackage } from './tell-checks';
import { toolName } from './tool-name';
import { writeDataPackage, writeDictionary } from './written-study';

/** All that a study's folder may hold: what a run writes anew. */
const ours = ['data', 'dictionary.csv', 'methods.md', 'checks.json', 'study.lock.json', ...reportFiles];

type MakeRequest = StudyRequest & { readonly out: string };

/**
 * Checks packages, merges those that hold, and writes the study's folder. The same inputs give the same bytes.
 *
 * @throws {UsageError}
 */
export async function makeStudy(request: MakeRequest, terminal: Terminal): Promise<number> {
  const { out } = request;
  const before = readCheckedBefore(request.checked, {
    days: request.days,
    received: hashOf(request.received),
  });
  refuseWithin(request.inputs, out);
  const scratch = prepareFolder(out);
  const duck = await openDuck({ ...request, scratch });
  try {
    return await withDuck(duck, request, { scratch, terminal, before });
  } finally {
    duck.close();
    rmSync(scratch, { recursive: true, force: true });
  }
}

interface Surroundings {
  readonly scratch: string;
  readonly terminal: Terminal;
  readonly before: CheckedBefore;
}

async function withDuck(
  duck: Duck,
  request: MakeRequest,
  { scratch, terminal, before }: Surroundings,
): Promise<number> {
  const { out, days } = request;
  const tell = progressOn(terminal.err);
  const inputs = findInputs(request.inputs);
  const sides = await readSideFiles(duck, request);
  const given = await openAll(inputs.packages);
  const har: HarPackage[] = [];
  for (const [index, one] of onlyOnce(inputs.har).entries())
    har.push(await readHarEvents(one, join(scratch, `har-${index}`)));
  const study = studyOf(given, har, request.study);
  const ofStudy = given.filter(({ said }) => said === null || said.study_id === study);
  const harOfStudy = har.filter(({ said }) => said === null || said.study_id === study);
  const kept = leaveWithdrawn(ofStudy, sides);
  const keptHar = leaveWithdrawn(harOfStudy, sides);
  const all = [...ofStudy, ...harOfStudy];
  tellUnmet(all, sides, terminal.err);
  const options = { duck, scratch, days, received: sides.received, before };
  const checked = await runChecks(kept, options, (done, of) =>
    tell(`checked ${done} of ${of} packages`, done === of),
  );
  const latest = chooseLatest(await eraseAgain(duck, checked.filter(isRead), scratch), sides);
  const walks = keptHar.flatMap((one) => chosenWalk(one, sides, request.withHar));
  const chosen = [...latest, ...walks];
  const withdrawn = all.length - kept.length - keptHar.length;
  const counts: StudyCounts = {
    received: { ...countOf(all, sides), ...(withdrawn > 0 && { rows: null }) },
    not_withdrawn: countOf([...kept, ...keptHar], sides),
    whole: countOf(
      [...checked, ...keptHar].filter(({ findings }) => !findings.fails),
      sides,
    ),
    merged: countOfChosen(chosen),
    analysed: countOfChosen(chosen.filter(({ analysed }) => analysed)),
  };
  for (const name of ours) rmSync(join(out, name), { recursive: true, force: true });
  writeJson(join(out, 'checks.json'), {
    tool: toolName(),
    study,
    from: days.from,
    to: days.to,
    received: hashOf(request.received),
    counts,
    checks: checkList.map(({ id, level, means }) => ({ id, level, means })),
    packages: [...checked.map(toldPackage), ...keptHar.map(toldWalk)],
  });
  if (chosen.length === 0) {
    terminal.err(`study: no package of ${study} holds; checks.json says why.\n`);
    return 1;
  }
  const data = join(out, 'data');
  mkdirSync(data);
  const rowsOfAll = chosen.reduce((sum, { said }) => sum + said.last_n, 0);
  const parts = await mergeStudy(duck, chosen, { folder: data, scratch }, (rows) =>
    tell(`merged ${grouped(rows)} of ${grouped(rowsOfAll)} rows`, rows === rowsOfAll),
  );
  await writeDataPackage(data, study, parts);
  writeDictionary(join(out, 'dictionary.csv'));
  writeFileSync(join(out, 'methods.md'), methodsText({ study, counts, request }));
  const [{ version: duckVersion } = {}] = await duck.rows('SELECT version() AS version');
  writeJson(
    join(out, 'study.lock.json'),
    lockOf({ study, request, checked, har: keptHar, counts, duckVersion: String(duckVersion) }),
  );
  await writeReport({ ...request, folder: out, study, counts });
  await terminal.out(shownText(printStudy({ study, out, counts, checked, parts, withdrawn })));
  return 0;
}

/** A study is none of its own packages, and writes over none. @throws {UsageError} */
function refuseWithin(inputs: readonly string[], out: string): void {
  const isWithin = (inner: string, outer: string) => inner === outer || inner.startsWith(join(outer, sep));
  const place = realPlace(out);
  for (const input of inputs) {
    const given = realPlace(input);
    if (isWithin(place, given))
      throw new UsageError(
        `The study's folder "${out}" lies in "${input}", which holds packages; name one elsewhere.`,
      );
    if (isWithin(given, place))
      throw new UsageError(
        `The study's folder "${out}" holds the packages of "${input}"; name one elsewhere.`,
      );
  }
}

/** Where a path leads, as far as it is there. */
function realPlace(path: string): string {
  const whole = resolve(path);
  try {
    return realpathSync(whole);
  } catch {
    return dirname(whole) === whole ? whole : join(realPlace(dirname(whole)), basename(whole));
  }
}

/** Makes room to work in. What an earlier run left stays until this one has something to write. @throws {UsageError} */
function prepareFolder(out: string): string {
  if (existsSync(out) && !statSync(out).isDirectory()) throw new UsageError(`"${out}" is a file, no folder.`);
  if (
    existsSync(out) &&
    readdirSync(out).length > 0 &&
    !existsSync(join(out, 'study.lock.json')) &&
    !existsSync(join(out, 'checks.json'))
  )
    throw new UsageError(`The folder "${out}" holds something else than a study; name an empty one.`);
  const scratch = join(out, '.scratch');
  rmSync(scratch, { recursive: true, force: true });
  mkdirSync(scratch, { recursive: true });
  return scratch;
}

/** Lines that are told one by one. */
const mostTold = 20;

/** A line beside the packages that is about none of them may be a slip of the pen: it is told, and written nowhere. */
export function tellUnmet(
  given: readonly Pick<GivenPackage, 'name' | 'copies' | 'said'>[],
  sides: SideFiles,
  err: Terminal['err'],
): void {
  const tell = (
    ids: Iterable<string>,
    where: string,
    then: string,
    isOf: (one: (typeof given)[number], id: string) => boolean,
  ) => {
    const unmet = [...ids].filter((id) => !given.some((one) => isOf(one, id)));
    for (const id of unmet.slice(0, mostTold))
      err(`study: "${shownName(id)}" in the ${where} fits no package that was given${then}.\n`);
    if (unmet.length > mostTold)
      err(`study: and so do ${unmet.length - mostTold} more lines of the ${where}.\n`);
  };
  tell(sides.withdrawn, 'withdrawals', '; nobody was left out for it', (one, id) =>
    isNamedBy(one, id, sides),
  );
  tell(sides.roster.keys(), 'roster', '', ({ said }, id) =>
    [said?.participant_id, said?.participant_code].includes(id),
  );
  tell(
    sides.received.keys(),
    'days of receipt',
    '',
    (one, id) => one.said?.export_id === id || isFileName(one, id),
  );
}

/** Of walks that hold the same bytes one, which names the others. */
function onlyOnce(har: readonly FoundInput[]): (FoundInput & { copies: string[] })[] {
  const groups = groupedBy(
    har.toSorted((one, other) => compareText(one.name, other.name)),
    ({ path }) => hashOf(path) ?? path,
  );
  return groups.map(([first, ...others]) => ({
    ...(first as FoundInput),
    copies: others.map(({ name }) => name),
  }));
}

/** The one study that is merged. @throws {UsageError} */
function studyOf(given: readonly GivenPackage[], har: readonly HarPackage[], wanted: string | null): string {
  const studies = [...new Set([...given, ...har].flatMap(({ said }) => said?.study_id ?? []))].sort();
  if (wanted !== null && !studies.includes(wanted))
    throw new UsageError(
      `No package is of the study "${wanted}"; there are: ${studies.join(', ') || 'none'}.`,
    );
  if (wanted !== null) return wanted;
  const [only, ...more] = studies;
  if (only === undefined)
    throw new UsageError('None of these is a research package; study --check says why of each.');
  if (more.length > 0)
    throw new UsageError(
      `The packages are of several studies (${studies.join(', ')}); say with --study which one is meant.`,
    );
  return only;
}

function chosenWalk({ said, opened }: HarPackage, sides: SideFiles, analysed: boolean): Chosen[] {
  if (said === null || opened === null) return [];
  const line = sides.roster.get(said.participant_code ?? said.participant_id);
  return [
    {
      opened,
      said,
      person: personOf({ said }, sides),
      source: 'har',
      analysed,
      arm: line?.arm ?? null,
      weight: line?.weight ?? null,
      received: null,
      packages: 1,
      flags: [],
    },
  ];
}

const toldWalk = ({ name, copies, said, findings }: HarPackage) => ({
  name,
  copies,
  source: 'har',
  study_id: said?.study_id ?? null,
  participant_id: said?.participant_id ?? null,
  export_id: said?.export_id ?? null,
  outcome: findings.fails ? 'left-out' : 'not-checked',
  findings: findings.all(),
});

const writeJson = (file: string, value: unknown): void =>
  writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`);
