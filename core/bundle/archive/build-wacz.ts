import * as v from 'valibot';
import { hashed, utf8ToBytes } from '../bytes';
import { type CaptureFacts, type CaptureSaying, captureFacts, captureFactsSchema } from '../capture-facts';
import { fingerprintOf, type Sign } from '../signature';
import { sizeOfPng, stampPng } from '../stamp-png';
import { writeZip, type ZipFile, zipTimeOf } from '../zip/write-zip';
import {
  captureJson,
  cdxj,
  datapackage,
  digestJson,
  type ListedFile,
  names,
  pagesJsonl,
  signedText,
} from './wacz-files';
import { writeWarc } from './warc';

export interface CaptureInput {
  /** Verdict, explanation, limits and all else that is said of the capture. */
  readonly said: CaptureSaying;
  /** The picture, redacted and with its strip; its stamp (iTXt) is put in here. */
  readonly png: Uint8Array;
  /** The redacted snapshot of the page, UTF-8. */
  readonly html: string;
  /** SPKI of the key that signs. */
  readonly publicKey: Uint8Array;
  readonly sign: Sign;
  /** When it is signed, ISO in UTC. */
  readonly signed: string;
}

/** What was given makes no bundle: the message names the field. */
export class BadCapture extends Error {
  override readonly name = 'BadCapture';
}

/** What a verifier still unpacks; a larger capture is refused rather than made and never verified. */
export const mostUnpacked = 256 << 20;

/**
 * The web archive (WACZ 1.1.1) of one capture. The same input gives the same bytes, apart from the signature.
 * @throws {BadCapture} when a field is not as the format has it; {NotPng} when a picture is none
 */
export async function buildWacz(input: CaptureInput): Promise<{ wacz: Uint8Array; facts: CaptureFacts }> {
  const { png, html, publicKey, sign, signed } = input;
  const facts = factsFor(input);
  const stamped = hashed(stampPng(png, facts));
  const json = hashed(captureJson(facts));
  const content = { facts, html: hashed(utf8ToBytes(html)), png: stamped, captureJson: json };
  if (content.html.bytes.length + stamped.bytes.length + json.bytes.length > mostUnpacked / 2)
    throw new BadCapture('The capture is larger than a bundle may be.');
  const { warc, records } = writeWarc(content);
  const files: ListedFile[] = [
    { name: names.warc, ...hashed(warc) },
    { name: names.index, ...hashed(cdxj(records, facts)) },
    { name: names.pages, ...hashed(pagesJsonl(facts)) },
    { name: names.screenshot, ...stamped },
    { name: names.facts, ...json },
  ];
  const list = hashed(datapackage(files, facts));
  const signature = await sign(utf8ToBytes(signedText(list)));
  const digest = digestJson({ list, facts, created: signed, signature, publicKey });
  const all: ZipFile[] = [...files, { name: names.list, ...list }, { name: names.digest, bytes: digest }];
  return { wacz: writeZip(all, zipTimeOf(facts.taken_utc)), facts };
}

function factsFor({ said, png, publicKey }: CaptureInput): CaptureFacts {
  if (said.verdict.address !== said.page_url_masked)
    throw new BadCapture('The field "verdict.address" is another address than the masked one.');
  if (said.page_url && new URL(said.page_url).origin !== new URL(said.page_url_masked).origin)
    throw new BadCapture('The field "page_url" is of another host than the masked one.');
  const facts = captureFacts(said, {
    image: sizeOfPng(png),
    keyFingerprint: fingerprintOf(publicKey),
  });
  const checked = v.safeParse(captureFactsSchema, facts);
  if (checked.success) return checked.output;
  const [issue] = checked.issues;
  throw new BadCapture(`The field "${v.getDotPath(issue)}" is not as the format has it: ${issue.message}`);
}
