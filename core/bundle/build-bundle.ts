import { hexToBytes } from '@noble/hashes/utils.js';
import { buildWacz, type CaptureInput } from './archive/build-wacz';
import { type Hashed, hashed, utf8ToBytes } from './bytes';
import type { CaptureFacts } from './capture-facts';
import { derSignature, pemOf } from './signature';
import { timeRequest } from './time/time-request';
import { verifyText } from './verify-text';
import { writeZip, type ZipFile, type ZipTime, zipTimeOf } from './zip/write-zip';

/** The answers of time authorities, in the order in which they were attached. */
export const answerNames: readonly string[] = [
  'capture.wacz.tsr',
  ...[2, 3, 4, 5].map((n) => `capture.wacz.${n}.tsr`),
];
/** The OpenTimestamps proof. */
export const proofName = 'capture.wacz.ots';

/** The files of a bundle in their order; those with `false` need not be there. */
export const bundleFiles: readonly (readonly [name: string, isNeeded: boolean])[] = [
  ['capture.wacz', true],
  ['capture.wacz.sha256', true],
  ['capture.wacz.sig', true],
  ['pubkey.pem', true],
  ['capture.wacz.tsq', true],
  ...answerNames.map((name) => [name, false] as const),
  ['tsa-chain.pem', false],
  [proofName, false],
  ['notes.json', false],
  ['notes.json.sig', false],
  ['VERIFY.txt', true],
  ['SHA256SUMS', true],
];

/** A line as sha256sum writes it. */
export const sumLine = (name: string, { hash }: Hashed): string => `${hash}  ${name}\n`;

/** The files that follow from the archive, the facts in it and the key: a verifier makes them again. */
export const madeFiles = (
  wacz: Hashed,
  facts: CaptureFacts | null,
  publicKey: Uint8Array | null,
): Map<string, Uint8Array> =>
  new Map([
    ['capture.wacz.sha256', utf8ToBytes(sumLine('capture.wacz', wacz))],
    ['capture.wacz.tsq', timeRequest(hexToBytes(wacz.hash))],
    ...(publicKey === null ? [] : [['pubkey.pem', utf8ToBytes(pemOf(publicKey))] as const]),
    ...(facts === null ? [] : [['VERIFY.txt', verifyText(facts)] as const]),
  ]);

/** The outer ZIP of the given files, in the order of the format, with a new SHA256SUMS. */
export function packBundle(files: ReadonlyMap<string, Uint8Array>, time: ZipTime): Uint8Array {
  const ordered: ZipFile[] = bundleFiles.flatMap(([name]) => {
    const bytes = files.get(name);
    return bytes === undefined || name === 'SHA256SUMS' ? [] : { name, bytes };
  });
  const sums = utf8ToBytes(ordered.map(({ name, bytes }) => sumLine(name, hashed(bytes))).join(''));
  return writeZip([...ordered, { name: 'SHA256SUMS', bytes: sums }], time);
}

/**
 * The bundle of one capture: the archive, and beside it what standard tools check it with.
 * @throws {BadCapture} when a field is not as the format has it; {NotPng} when a picture is none
 */
export async function buildBundle(input: CaptureInput): Promise<Uint8Array> {
  const { wacz, facts } = await buildWacz(input);
  const signature = derSignature(await input.sign(wacz));
  const files = madeFiles(hashed(wacz), facts, input.publicKey);
  files.set('capture.wacz', wacz);
  files.set('capture.wacz.sig', signature);
  return packBundle(files, zipTimeOf(facts.taken_utc));
}

/** `2026-11-24T05:00:00.000Z` and the capture's id as the file's name: capture_20261124T050000Z_1b2c3d4e.zip. */
export const bundleName = ({ taken_utc, capture_id }: CaptureFacts): string =>
  `capture_${taken_utc.slice(0, 19).replace(/[-:]/g, '')}Z_${capture_id.slice(0, 8)}.zip`;
