import { bundleFiles, madeFiles, sumLine } from '../build-bundle';
import { textOf, utf8ToBytes } from '../bytes';
import type { CaptureFacts } from '../capture-facts';
import { rawSignature, signatureHolds, spkiOfPem } from '../signature';
import type { Findings } from './check';
import { differenceAt, type Place, textAt } from './place';

type Files = ReadonlyMap<string, Place>;

/** Which key signed the archive, and whether its signature holds. */
export interface SignedBy {
  readonly key: Uint8Array | null;
  readonly holds: boolean;
}

/** The signature beside the archive, by the key that the archive names or the one beside it. */
export async function checkSignature(
  files: Files,
  named: Uint8Array | null,
  findings: Findings,
): Promise<SignedBy> {
  const wacz = files.get('capture.wacz');
  const beside = files.get('pubkey.pem');
  const place = files.get('capture.wacz.sig');
  const keys = [named, beside === undefined ? null : spkiOfPem(beside.bytes)].filter((key) => key !== null);
  const first = keys[0] ?? null;
  if (wacz === undefined || place === undefined) return { key: first, holds: false };
  const raw = rawSignature(place.bytes);
  if (raw === null) {
    findings.fails('signature', 'unreadable', place.path, place.whole);
    return { key: first, holds: false };
  }
  for (const key of keys) {
    const answer = await signatureHolds(key, raw, wacz.bytes);
    if (answer === 'holds') return { key, holds: true };
    if (answer === 'no-crypto') {
      findings.absent('signature', 'no-crypto');
      return { key, holds: false };
    }
  }
  if (keys.length === 0) findings.fails('signature', 'no-key', beside?.path, beside?.whole);
  else if (!place.fitsChecksum) findings.fails('signature', 'fails', place.path, place.whole);
  else findings.fails('signature', 'fails', wacz.path);
  return { key: first, holds: false };
}

const checkOf: readonly (readonly [name: string, check: 'hash' | 'key' | 'instructions' | 'request'])[] = [
  ['capture.wacz.sha256', 'hash'],
  ['pubkey.pem', 'key'],
  ['VERIFY.txt', 'instructions'],
  ['capture.wacz.tsq', 'request'],
];

/** The files beside the archive that follow from it: made again, and compared byte for byte. */
export function checkMadeFiles(
  files: Files,
  facts: CaptureFacts | null,
  { key, holds }: SignedBy,
  findings: Findings,
): void {
  const wacz = files.get('capture.wacz');
  if (wacz === undefined) return;
  const made = madeFiles(wacz, facts, key);
  for (const [name, check] of checkOf) {
    const place = files.get(name);
    const expected = made.get(name);
    if (place === undefined) continue;
    if (expected === undefined) {
      findings.absent(check, 'no-ground', { file: name });
      continue;
    }
    const range = differenceAt(place, expected);
    if (range === null) continue;
    // Of an archive that is itself in doubt, the file beside it may be the true one.
    if (holds || !place.fitsChecksum || name === 'pubkey.pem') findings.fails(check, 'changed', name, range);
    else findings.fails(check, 'other-archive', name);
  }
}

/** The files whose content the signatures or the archive vouch for. */
export function soundFiles(
  files: Files,
  { holds }: SignedBy,
  notes: unknown,
  findings: Findings,
): Set<string> {
  const doubted = new Set(findings.all.filter(({ outcome }) => outcome !== 'holds').map(({ file }) => file));
  const made = checkOf.map(([name]) => name).filter((name) => holds && !doubted.has(name));
  const signed = holds ? ['capture.wacz', 'capture.wacz.sig'] : [];
  const noted = notes === null ? [] : ['notes.json', 'notes.json.sig'];
  return new Set([...made, ...signed, ...noted].filter((name) => files.has(name)));
}

const sumShape = /^[0-9a-f]{64} {2}[\w.-]{1,60}\n$/;

interface Besides {
  /** Names of files that are there and cannot be read here. */
  readonly unread: ReadonlySet<string>;
  /** Files that other checks showed to be as they were made: where the list says otherwise, it is the list. */
  readonly sound: ReadonlySet<string>;
}

/** SHA256SUMS, line by line. */
export function checkSums(files: Files, { unread, sound }: Besides, findings: Findings): void {
  const place = files.get('SHA256SUMS');
  if (place === undefined) return;
  const lines = textOf(place.bytes).split(/(?<=\n)/);
  const byName = new Map(
    lines.filter((line) => sumShape.test(line)).map((line) => [line.slice(66).trimEnd(), line]),
  );
  const others = [...files].filter(([name]) => name !== 'SHA256SUMS');
  for (const [name, file] of others) {
    const line = byName.get(name);
    if (line === undefined || line === sumLine(name, file)) continue;
    // A file that fits its checksum beside a list that does not: the list was changed.
    const isList = sound.has(name) || (file.fitsChecksum && !place.fitsChecksum);
    if (isList) findings.fails('sums', 'list', place.path, textAt(place, line));
    else findings.fails('sums', 'changed', file.path, file.whole);
  }
  for (const [name, line] of byName) {
    if (files.has(name) || unread.has(name) || !place.fitsChecksum) continue;
    const isOfBundle = bundleFiles.some(([known]) => known === name);
    if (isOfBundle) findings.fails('sums', 'removed', name, textAt(place, line));
    else findings.fails('sums', 'list', place.path, textAt(place, line));
  }
  if (unread.size > 0) return;
  const expected = utf8ToBytes(others.map(([name, file]) => sumLine(name, file)).join(''));
  const range = differenceAt(place, expected);
  const isTold = findings.all.some(({ check, outcome }) => check === 'sums' && outcome === 'fails');
  if (range !== null && (!isTold || byName.size < lines.length))
    findings.fails('sums', 'list', place.path, range);
}
