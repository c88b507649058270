import { bundleFiles } from '../build-bundle';
import type { CaptureFacts } from '../capture-facts';
import type { Notes } from '../notes';
import { fingerprintOf } from '../signature';
import { type Check, checkIds, Findings } from './check';
import { type CheckedArchive, checkArchive } from './check-archive';
import { checkFacts, checkFingerprint, checkList } from './check-facts';
import { checkNotes } from './check-notes';
import { checkMadeFiles, checkSignature, checkSums } from './check-sidecars';
import { checkTime } from './check-time';
import { checkZip } from './check-zip';

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
} as const;

const noArchive: CheckedArchive = {
  files: new Map(),
  entries: [],
  facts: null,
  picture: null,
  digest: null,
  publicKey: null,
};

/**
 * Checks a bundle, and gives besides what it holds. Pure; never throws, whatever the bytes are; takes time in
 * proportion to their number.
 *
 * @param expectedFingerprint the fingerprint that the maker has published, if the reader has it
 */
export async function examine(
  bytes: Uint8Array,
  expectedFingerprint: string | null = null,
): Promise<Examination> {
  const findings = new Findings();
  const bundle = checkZip(bytes, null, outer, findings);
  const { files } = bundle;
  checkSums(files, findings);
  const wacz = files.get('capture.wacz');
  const archive = wacz === undefined ? noArchive : checkArchive(wacz, findings);
  const { facts } = archive;
  const signed = await checkSignature(files, archive.publicKey, findings);
  const { key } = signed;
  checkMadeFiles(files, facts, signed, findings);
  await checkList(archive, key, findings);
  checkFacts(bundle, archive, findings);
  checkFingerprint(key, facts, expectedFingerprint, findings);
  await checkTime(files, findings);
  const notes = await checkNotes(files, key, facts, findings);
  closeAll(files.size > 0, wacz !== undefined, findings);
  const checks = findings.all.toSorted((a, b) => checkIds.indexOf(a.check) - checkIds.indexOf(b.check));
  return {
    checks,
    holds: checks.every(
      ({ outcome, why }) => outcome === 'holds' || (outcome === 'absent' && mayBeAbsent(why)),
    ),
    fingerprint: key && fingerprintOf(key),
    facts,
    picture: archive.picture,
    notes,
  };
}

/** No time, no notes, or an authority that signs in a way unknown here: the capture holds by itself. */
const mayBeAbsent = (why: string): boolean => why === 'none' || why === 'unchecked';

/** What nothing was found against holds, where there was something to look at. */
function closeAll(hasFiles: boolean, hasArchive: boolean, findings: Findings): void {
  for (const check of checkIds) {
    const isOuter = check === 'bundle' || check === 'files';
    if (isOuter || (hasFiles && hasArchive)) findings.close(check);
    else if (!findings.all.some((one) => one.check === check)) findings.absent(check, 'no-archive');
  }
}

/** What holds and what does not, in the order of `checkIds`. */
export const verify = async (
  bytes: Uint8Array,
  expectedFingerprint: string | null = null,
): Promise<readonly Check[]> => (await examine(bytes, expectedFingerprint)).checks;
