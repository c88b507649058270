import { createHash, hash } from 'node:crypto';
import { createReadStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { codebook } from '../../core/log/codebook';
import { rulesetVersion } from '../../core/log/ruleset-version';
import { builtInRulebook } from '../../core/rulebook/built-in';
import { checkChain, type ReadChain, type StudyDays } from './check-chain';
import { checkFiles } from './check-files';
import { checkCheckpoints, checkSignature, readCheckpoints } from './check-signature';
import {
  checkEvents,
  checkExposure,
  checkFlows,
  checkOwners,
  checkRejudgements,
  checkShape,
  checkTexts,
} from './check-tables';
import { type Description, readDescription } from './description';
import { type Duck, DuckFault } from './duck';
import type { FoundInput } from './find-inputs';
import { Findings } from './finding';
import {
  ContainerFault,
  contentOf,
  kindOf,
  type OpenedPackage,
  openPackage,
  readPacked,
} from './package-file';

/** A package as it was given and what is known of it after it was checked by itself. */
export interface CheckedPackage {
  /** Its path from the folder that was named. */
  readonly name: string;
  /** The names under which the same bytes were given too. */
  readonly copies: readonly string[];
  /** Of the ZIP; of a folder, of its description, which names the hash of every other file. */
  readonly sha256: string;
  /** SHA-256 of its description: two packages with the same one are the same. */
  readonly description: string | null;
  readonly findings: Findings;
  /** Null where it could not be opened. */
  readonly opened: OpenedPackage | null;
  readonly said: Description | null;
  /** Fingerprint of its key. */
  readonly key: string | null;
  /** Chain values at the places where other packages of the participant end, and at its own end. */
  readonly chainAt: ReadonlyMap<number, string>;
}

export interface CheckOptions {
  readonly duck: Duck;
  /** Folder for what is needed meanwhile. */
  readonly scratch: string;
  readonly days: StudyDays;
  /** ISO day on which a package was received, by its name or export id. */
  readonly received: ReadonlyMap<string, string>;
}

/** A package that was opened, before it is checked. */
export interface GivenPackage {
  readonly name: string;
  readonly path: string;
  readonly copies: readonly string[];
  readonly opened: OpenedPackage | null;
  readonly said: Description | null;
  /** Why it could not be opened. */
  readonly findings: Findings;
}

/** Opens what a path names and reads what it says of itself; what is wrong with it is in its findings. */
export function openGiven({ path, name, isTooDeep }: FoundInput): GivenPackage {
  const findings = new Findings();
  let opened: OpenedPackage | null = null;
  try {
    if (isTooDeep) throw new ContainerFault('it lies in too many folders: give it by its own name');
    opened = openPackage(path);
    return { name, path, copies: [], opened, said: readDescription(opened), findings };
  } catch (error) {
    if (!(error instanceof ContainerFault)) throw error;
    findings.add(opened === null ? 'container' : 'description', error.message, { file: error.file });
    return { name, path, copies: [], opened, said: null, findings };
  }
}

/**
 * Checks one package by itself, wholly: container, files, signature, chain, tables, texts and times.
 *
 * @param ends places at which other packages of the participant end
 */
export async function checkPackage(
  given: GivenPackage,
  ends: readonly number[],
  { duck, scratch, days, received }: CheckOptions,
): Promise<CheckedPackage> {
  const { opened, said, findings } = given;
  const known = { ...(await nameExactly(given)), findings };
  if (opened === null || said === null) return { ...known, key: null, chainAt: new Map() };
  const folder = mkdtempSync(join(scratch, 'check-'));
  try {
    const unpacked = checkFiles(opened, said, folder, findings);
    const key = await checkSignature(opened, findings);
    const chainFile = unpacked.get('chain.ndjson.gz');
    if (said.version !== codebook.schema_version) {
      findings.add(
        'schema-version',
        `its schema is ${said.version}; this command knows ${codebook.schema_version}`,
        {
          file: 'datapackage.json',
        },
      );
      return { ...known, key: key?.fingerprint ?? null, chainAt: new Map() };
    }
    const tables = { duck, said, unpacked, findings };
    if (!(await checkShape(tables)) || chainFile === undefined)
      return { ...known, key: key?.fingerprint ?? null, chainAt: new Map() };
    const heads = readCheckpoints(opened, findings);
    const wanted = new Set([...ends, ...heads.map(({ n }) => n), said.last_n]);
    const lastDay = dayReceived(given, said, received);
    const chain = await checkChain(chainFile, { said, wanted, days, lastDay }, findings);
    checkVersions(chain, said, findings);
    await checkOwners(tables);
    if (key !== null && !findings.has('chain-line'))
      await checkCheckpoints(heads, { key, chain, said }, findings);
    // Of a chain that was not read to its end nothing can be compared.
    if (!findings.has('chain-line') && chain.rows <= said.last_n) {
      await checkEvents(tables);
      await checkFlows(tables, chain);
      await checkRejudgements(tables);
      await checkExposure(tables, chain);
      await checkTexts(tables);
    }
    return {
      ...known,
      key: key?.fingerprint ?? null,
      chainAt: new Map([...chain.at].filter(([n]) => ends.includes(n))),
    };
  } catch (error) {
    if (error instanceof ContainerFault) findings.add('container', error.message, { file: error.file });
    else if (error instanceof DuckFault && error.isOfData)
      findings.add('file-rows', 'a table of it cannot be read to its end');
    else throw error;
    return { ...known, key: null, chainAt: new Map() };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Whether a text names a package by its file, with the folders before it or without. */
export const isFileName = ({ name, copies }: Pick<GivenPackage, 'name' | 'copies'>, text: string): boolean =>
  [name, ...copies].some((one) => one === text || one.endsWith(`/${text}`));

/** The day on which a package was received, by its export id or file. */
export function dayReceived(
  given: Pick<GivenPackage, 'name' | 'copies'>,
  { export_id }: Description,
  received: ReadonlyMap<string, string>,
): string | null {
  const named = [...received].find(([text]) => isFileName(given, text));
  return received.get(export_id) ?? named?.[1] ?? null;
}

/** What tells a package from every other one. */
export async function nameExactly(given: GivenPackage) {
  const { name, copies, opened, said } = given;
  return { name, copies, sha256: await identityOf(given), description: descriptionOf(given), opened, said };
}

/** What names a package in the lock: of a ZIP all its bytes. */
async function identityOf(given: GivenPackage): Promise<string> {
  if (kindOf(given.path) !== 'file') return descriptionOf(given) ?? '';
  const sha256 = createHash('sha256');
  try {
    for await (const bytes of createReadStream(given.path)) sha256.update(bytes);
  } catch (cause) {
    // Of a file that cannot be read its findings say so already.
    if (given.opened !== null) throw cause;
    return '';
  }
  return sha256.digest('hex');
}

/** What can be the same package only where this is the same; null where it is like no other. */
export function roughly({ opened, path }: GivenPackage): string | null {
  if (opened === null) return kindOf(path) === 'file' ? `file of ${statSync(path).size}` : null;
  const files = [...opened.files.values()];
  return `${files.length} files of ${files.reduce((sum, { size }) => sum + size, 0)}`;
}

/** The same for packages that hold the same bytes, be they packed or not. */
export async function exactly(given: GivenPackage): Promise<string> {
  try {
    return given.opened === null ? await identityOf(given) : contentOf(given.opened);
  } catch (error) {
    if (!(error instanceof ContainerFault)) throw error;
    return given.path;
  }
}

function descriptionOf({ opened }: GivenPackage): string | null {
  const file = opened?.files.get('datapackage.json');
  return file === undefined ? null : hash('sha256', readPacked(file));
}

function checkVersions({ schemas, rulebooks }: ReadChain, said: Description, findings: Findings): void {
  for (const schema of [...schemas].sort())
    if (schema !== codebook.schema_version)
      findings.add(
        'schema-version',
        `events are of schema ${schema}; this command knows ${codebook.schema_version}`,
      );
  const known = rulesetVersion(builtInRulebook.about.version);
  for (const version of [...new Set([...rulebooks, said.ruleset_version])].sort())
    if (!/^v\d{4}\.\d{2}\.\d{2}(?:\.\d+)?$/.test(version) || version > known)
      findings.add(
        'rulebook-version',
        `rulebook ${version} is none that this command knows (it has ${known})`,
      );
}
