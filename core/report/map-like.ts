/** What decides whether an object is a map: of each entry its kind, and the keys where it is an object. */
export interface Entry {
  readonly kind: string;
  readonly keys: readonly string[];
}

/** From so many entries of one shape on an object is a map: objects, and anything plainer. */
const fewestObjects = 3;
const fewestOthers = 8;
/** Where a key of it is known to be somebody's. */
const fewestBeside = 2;

const shared = (a: readonly string[], b: ReadonlySet<string>): number => a.filter((key) => b.has(key)).length;

/**
 * Whether an object looks like a map from somebody's names or ids to things of one shape, rather than a record of
 * named fields.
 *
 * @param hasPersonal whether one of its keys is known to be somebody's: then the others of its shape are too
 */
export function isMapLike(entries: readonly Entry[], hasPersonal = false): boolean {
  const [first] = entries;
  if (!first || entries.some(({ kind }) => kind !== first.kind)) return false;
  if (first.kind !== 'object') return entries.length >= (hasPersonal ? fewestBeside : fewestOthers);
  const keys = new Set(first.keys);
  return (
    entries.length >= (hasPersonal ? fewestBeside : fewestObjects) &&
    entries.every((entry) => 2 * shared(entry.keys, keys) >= Math.max(entry.keys.length, keys.size))
  );
}
