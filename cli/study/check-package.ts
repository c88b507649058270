import { createHash, hash } from 'node:crypto';
import { createReadStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
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
import type { Duck } from './duck';
import { Findings } from './finding';
import { ContainerFault, type OpenedPackage, openPackage, readPacked } from './package-file';

/** A package as it was given and what is known of it after it was checked by itself. */
export interface CheckedPackage {
  /** The name of its ZIP or folder. */
  readonly name: string;
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
  readonly opened: OpenedPackage | null;
  readonly said: Description | null;
  /** Why it could not be opened. */
  readonly findings: Findings;
}

/** Opens what a path names and reads what it says of itself; what is wrong with it is in its findings. */
export function openGiven(path: string): GivenPackage {
  const findings = new Findings();
  const name = basename(path);
  let opened: OpenedPackage | null = null;
  try {
    opened = openPackage(path);
    return { name, path, opened, said: readDescription(opened), findings };
  } catch (error) {
    if (!(error instanceof ContainerFault)) throw error;
    findings.add(opened === null ? 'container' : 'description', error.message, { file: error.file });
    return { name, path, opened, said: null, findings };
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
  const { name, opened, said, findings } = given;
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
    const lastDay = received.get(said.export_id) ?? received.get(name) ?? null;
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
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What tells a package from every other one. */
export async function nameExactly(given: GivenPackage) {
  const { name, opened, said } = given;
  return { name, sha256: await identityOf(given), description: descriptionOf(given), opened, said };
}

/** What names a package in the lock: of a ZIP all its bytes. */
async function identityOf(given: GivenPackage): Promise<string> {
  if (statSync(given.path).isDirectory()) return descriptionOf(given) ?? '';
  const sha256 = createHash('sha256');
  for await (const bytes of createReadStream(given.path)) sha256.update(bytes);
  return sha256.digest('hex');
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
