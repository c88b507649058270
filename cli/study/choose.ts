import { isPseudonym } from '../../core/log/participant-code';
import { groupedBy, laterFirst, ownerKey, type ReadPackage } from './check-between';
import { dayReceived, isFileName } from './check-package';
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

/** A package as it was given; what it says of itself is null where it cannot be read. */
interface Given {
  readonly name: string;
  readonly copies: readonly string[];
  readonly said: ReadPackage['said'] | null;
}

/**
 * Whether a line of the withdrawals is about a package: by its ids, its person, its name, or the pseudonym's first digits
 * in it. One that says nothing of itself is named as the extension names packages: by those digits and the export id,
 * never by a code.
 */
export function isNamedBy(given: Given, id: string, sides: SideFiles): boolean {
  const { said, name, copies } = given;
  const isHex = /^[0-9a-f]{8,}$/.test(id);
  if (isFileName(given, id)) return true;
  const digits = isPseudonym(id) ? id.slice(0, 8) : id;
  if (said === null) return isHex && [name, ...copies].some((one) => one.includes(digits));
  const { export_id, participant_id, participant_code } = said;
  return (
    [export_id, participant_id, participant_code, personOf({ said }, sides)].includes(id) ||
    (isHex && participant_id.startsWith(id))
  );
}

/** All but what belongs to people who withdrew. A withdrawal is a participant's, whichever of the exports it names. */
export function leaveWithdrawn<T extends Given>(given: readonly T[], sides: SideFiles): T[] {
  const named = given.filter((one) => [...sides.withdrawn].some((id) => isNamedBy(one, id, sides)));
  const gone = new Set(named.flatMap(({ said }) => said?.participant_id ?? []));
  return given.filter((one) => !named.includes(one) && !(one.said && gone.has(one.said.participant_id)));
}

/** Of each participant's packages that hold, the latest counts, whole. */
export function chooseLatest(packages: readonly ReadPackage[], sides: SideFiles): Chosen[] {
  const whole = packages.filter(({ findings }) => !findings.fails);
  return groupedBy(whole, ownerKey).map((group) => {
    const [latest] = group.toSorted(laterFirst) as [ReadPackage];
    const { said, opened, findings } = latest;
    const line = lineOf(said, sides.roster);
    return {
      opened: opened as NonNullable<ReadPackage['opened']>,
      said,
      person: personOf(latest, sides),
      source: 'browser',
      analysed: true,
      arm: line?.arm ?? null,
      weight: line?.weight ?? null,
      received: dayReceived(latest, said, sides.received),
      packages: new Set(group.map(({ description }) => description)).size,
      flags: findings.flags,
    };
  });
}
