import { checkBetween, groupedBy, isRead } from './check-between';
import {
  type CheckedPackage,
  type CheckOptions,
  checkPackage,
  exactly,
  type GivenPackage,
  openGiven,
  roughly,
} from './check-package';
import { asBefore, type CheckedBefore } from './checked-before';
import { compareText } from './compare-text';
import type { Duck } from './duck';
import type { FoundInput } from './find-inputs';

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
  let done = 0;
  const todo = given.entries();
  // The chain of one package is read here while the database compares another one's tables.
  const lane = async (duck: Duck): Promise<void> => {
    for (const [index, one] of todo) {
      const places = ends.get(ownerOf(one)) ?? [];
      const known = options.before && (await asBefore(one, places, options.before));
      checked[index] = known ?? (await checkPackage(one, places, { ...options, duck }));
      done += 1;
      onPackage(done, given.length);
    }
    duck.close();
  };
  await Promise.all([lane(await options.duck.beside()), lane(await options.duck.beside())]);
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

/** Opens all that was given; of packages that hold the same bytes one, which names the others. */
export async function openAll(inputs: readonly FoundInput[]): Promise<GivenPackage[]> {
  const given = inputs.map(openGiven).toSorted((one, other) => compareText(one.name, other.name));
  const once: GivenPackage[] = [];
  for (const alike of groupedBy(given, (one) => roughly(one) ?? one.path)) {
    const same = new Map<string, GivenPackage>();
    for (const one of alike) {
      const bytes = alike.length === 1 ? one.path : await exactly(one);
      const first = same.get(bytes);
      same.set(bytes, first === undefined ? one : { ...first, copies: [...first.copies, one.name] });
    }
    once.push(...same.values());
  }
  return once;
}
