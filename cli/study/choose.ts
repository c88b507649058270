import { groupedBy, laterFirst, ownerKey, type ReadPackage } from './check-between';
import type { Chosen } from './chosen';
import type { SideFiles } from './side-files';

/** What the packages are called: the person of the roster, else the code, else the pseudonym. */
export function personOf({ said }: Pick<ReadPackage, 'said'>, { roster }: SideFiles): string {
  const line = lineOf(said, roster);
  return line?.person ?? said.participant_code ?? said.participant_id;
}

const lineOf = (said: ReadPackage['said'], roster: SideFiles['roster']) =>
  roster.get(said.participant_id) ??
  (said.participant_code === null ? undefined : roster.get(said.participant_code));

/** Whether a line of the withdrawals is about a package: by its ids, its person, its name, or the pseudonym's first digits in it. */
export const isNamedBy = (
  { said, name }: Pick<ReadPackage, 'said' | 'name'>,
  id: string,
  sides: SideFiles,
): boolean =>
  [said.export_id, said.participant_id, said.participant_code, personOf({ said }, sides), name].includes(
    id,
  ) ||
  (/^[0-9a-f]{8,}$/.test(id) && said.participant_id.startsWith(id));

/**
 * Parts the packages of who withdrew from the others. A withdrawal is a participant's, whichever of the exports it names.
 */
export function partWithdrawn<T extends Pick<ReadPackage, 'said' | 'name'>>(
  packages: readonly T[],
  sides: SideFiles,
): { kept: T[]; withdrawn: T[] } {
  const isNamed = (one: T): boolean => [...sides.withdrawn].some((id) => isNamedBy(one, id, sides));
  const gone = new Set(packages.filter(isNamed).map(({ said }) => said.participant_id));
  const isGone = (one: T) => gone.has(one.said.participant_id) || isNamed(one);
  return { kept: packages.filter((one) => !isGone(one)), withdrawn: packages.filter(isGone) };
}

/** Of each participant's packages that hold, the latest counts, whole. */
export function chooseLatest(packages: readonly ReadPackage[], sides: SideFiles): Chosen[] {
  const whole = packages.filter(({ findings }) => !findings.fails);
  return groupedBy(whole, ownerKey).map((group) => {
    const [latest] = group.toSorted(laterFirst) as [ReadPackage];
    const { said, opened, findings, name } = latest;
    const line = lineOf(said, sides.roster);
    return {
      opened: opened as NonNullable<ReadPackage['opened']>,
      said,
      person: personOf(latest, sides),
      source: 'browser',
      analysed: true,
      arm: line?.arm ?? null,
      weight: line?.weight ?? null,
      received: sides.received.get(said.export_id) ?? sides.received.get(name) ?? null,
      packages: new Set(group.map(({ description }) => description)).size,
      flags: findings.flags,
    };
  });
}
