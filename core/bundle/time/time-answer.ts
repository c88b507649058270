import { concatBytes, hexOf, sameBytes, textOf } from '../bytes';
import { derOf, framed } from './ber';
import { contentOf, type DerValue, insideOf, NotDer, readDer } from './der';
import { nonceFor } from './time-request';

/** Why an answer cannot be used. */
export type TimeRefusal =
  | 'not-an-answer' // the bytes are no RFC 3161 answer
  | 'not-granted' // the authority refused
  | 'other-file' // the imprint is of something else
  | 'other-nonce' // it answers another request
  | 'other-algorithm'; // the imprint is no SHA-256

/** What an answer says, and the parts of it that its signature binds. */
export interface TimeAnswer {
  /** ISO, UTC: the file existed no later than then. */
  readonly time: string;
  /** The signed statement (TSTInfo), DER. */
  readonly statement: Uint8Array;
  /** SignedData, where certificates and signature are. */
  readonly signedData: Uint8Array;
}

const sha256Id = '608648016503040201';
const statementId = '2a864886f70d0109100104';
const signedDataId = '2a864886f70d010702';
const integer = 2;
const octets = 4;
const objectId = 6;
const generalizedTime = 0x18;
const sequence = 0x30;
const context0 = 0xa0;

/**
 * Reads the answer of a time authority to the request for a SHA-256. Checks status, imprint and nonce; whether the
 * authority's own signature holds is another question (`answerIsSigned`).
 */
export function readTimeAnswer(answer: Uint8Array, hash: Uint8Array): TimeAnswer | TimeRefusal {
  try {
    return read(answer, hash);
  } catch (error) {
    if (error instanceof NotDer) return 'not-an-answer';
    throw error;
  }
}

function read(written: Uint8Array, hash: Uint8Array): TimeAnswer | TimeRefusal {
  // Authorities write BER as well; what they sign is DER all the same (RFC 5652, 5.4).
  const answer = derOf(written);
  const whole = readDer(answer);
  if (whole.tag !== sequence) return 'not-an-answer';
  const [first, second] = insideOf(answer, whole);
  // Some give the token alone, without the status in front of it.
  const isToken = first?.tag === objectId;
  const token = isToken ? whole : second;
  const [code] = first?.tag === sequence ? insideOf(answer, first) : [];
  if (!isToken && code?.tag !== integer) return 'not-an-answer';
  // 0 granted, 1 granted with changes.
  if (code !== undefined && !['00', '01'].includes(hexOf(contentOf(answer, code)))) return 'not-granted';
  const signedData = wrapped(answer, token, signedDataId);
  const [, , content] = insideOf(answer, signedData);
  const statement = wrapped(answer, content, statementId);
  if (statement.tag !== octets) return 'not-an-answer';
  const info = contentOf(answer, statement);
  const found = readStatement(info);
  if (found === null) return 'not-an-answer';
  if (found.algorithm !== sha256Id) return 'other-algorithm';
  if (!sameBytes(found.imprint, hash)) return 'other-file';
  if (found.nonce === null || !sameBytes(found.nonce, nonceFor(hash))) return 'other-nonce';
  return {
    time: found.time,
    statement: info,
    signedData: answer.subarray(signedData.start, signedData.to),
  };
}

/** An answer as openssl reads it: a token that came alone gets the status "granted" in front of it. */
export function wholeAnswer(answer: Uint8Array): Uint8Array {
  const [first] = insideOf(derOf(answer), readDer(derOf(answer)));
  const granted = Uint8Array.of(sequence, 3, integer, 1, 0);
  return first?.tag === objectId ? framed(sequence, concatBytes(granted, answer)) : answer;
}

/** What stands behind an object id: `{ id, [0] value }`. */
function wrapped(bytes: Uint8Array, value: DerValue | undefined, id: string): DerValue {
  const [name, frame] = value?.tag === sequence ? insideOf(bytes, value) : [];
  const [inner] = frame?.tag === context0 ? insideOf(bytes, frame) : [];
  if (name?.tag !== objectId || hexOf(contentOf(bytes, name)) !== id || inner === undefined)
    throw new NotDer('an expected part is absent');
  return inner;
}

function readStatement(info: Uint8Array) {
  const frame = readDer(info);
  if (frame.tag !== sequence || frame.to !== info.length) return null;
  const [, , imprint, , time, ...rest] = insideOf(info, frame);
  if (imprint?.tag !== sequence || time?.tag !== generalizedTime) return null;
  const [algorithm, hashed] = insideOf(info, imprint);
  const [name] = algorithm?.tag === sequence ? insideOf(info, algorithm) : [];
  const iso = isoOf(textOf(contentOf(info, time)));
  if (name === undefined || hashed?.tag !== octets || iso === null) return null;
  const nonce = rest.find(({ tag }) => tag === integer);
  return {
    algorithm: hexOf(contentOf(info, name)),
    imprint: contentOf(info, hashed),
    nonce: nonce === undefined ? null : contentOf(info, nonce),
    time: iso,
  };
}

/** `20261124050000.5Z` as ISO; null for what is no time in UTC. */
function isoOf(time: string): string | null {
  const [, ...parts] = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\.\d{1,9})?Z$/.exec(time) ?? [];
  const [year, month, day, hour, minute, second, fraction = ''] = parts;
  const iso = `${year}-${month}-${day}T${hour}:${minute}:${second}${fraction}Z`;
  return parts.length === 0 || Number.isNaN(Date.parse(iso)) ? null : iso;
}
