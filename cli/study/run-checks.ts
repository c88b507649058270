import { checkBetween, groupedBy, isRead } from './check-between';
import {
  type CheckedPackage,
  type CheckOptions,
  checkPackage,
  type GivenPackage,
  openGiven,
} from './check-package';
import { asBefore, type CheckedBefore } from './checked-before';
import { compareText } from './compare-text';

/**
 * Opens and checks packages, each by itself and then against each other.
 *
 * @param onPackage is told how many were checked so far, of how many
 */
export async function runChecks(
  given: readonly GivenPackage[],
  options: CheckOptions & { readonly before?: CheckedBefore },
  onPackage: (done: number, of: number) => void,
): Promise<CheckedPackage[]> {
  const ends = endsByOwner(given);
  const checked: CheckedPackage[] = [];
  for (const one of given) {
    const places = ends.get(ownerOf(one)) ?? [];
    const known = options.before && (await asBefore(one, places, options.before));
    checked.push(known ?? (await checkPackage(one, places, options)));
    onPackage(checked.length, given.length);
  }
  const sorted = checked.toSorted(
    (one, other) => compareText(one.name, other.name) || compareText(one.sha256, other.sha256),
  );
  checkBetween(sorted.filter(isRead));
  return sorted;
}

const ownerOf = ({ said, path }: GivenPackage): string =>
  said === null ? path : `${said.study_id} ${said.participant_id}`;

/** Where the packages of each participant end: there the chains of the others are compared with them. */
function endsByOwner(given: readonly GivenPackage[]): Map<string, number[]> {
  const groups = groupedBy(given, ownerOf);
  return new Map(
    groups.map((group) => [
      ownerOf(group[0] as GivenPackage),
      group.flatMap(({ said }) => said?.last_n ?? []),
    ]),
  );
}

/** Opens all that was given. */
export const openAll = (paths: readonly string[]): GivenPackage[] => paths.map(openGiven);
