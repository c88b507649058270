import * as v from 'valibot';
import { parseJson } from '../../page/parse-json';
import { cdxj, datapackage, names, pagesJsonl } from '../archive/wacz-files';
import { recordsOf } from '../archive/warc';
import { fromBase64, type Hashed, type Range, sameBytes, sha256Hex, textOf } from '../bytes';
import { type CaptureFacts, captureFactsSchema } from '../capture-facts';
import type { Findings } from './check';
import { checkRecords, compareRecords, type FoundRecord } from './check-records';
import { type CheckedZip, checkZip, type Given } from './check-zip';
import { differenceAt, type Place } from './place';
import { type Digest, offsetsIn, readDigest, readList } from './read-list';

/** What the archive turned out to hold. */
export interface CheckedArchive extends CheckedZip {
  /** Null where capture.json cannot be read, or is none of this format. */
  readonly facts: CaptureFacts | null;
  readonly picture: Uint8Array | null;
  readonly digest: Digest | null;
  /** The key that the archive itself names (SPKI). */
  readonly publicKey: Uint8Array | null;
}

const needed = Object.values(names);
const segment = /^evidence\/segment-\d{2,3}\.png$/;
const isOfArchive = (name: string): boolean => needed.some((known) => known === name) || segment.test(name);

/** The order of the writer: segments after the picture, the facts and the two lists last. */
function inOrder(found: readonly string[]): string[] {
  const { warc, index, pages, screenshot, facts, list, digest } = names;
  const segments = found.filter((name) => segment.test(name)).toSorted();
  return [warc, index, pages, screenshot, ...segments, facts, list, digest].filter((name) =>
    found.includes(name),
  );
}

/**
 * Checks the archive by itself: its container, every file by the list, the records, and all against the facts.
 *
 * @param wacz the archive's place in a bundle, whose signature binds its container too; else what was given of it alone
 */
export function checkArchive(wacz: Place | Given, findings: Findings): CheckedArchive {
  const isPlace = 'whole' in wacz;
  const how = {
    container: 'archive',
    files: 'contents',
    path: 'capture.wacz/',
    needed,
    mayHold: isOfArchive,
    inOrder,
    isSigned: isPlace,
  } as const;
  const zip = isPlace ? checkZip(wacz.bytes, wacz, how, findings) : checkZip(wacz, null, how, findings);
  const file = (name: string) => zip.files.get(name);
  const listed = new Map(
    (readList(file(names.list)?.bytes)?.resources ?? []).map(({ path, hash }) => [path, hash]),
  );
  const isListed = (place: Place | undefined, name: string): boolean =>
    place !== undefined && listed.get(name) === `sha256:${place.hash}`;
  const warc = file(names.warc);
  const index = file(names.index);
  const trusted = isListed(index, names.index) || (listed.size === 0 && index?.fitsChecksum);
  const offsets = trusted ? offsetsIn(index?.bytes, warc?.bytes.length ?? 0) : null;
  const records = warc === undefined ? [] : checkRecords(warc, offsets, findings);
  const blockOf = (prefix: string) =>
    records.find(({ fields }) => fields.get('warc-target-uri')?.startsWith(prefix))?.block;
  const twins = new Map([
    [names.screenshot, blockOf('urn:view:')],
    [names.facts, blockOf('urn:capture:')],
  ] as const);
  const json = [file(names.facts), twins.get(names.facts)].find(
    (bytes) => bytes !== undefined && listed.get(names.facts) === `sha256:${bytes.hash}`,
  );
  const captureJson = json ?? file(names.facts) ?? twins.get(names.facts);
  const facts = captureJson === undefined ? null : readFacts(captureJson.bytes);
  const expected = facts === null ? new Map() : expectedFiles(zip, records, facts, twins);
  checkListed(zip, listed, expected, findings);
  const digest = readDigest(file(names.digest)?.bytes);
  if (facts !== null && captureJson !== undefined) {
    if (warc !== undefined) compareRecords(warc, records, facts, captureJson, findings);
    compareMade(zip, expected, listed, findings);
    compareCopies(zip, twins, listed, facts, findings);
  }
  const picture = file(names.screenshot)?.bytes ?? null;
  const publicKey = fromBase64(digest?.signedData.publicKey ?? '');
  return { ...zip, facts, picture, digest, publicKey: publicKey?.length ? publicKey : null };
}

function readFacts(json: Uint8Array): CaptureFacts | null {
  const found = v.safeParse(captureFactsSchema, parseJson(textOf(json)));
  return found.success ? found.output : null;
}

