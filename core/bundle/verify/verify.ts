import { names as archiveNames } from '../archive/wacz-files';
import { bundleFiles } from '../build-bundle';
import type { CaptureFacts } from '../capture-facts';
import { folderOf, plainName } from '../file-names';
import type { Notes } from '../notes';
import { fingerprintOf } from '../signature';
import { isOtherContainer } from '../zip/other-container';
import { namesInZip } from '../zip/read-zip';
import { mostEntries } from '../zip/zip-headers';
import { type Check, checkIds, Findings } from './check';
import { type CheckedArchive, checkArchive } from './check-archive';
import { checkFacts, checkFingerprint, checkList } from './check-facts';
import { checkNotes } from './check-notes';
import { checkMadeFiles, checkSignature, checkSums, soundFiles } from './check-sidecars';
import { checkClock, checkTime, trustedTime } from './check-time';
import { checkWithdrawal } from './check-withdrawal';
import { checkWords, type Writer } from './check-words';
import { checkZip, type Given, nothingFound } from './check-zip';
import { contradictionIn } from './contradiction';

export interface Examination {
  readonly checks: readonly Check[];
  /** Whether every check that could be made holds, and none that is needed was left out. */
  readonly holds: boolean;
  /** SHA-256 of the key that signed, 64 hex digits; null where no key was found. */
  readonly fingerprint: string | null;
  readonly facts: CaptureFacts | null;
  /** PNG bytes as they lie in the bundle, whether or not the checks hold. */
  readonly picture: Uint8Array | null;
  /** Only when their signature holds. */
  readonly notes: Notes | null;
  /** The files of the bundle as they were read, by their names; none where the archive was given alone. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** Bytes; a file beyond that is not read at all. */
export const largestBundle = 1 << 30;

const names = bundleFiles.map(([name]) => name);
const outer = {
  container: 'bundle',
  files: 'files',
  path: '',
  needed: bundleFiles.filter(([, isNeeded]) => isNeeded).map(([name]) => name),
  mayHold: (name: string) => names.includes(name),
  inOrder: (found: readonly string[]) => names.filter((name) => found.includes(name)),
  isSigned: false,
} as const;

const noArchive: CheckedArchive = {
  ...nothingFound,
  facts: null,
  picture: null,
  digest: null,
  publicKey: null,
};

/** What else the reader knows; the more of it, the more can be checked. */
export interface Known {
  /** The fingerprint that the maker has published. */
  readonly fingerprint?: string | null;
  /** The statement that a key signs nothing any more, which its holder has published. */
  readonly withdrawal?: Uint8Array | null;
  /** ISO, UTC. */
  readonly now?: string | null;
  /** What writes sentences here. */
  readonly writer?: Writer | null;
}

/**
 * Checks a bundle, and gives besides what it holds. Pure; never throws, whatever the bytes are; takes time in
 * proportion to their number.
 *
 * @param given the bundle's ZIP, its files one by one, or the archive (WACZ) alone
 */
export async function examine(
  given: Given,
  { fingerprint = null, withdrawal = null, now = null, writer = null }: Known = {},
): Promise<Examination> {
  const findings = new Findings();
  const kind = kindOf(given);
  const bundle = kind === 'bundle' ? checkZip(given, null, outer, findings) : nothingFound;
  if (kind === 'neither') findings.fails('bundle', 'no-bundle');
  if (kind === 'packed') findings.absent('bundle', 'other-container');
  const { files } = bundle;
  const wacz = kind === 'archive' ? given : files.get('capture.wacz');
  const archive = wacz === undefined ? noArchive : checkArchive(wacz, findings);
  const { facts } = archive;
  const signed = await checkSignature(files, archive.publicKey, findings);
  const { key } = signed;
  checkMadeFiles(files, facts, signed, findings);
  await checkList(archive, key, findings);
  checkFacts(bundle, archive, findings);
  checkFingerprint(key, facts, fingerprint, findings);
  await checkTime(files, findings);
  const time = trustedTime(findings.all);
  await checkWithdrawal(withdrawal, key, { time, now, hasNotes: files.has('notes.json') }, findings);
  if (facts === null) for (const check of ['clock', 'words'] as const) findings.absent(check, 'no-ground');
  else {
    checkClock(facts, now, time, findings);
    checkWords(facts, writer, findings);
    const known = writer?.rulebook.about.version === facts.ruleset_version ? writer.rulebook : null;
    const contradiction = contradictionIn(facts, known);
    if (contradiction !== null) findings.doubts('facts', 'contradiction', contradiction);
  }
  const notes = await checkNotes(files, key, facts, findings);
  checkSums(files, { unread: bundle.unread, sound: soundFiles(files, signed, notes, findings) }, findings);
  if (kind === 'archive') for (const check of besideArchive) findings.absent(check, 'archive-alone');
  closeAll(kind === 'archive' || files.size > 0, wacz !== undefined, findings);
  const checks = findings.all.toSorted((a, b) => checkIds.indexOf(a.check) - checkIds.indexOf(b.check));
  return {
    checks,
    holds: checks.every(
      ({ outcome, why }) =>
        outcome === 'holds' || outcome === 'noted' || (outcome === 'absent' && mayBeAbsent.includes(why)),
    ),
    fingerprint: key && fingerprintOf(key),
    facts,
    picture: archive.picture,
    notes,
    files: new Map([...files].map(([name, { bytes }]) => [name, bytes])),
  };
}

/** What only a whole bundle has. */
const besideArchive = [
  'bundle',
  'files',
  'sums',
  'hash',
  'signature',
  'key',
  'instructions',
  'request',
] as const;

/**
 * No time, no notes, or an authority that signs in a way unknown here: the capture holds by itself. So it does where its
 * files were given one by one, and where the archive was given alone, as its list of files is signed; and where the rulebook
 * that wrote it is not known here.
 */
const mayBeAbsent: readonly string[] = [
  'none',
  'unchecked',
  'pending',
  'anchored',
  'loose',
  'archive-alone',
  'no-clock',
  'no-rulebook',
  'other-rulebook',
  'other-program',
  'other-edition',
  'not-yet',
  'notes',
  'other-key',
];

/** Told by the names of the files alone; of what cannot be read, a bundle's checks say why. */
function kindOf(given: Given): 'bundle' | 'archive' | 'packed' | 'neither' {
  if (given instanceof Uint8Array && isOtherContainer(given)) return 'packed';
  const named = given instanceof Uint8Array ? namesInZip(given) : given.map(({ name }) => name);
  const all = named.flatMap((name) => plainName(name) ?? []);
  if (all.length === 0 || all.length > mostEntries) return 'bundle';
  const holds = (isWanted: (name: string) => boolean): boolean => {
    const folder = folderOf(all, isWanted);
    return all.some((name) => name.startsWith(folder) && isWanted(name.slice(folder.length)));
  };
  if (holds(outer.mayHold)) return 'bundle';
  if (holds((name) => name === archiveNames.facts) || holds((name) => name === archiveNames.digest))
    return 'archive';
  return all.some((name) => /\.zip$/i.test(name)) ? 'packed' : 'neither';
}

/** What nothing was found against holds, where there was something to look at. */
function closeAll(hasFiles: boolean, hasArchive: boolean, findings: Findings): void {
  for (const check of checkIds) {
    const isOuter = check === 'bundle' || check === 'files';
    if (isOuter || (hasFiles && hasArchive)) findings.close(check);
    else if (!findings.all.some((one) => one.check === check)) findings.absent(check, 'no-archive');
  }
}
