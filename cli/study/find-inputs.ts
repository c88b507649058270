import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../usage-error';

/** What was given: paths of packages, and of events that judge --har wrote. */
export interface FoundInputs {
  readonly packages: readonly string[];
  readonly har: readonly string[];
}

const isUnpacked = (folder: string): boolean => existsSync(join(folder, 'datapackage.json'));

/** Finds the packages that paths name: ZIPs, folders of ZIPs, packages that were unpacked. @throws {UsageError} */
export function findInputs(paths: readonly string[]): FoundInputs {
  const found = { packages: new Set<string>(), har: new Set<string>() };
  const take = (path: string): boolean => {
    const isFolder = statSync(path).isDirectory();
    if (isFolder ? isUnpacked(path) : /\.zip$/i.test(path)) found.packages.add(path);
    else if (!isFolder && /\.ndjson$/i.test(path)) found.har.add(path);
    else return false;
    return true;
  };
  for (const path of paths) {
    if (!existsSync(path)) throw new UsageError(`There is no "${path}".`);
    if (take(path)) continue;
    // Whatever else a person names must be looked at too, and refused by its name.
    if (!statSync(path).isDirectory()) {
      found.packages.add(path);
      continue;
    }
    const before = found.packages.size + found.har.size;
    for (const name of readdirSync(path).sort()) take(join(path, name));
    if (found.packages.size + found.har.size === before)
      throw new UsageError(`The folder "${path}" holds no package (ZIP) and no NDJSON of judge --har.`);
  }
  return { packages: [...found.packages], har: [...found.har] };
}
