import { digestJson, names, signedText } from '../archive/wacz-files';
import { fromBase64, utf8ToBytes } from '../bytes';
import type { CaptureFacts } from '../capture-facts';
import { fingerprintOf, signatureHolds } from '../signature';
import { isPng, sizeOfPng, stampOf } from '../stamp-png';
import { zipTimeOf } from '../zip/write-zip';
import { timeOf } from '../zip/zip-faults';
import type { Findings } from './check';
import type { CheckedArchive } from './check-archive';
import type { CheckedZip } from './check-zip';
import { differenceAt, textAt } from './place';

/** capture.json by its schema, and the times of both containers and the picture's own stamp against it. */
export function checkFacts(outer: CheckedZip, archive: CheckedArchive, findings: Findings): void {
  const { facts, picture } = archive;
  const place = archive.files.get(names.facts);
  if (facts === null) {
    if (place !== undefined) findings.fails('facts', 'unreadable', place.path, place.whole);
    return;
  }
  for (const [zip, check] of [
    [outer, 'bundle'],
    [archive, 'archive'],
  ] as const) {
    const { date, time } = timeOf(zip.entries);
    const right = zipTimeOf(facts.taken_utc);
    if (zip.isRepacked || zip.entries.length === 0 || (date === right.date && time === right.time)) continue;
    const isSigned = check === 'archive' && outer.files.has('capture.wacz');
    const details = [undefined, null, { taken: facts.taken_utc }] as const;
    if (isSigned) findings.fails(check, 'time', ...details);
    else findings.notes(check, 'time', ...details);
  }
  if (picture !== null) checkStamp(archive, facts, picture, findings);
}

function checkStamp(
  archive: CheckedArchive,
  facts: CaptureFacts,
  picture: Uint8Array,
  findings: Findings,
): void {
  const place = archive.files.get(names.screenshot);
  if (!isPng(picture)) {
    findings.fails('stamp', 'no-png', place?.path, place?.whole);
    return;
  }
  const size = sizeOfPng(picture);
  if (size.w !== facts.image.w || size.h !== facts.image.h)
    findings.fails('stamp', 'size', place?.path, place?.at({ from: 16, to: 23 }));
  const stamp = stampOf(picture);
  if (stamp === null) {
    findings.fails('stamp', 'no-stamp', place?.path);
    return;
  }
  for (const key of ['capture_id', 'page_url_masked', 'taken_utc', 'key_fingerprint'] as const)
    if (stamp[key] !== facts[key])
      findings.fails('stamp', 'other', place?.path, place && textAt(place, stamp[key]), { field: key });
}

/** The signature inside the archive over its list of files, and the file that carries it. */
export async function checkList(
  archive: CheckedArchive,
  key: Uint8Array | null,
  findings: Findings,
): Promise<void> {
  const { digest, facts, files } = archive;
  const list = files.get(names.list);
  const place = files.get(names.digest);
  if (list === undefined || place === undefined) return;
  if (digest === null) {
    findings.fails('list', 'unreadable', place.path, place.whole);
    return;
  }
  const { signedData } = digest;
  const raw = fromBase64(signedData.signature) ?? new Uint8Array();
  const text = signedText(list);
  const isOtherList = signedData.hash !== text;
  // Where the hash in the digest was signed as it stands there, it is the list that was changed.
  const isSigned =
    isOtherList &&
    (await signatureHolds(key ?? new Uint8Array(), raw, utf8ToBytes(signedData.hash))) === 'holds';
  if (isOtherList && list.fitsChecksum && !isSigned)
    findings.fails('list', 'hash', place.path, textAt(place, signedData.hash));
  else if (isOtherList) {
    findings.fails('list', 'changed', list.path, list.whole);
    findings.withdraw('contents', 'changed', 'unlisted');
    findings.absent('contents', 'no-ground', { file: list.path });
  } else {
    const answer = await signatureHolds(key ?? new Uint8Array(), raw, utf8ToBytes(text));
    if (answer === 'no-crypto') findings.absent('list', 'no-crypto');
    if (answer === 'fails')
      findings.fails('list', 'signature', place.path, textAt(place, signedData.signature));
  }
  if (facts === null || key === null) return;
  const made = digestJson({
    list,
    facts,
    created: signedData.created,
    signature: raw,
    publicKey: key,
  });
  const range = signedData.hash === text ? differenceAt(place, made) : null;
  if (range !== null) findings.fails('list', 'other-form', place.path, range);
}

/** Whose key it is: the one written into the facts, and the one that the reader expects. */
export function checkFingerprint(
  key: Uint8Array | null,
  facts: CaptureFacts | null,
  expected: string | null,
  findings: Findings,
): void {
  if (key === null) {
    findings.absent('fingerprint', 'no-key');
    return;
  }
  const fingerprint = fingerprintOf(key);
  if (facts !== null && facts.key_fingerprint !== fingerprint)
    findings.fails('fingerprint', 'other-key', undefined, null, {
      fingerprint,
      written: facts.key_fingerprint,
    });
  if (expected === null) return;
  const asked = expected.toLowerCase().replace(/[^0-9a-f]/g, '');
  if (asked !== fingerprint)
    findings.fails('fingerprint', 'not-expected', undefined, null, { fingerprint, expected: asked });
  else findings.holds('fingerprint', 'expected', { values: { fingerprint } });
}
