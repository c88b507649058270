import { readdirSync, realpathSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { UsageError } from '../usage-error';
import { compareText } from './compare-text';
import { isThere, kindOf } from './package-file';

/** A package, or events that judge --har wrote, and what it is called: its path from the folder that was named. */
export interface FoundInput {
  readonly path: string;
  readonly name: string;
  /** A folder within so many that it is not looked into. */
  readonly isTooDeep: boolean;
}

export interface FoundInputs {
  readonly packages: readonly FoundInput[];
  readonly har: readonly FoundInput[];
}

/** Folders within folders that are looked into. */
const deepest = 8;

/** What computers put beside files. */
const putByComputers = /^(?:\.|__MACOSX$)/;

/**
 * Finds the packages that paths name: ZIPs, packages that were unpacked, folders of these and of such folders. What
 * cannot be read is among them: it is refused by its name. @throws {UsageError}
 */
export function findInputs(paths: readonly string[]): FoundInputs {
  const packages = new Map<string, FoundInput>();
  const har = new Map<string, FoundInput>();
  for (const path of paths) {
    if (!isThere(path)) throw new UsageError(`There is no "${path}".`);
    if (!look(path, { name: basename(resolve(path)), depth: 0, within: [], packages, har }))
      throw new UsageError(`The folder "${path}" holds no package (ZIP) and no NDJSON of judge --har.`);
  }
  return { packages: [...packages.values()], har: [...har.values()] };
}

interface Place {
  readonly name: string;
  readonly depth: number;
  /** The folders on the way to it. */
  readonly within: readonly string[];
  readonly packages: Map<string, FoundInput>;
  readonly har: Map<string, FoundInput>;
}

/** Looks at a path, and into a folder; whether something was found. */
function look(path: string, place: Place): boolean {
  const { name, depth, within, packages, har } = place;
  const kind = kindOf(path);
  const real = kind === 'other' ? resolve(path) : realpathSync(path);
  if (within.includes(real)) return false;
  const isTooDeep = kind === 'folder' && depth > deepest;
  const take = (into: Map<string, FoundInput>): boolean => {
    const known = into.get(real);
    // A file that was named twice is one, and called the same in whichever order.
    if (known === undefined || compareText(name, known.name) < 0) into.set(real, { path, name, isTooDeep });
    return true;
  };
  if (kind === 'file' && /\.ndjson$/i.test(name)) return take(har);
  // Whatever else a person names must be looked at too, and refused by its name.
  if (kind !== 'folder') return (depth === 0 || kind === 'other' || /\.zip$/i.test(name)) && take(packages);
  if (isTooDeep || isThere(join(path, 'datapackage.json'))) return take(packages);
  const names = namesIn(path);
  if (names === null) return take(packages);
  return names
    .filter((one) => !putByComputers.test(one))
    .map((one) =>
      look(join(path, one), {
        ...place,
        name: depth === 0 ? one : `${name}/${one}`,
        depth: depth + 1,
        within: [...within, real],
      }),
    )
    .includes(true);
}

/** Null where the folder cannot be read: opening it says why. */
function namesIn(folder: string): string[] | null {
  try {
    return readdirSync(folder).sort();
  } catch {
    return null;
  }
}
