import { mostUnpacked } from '../archive/build-wacz';
import { headOf, type PackedRecord, recordsOf } from '../archive/warc';
import { type Hashed, hashed, sameBytes, textOf } from '../bytes';
import type { CaptureFacts } from '../capture-facts';
import { gunzipMember, gzipHead } from '../zip/gzip';
import type { Findings } from './check';
import type { Place } from './place';

/** A record as it was found. */
export interface FoundRecord extends Pick<PackedRecord, 'offset' | 'length'> {
  readonly head: string;
  /** The head's fields by their names in lower case. */
  readonly fields: ReadonlyMap<string, string>;
  readonly block: Hashed;
}

/** warcinfo, page, picture, facts. */
const recordCount = 4;

/**
 * Unpacks the records of the WARC and checks each by its own length, checksum and digest.
 *
 * @param offsets where the index says that they begin; null to look for their heads
 */
export function checkRecords(
  place: Place,
  offsets: readonly number[] | null,
  findings: Findings,
): FoundRecord[] {
  const starts = offsets ?? headsIn(place.bytes);
  const found: FoundRecord[] = [];
  let left = mostUnpacked;
  for (const [n, offset] of starts.slice(0, recordCount).entries()) {
    const end = starts[n + 1] ?? place.bytes.length;
    const record = readRecord(place.bytes.subarray(offset, end), left);
    const path = `${place.path}#${n}`;
    if (typeof record === 'string') {
      findings.fails('records', record, path, place.at({ from: offset, to: Math.max(end - 1, offset) }), {
        offset: String(offset),
        length: String(end - offset),
      });
      continue;
    }
    left -= record.block.bytes.length;
    found.push({ ...record, offset, length: end - offset });
  }
  if (starts.length !== recordCount)
    findings.fails('records', 'count', place.path, null, { count: String(starts.length) });
  return found;
}

/** The places where a member begins, by the ten bytes that all of ours begin with. */
function headsIn(bytes: Uint8Array): number[] {
  const starts: number[] = [];
  for (let at = 0; at + gzipHead.length <= bytes.length && starts.length <= recordCount; at += 1)
    if (gzipHead.every((byte, n) => bytes[at + n] === byte)) starts.push(at);
  return starts;
}

type RecordFault = 'damaged' | 'too-large' | 'not-a-record' | 'digest';

function readRecord(member: Uint8Array, most: number): Omit<FoundRecord, 'offset' | 'length'> | RecordFault {
  const bytes = gunzipMember(member, most);
  if (typeof bytes === 'string') return bytes === 'too-large' ? bytes : 'damaged';
  // A head is short; looking further would search the picture.
  const start = textOf(bytes.subarray(0, 8192)).indexOf('\r\n\r\n');
  if (start < 0) return 'not-a-record';
  const head = textOf(bytes.subarray(0, start + 4));
  const headSize = new TextEncoder().encode(head).length;
  const block = hashed(bytes.subarray(headSize, -4));
  const fields = new Map(
    head
      .split('\r\n')
      .map((line) => /^([\w-]+): (.*)$/.exec(line) ?? [])
      .map(([, name = '', value = '']) => [name.toLowerCase(), value]),
  );
  const isRecord =
    head.startsWith('WARC/1.1\r\n') &&
    fields.get('content-length') === String(block.bytes.length) &&
    textOf(bytes.subarray(-4)) === '\r\n\r\n';
  if (!isRecord) return 'not-a-record';
  return fields.get('warc-block-digest') === `sha256:${block.hash}` ? { head, fields, block } : 'digest';
}

/** Whether the records say what the facts say: addresses, time, ids, in every field of their heads. */
export function compareRecords(
  place: Place,
  records: readonly FoundRecord[],
  facts: CaptureFacts,
  captureJson: Hashed,
  findings: Findings,
): void {
  const [, page, picture] = records;
  if (records.length !== recordCount || page === undefined || picture === undefined) return;
  const expected = recordsOf({ facts, html: page.block, png: picture.block, captureJson });
  for (const [n, record] of expected.entries()) {
    const { head, block, offset, length } = records[n] as FoundRecord;
    if (head === headOf(record, n, facts) && sameBytes(block.bytes, record.block.bytes)) continue;
    findings.fails(
      'records',
      'other-facts',
      `${place.path}#${n}`,
      place.at({ from: offset, to: offset + length - 1 }),
      {
        offset: String(offset),
        length: String(length),
      },
    );
  }
}