/** What the files should hold, made again from the others. */
function expectedFiles(
  { files }: CheckedZip,
  records: readonly FoundRecord[],
  facts: CaptureFacts,
  twins: ReadonlyMap<string, Hashed | undefined>,
): Map<string, Uint8Array> {
  const [, page, picture, json] = records;
  const made = new Map<string, Uint8Array>([[names.pages, pagesJsonl(facts)]]);
  if (page && picture && json) {
    const plain = recordsOf({ facts, html: page.block, png: picture.block, captureJson: json.block });
    const packed = plain.map((record, n) => ({
      ...record,
      ...(records[n] as FoundRecord),
      block: record.block,
    }));
    made.set(names.index, cdxj(packed, facts));
  }
  for (const [name, bytes] of twins) if (bytes !== undefined) made.set(name, bytes.bytes);
  const listable = inOrder([...files.keys()]).filter((name) => name !== names.list && name !== names.digest);
  const all = listable.map((name) => ({ ...(files.get(name) as Place), name }));
  return made.set(names.list, datapackage(all, facts));
}

/** Every file by its hash in the list; where what it should hold is known, the very bytes that differ. */
function checkListed(
  { files }: CheckedZip,
  listed: ReadonlyMap<string, string>,
  expected: ReadonlyMap<string, Uint8Array>,
  findings: Findings,
): void {
  const list = files.get(names.list);
  if (list !== undefined && listed.size === 0) findings.fails('list', 'unreadable', list.path, list.whole);
  for (const [name, place] of files) {
    const hash = listed.get(name);
    if (name === names.list || name === names.digest || hash === `sha256:${place.hash}`) continue;
    // The file fits its checksum and the list does not fit its own: then it is the list that was changed.
    if (place.fitsChecksum && list?.fitsChecksum !== true) continue;
    const made = expected.get(name);
    const known = made !== undefined && (hash === undefined || `sha256:${sha256Hex(made)}` === hash);
    const range: Range | null = known ? differenceAt(place, made) : null;
    findings.fails('contents', hash === undefined ? 'unlisted' : 'changed', place.path, range ?? place.whole);
  }
  if (list?.fitsChecksum !== true) return;
  for (const name of listed.keys())
    if (!files.has(name) && isOfArchive(name) && !needed.some((one) => one === name))
      findings.fails('contents', 'removed', `capture.wacz/${name}`);
}

/** Index, pages and list against the ones that the writer would make; what its hash already tells is left out. */
function compareMade(
  { files }: CheckedZip,
  expected: ReadonlyMap<string, Uint8Array>,
  listed: ReadonlyMap<string, string>,
  findings: Findings,
): void {
  // A list made again from changed files says nothing about the list.
  const isChanged = (name: string, { hash }: Place) =>
    listed.has(name) && listed.get(name) !== `sha256:${hash}`;
  const doubtful =
    files.get(names.list)?.fitsChecksum === true &&
    [...files].some(([name, place]) => isChanged(name, place));
  for (const name of [names.index, names.pages, names.list]) {
    const place = files.get(name);
    const made = expected.get(name);
    if (place === undefined || made === undefined) continue;
    const isTold = name === names.list ? doubtful : listed.get(name) !== `sha256:${place.hash}`;
    const range = isTold ? null : differenceAt(place, made);
    if (range !== null)
      findings.fails(name === names.list ? 'list' : 'index', 'other-facts', place.path, range);
  }
}

/** The plain copies against the records, and the segments against the facts. */
function compareCopies(
  { files }: CheckedZip,
  twins: ReadonlyMap<string, Hashed | undefined>,
  listed: ReadonlyMap<string, string>,
  facts: CaptureFacts,
  findings: Findings,
): void {
  for (const [name, twin] of twins) {
    const place = files.get(name);
    if (place === undefined || twin === undefined || sameBytes(place.bytes, twin.bytes)) continue;
    // One of the two is the listed one; of the other it is known where it differs.
    const isTold = listed.get(name) !== `sha256:${place.hash}`;
    findings.fails('copies', 'differs', place.path, isTold ? differenceAt(place, twin.bytes) : null);
  }
  const segments = [...files].filter(([name]) => segment.test(name));
  const told = facts.segments.map(({ file, sha256 }) => `${file} ${sha256}`).join('\n');
  const found = segments.map(([name, { hash }]) => `${name} ${hash}`).join('\n');
  if (told !== found) findings.fails('copies', 'segments', files.get(names.facts)?.path);
}
