import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { UsageError } from '../usage-error';
import type { StudyDays } from './check-chain';
import { type CheckedPackage, type GivenPackage, nameExactly } from './check-package';
import { checkList, Findings } from './finding';
import { toolName } from './tool-name';

const finding = v.object({
  check: v.string(),
  file: v.nullable(v.string()),
  row: v.nullable(v.number()),
  says: v.string(),
});
const packageBefore = v.object({
  name: v.string(),
  sha256: v.string(),
  key: v.nullable(v.string()),
  ends: v.array(v.tuple([v.number(), v.string()])),
  outcome: v.string(),
  findings: v.array(finding),
});
const checksBefore = v.object({
  tool: v.string(),
  from: v.nullable(v.string()),
  to: v.nullable(v.string()),
  received: v.nullable(v.string()),
  packages: v.array(v.unknown()),
});
type PackageBefore = v.InferOutput<typeof packageBefore>;

/** What checks were made with: others may say something else of the same package. */
export interface CheckedWith {
  readonly days: StudyDays;
  /** SHA-256 of the file of days on which packages were received. */
  readonly received: string | null;
}

/** The packages that an earlier run found to hold, by their SHA-256; none where it was made otherwise. */
export type CheckedBefore = ReadonlyMap<string, PackageBefore>;

/** Reads the checks.json of an earlier run. @throws {UsageError} */
export function readCheckedBefore(file: string | null, { days, received }: CheckedWith): CheckedBefore {
  if (file === null) return new Map();
  let said: v.InferOutput<typeof checksBefore>;
  try {
    said = v.parse(checksBefore, JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    throw new UsageError(`The file "${file}" is no checks.json of a study.`);
  }
  if (
    said.tool !== toolName() ||
    said.from !== days.from ||
    said.to !== days.to ||
    said.received !== received
  )
    throw new UsageError(
      `The checks of "${file}" were made by another version, or for other days; leave it away.`,
    );
  const held = said.packages.flatMap((one) => {
    const read = v.safeParse(packageBefore, one);
    return read.success && read.output.outcome !== 'left-out' ? [read.output] : [];
  });
  return new Map(held.map((one) => [one.sha256, one]));
}

const ofParticipant = new Set(checkList.filter((rule) => rule.of === 'participant').map(({ id }) => id));

/**
 * A package as an earlier run found it; null where that must be found out now.
 *
 * @param ends places at which other packages of the participant end: there the chains are compared
 */
export async function asBefore(
  given: GivenPackage,
  ends: readonly number[],
  before: CheckedBefore,
): Promise<CheckedPackage | null> {
  if (before.size === 0 || given.said === null) return null;
  const exact = await nameExactly(given);
  const known = before.get(exact.sha256);
  const chainAt = new Map(known?.ends);
  if (known === undefined || !ends.every((n) => chainAt.has(n))) return null;
  const findings = Findings.of(
    known.findings
      .filter(({ check }) => !ofParticipant.has(check))
      .map(({ check, file, row, says }) => ({ check, file, row, says })),
  );
  return { ...exact, findings, key: known.key, chainAt };
}
