import { sha256 } from '@noble/hashes/sha2.js';
import { concatBytes, type Hashed, hashed, hexOf, utf8ToBytes } from '../bytes';
import type { CaptureFacts } from '../capture-facts';
import { gzipMember } from '../zip/gzip';

/** One record, before it is packed. */
export interface WarcRecord {
  readonly type: 'warcinfo' | 'resource';
  /** The address it is found by; null for the record about the file itself. */
  readonly uri: string | null;
  readonly mime: string;
  readonly block: Hashed;
}

/** Where a record lies in archive/data.warc.gz, in bytes. */
export interface PackedRecord extends WarcRecord {
  readonly offset: number;
  readonly length: number;
}

export interface WarcContent {
  readonly facts: CaptureFacts;
  /** The redacted snapshot of the page. */
  readonly html: Hashed;
  readonly png: Hashed;
  readonly captureJson: Hashed;
}

export const software = ({ ext_version }: CaptureFacts): string => `di-balik-keranjang ${ext_version}`;

/** The records of a capture. `resource`, never `response`: we saw no HTTP, and headers of our own would be false. */
export function recordsOf({ facts, html, png, captureJson }: WarcContent): WarcRecord[] {
  const about = `software: ${software(facts)}\r\nformat: WARC File Format 1.1\r\n`;
  const page = facts.page_url_masked;
  return [
    { type: 'warcinfo', uri: null, mime: 'application/warc-fields', block: hashed(utf8ToBytes(about)) },
    { type: 'resource', uri: page, mime: 'text/html', block: html },
    { type: 'resource', uri: `urn:view:${page}`, mime: 'image/png', block: png },
    { type: 'resource', uri: `urn:capture:${page}`, mime: 'application/json', block: captureJson },
  ];
}

/** A record's head, with the empty line that ends it. */
export function headOf(record: WarcRecord, n: number, facts: CaptureFacts): string {
  const { type, uri, mime, block } = record;
  const digest = `sha256:${block.hash}`;
  return [
    'WARC/1.1',
    `WARC-Type: ${type}`,
    ...(uri === null ? ['WARC-Filename: data.warc.gz'] : [`WARC-Target-URI: ${uri}`]),
    `WARC-Date: ${facts.taken_utc}`,
    `WARC-Record-ID: <urn:uuid:${recordId(facts.capture_id, n)}>`,
    ...(uri === null ? [] : [`WARC-Warcinfo-ID: <urn:uuid:${recordId(facts.capture_id, 0)}>`]),
    `WARC-Block-Digest: ${digest}`,
    ...(uri === null ? [] : [`WARC-Payload-Digest: ${digest}`]),
    `Content-Type: ${mime}`,
    `Content-Length: ${block.bytes.length}`,
    '\r\n',
  ].join('\r\n');
}

/** The whole of a record, not packed. */
const recordBytes = (record: WarcRecord, n: number, facts: CaptureFacts): Uint8Array =>
  concatBytes(utf8ToBytes(headOf(record, n, facts)), record.block.bytes, utf8ToBytes('\r\n\r\n'));

/** Made from the capture's own id, so that the same capture gives the same file. A UUID of version 8. */
function recordId(captureId: string, n: number): string {
  const bytes = sha256(utf8ToBytes(`${captureId} record ${n}`)).slice(0, 16);
  bytes[6] = ((bytes[6] as number) & 15) | 0x80;
  bytes[8] = ((bytes[8] as number) & 63) | 0x80;
  return hexOf(bytes).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** The WARC: one gzip member a record, so that each can be read by itself. */
export function writeWarc(content: WarcContent): { warc: Uint8Array; records: PackedRecord[] } {
  const members: Uint8Array[] = [];
  const records: PackedRecord[] = [];
  let offset = 0;
  for (const [n, record] of recordsOf(content).entries()) {
    const member = gzipMember(recordBytes(record, n, content.facts));
    records.push({ ...record, offset, length: member.length });
    members.push(member);
    offset += member.length;
  }
  return { warc: concatBytes(...members), records };
}
