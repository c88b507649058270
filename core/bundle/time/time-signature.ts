import { concatBytes, hexOf, sameBytes, textOf } from '../bytes';
import { framed } from './ber';
import { contentOf, type DerValue, insideOf, NotDer, readDer, wholeOf } from './der';
import type { TimeAnswer } from './time-answer';

/**
 * `unknown`: signed in a way that cannot be checked here, or no WebCrypto. `not-for-time`, `not-valid-then`: it fits, and its
 * certificate is none for time stamps (RFC 3161, 2.3), or was not valid at the time that the answer names.
 */
export interface AnswerSignature {
  readonly outcome: 'holds' | 'fails' | 'not-for-time' | 'not-valid-then' | 'unknown';
  /** The name in the signer's certificate. Who vouches for that certificate is not checked. */
  readonly authority: string;
}

const hashes: Readonly<Record<string, string>> = {
  '608648016503040201': 'SHA-256',
  '608648016503040202': 'SHA-384',
  '608648016503040203': 'SHA-512',
};
/** Ways to sign that name their hash themselves: RSA and ECDSA. */
const signings: Readonly<Record<string, string>> = {
  '2a864886f70d01010b': 'SHA-256',
  '2a864886f70d01010c': 'SHA-384',
  '2a864886f70d01010d': 'SHA-512',
  '2a8648ce3d040302': 'SHA-256',
  '2a8648ce3d040303': 'SHA-384',
  '2a8648ce3d040304': 'SHA-512',
};
const curves: Readonly<Record<string, readonly [name: string, bytes: number]>> = {
  '2a8648ce3d030107': ['P-256', 32],
  '2b81040022': ['P-384', 48],
  '2b81040023': ['P-521', 66],
};
const rsaKey = '2a864886f70d010101';
const rsaPss = '2a864886f70d01010a';
const curveKey = '2a8648ce3d0201';
const messageDigest = '2a864886f70d010904';
/** The certificate's digest among what is signed: of the hash it names, or, in the older way, SHA-1. */
const signingCertificate = [
  ['2a864886f70d010910022f', 'SHA-256'],
  ['2a864886f70d010910020c', 'SHA-1'],
] as const;
const commonName = '550403';
const extendedKeyUsage = '551d25';
const timeStamping = '06082b06010505070308';

/** A part of the answer and the bytes it lies in. */
interface Part {
  readonly bytes: Uint8Array;
  readonly value: DerValue;
}

const inside = ({ bytes, value }: Part): Part[] =>
  insideOf(bytes, value).map((one) => ({ bytes, value: one }));
const content = ({ bytes, value }: Part): Uint8Array => contentOf(bytes, value);
const hex = (part: Part | undefined): string => (part === undefined ? '' : hexOf(content(part)));
const idOf = (sequence: Part | undefined): string => (sequence === undefined ? '' : hex(inside(sequence)[0]));

/**
 * Whether the answer was signed with the key of a certificate that it carries: the statement's digest, the signature
 * over it, and the certificate's own digest where it is signed too. Never throws.
 */
export async function answerSignature({ statement, signedData, time }: TimeAnswer): Promise<AnswerSignature> {
  const subtle = globalThis.crypto?.subtle;
  if (subtle === undefined) return { outcome: 'unknown', authority: '' };
  try {
    return await check(statement, signedData, time, subtle);
  } catch (error) {
    // A form that is not known here says nothing against the answer.
    if (error instanceof NotDer || error instanceof DOMException)
      return { outcome: 'unknown', authority: '' };
    throw error;
  }
}

/** WebCrypto, as browsers and Node have it. */
type Subtle = typeof globalThis.crypto.subtle;

async function check(
  statement: Uint8Array,
  bytes: Uint8Array,
  time: string,
  subtle: Subtle,
): Promise<AnswerSignature> {
  const [, , , ...rest] = inside({ bytes, value: readDer(bytes) });
  const certificates = rest.find(({ value }) => value.tag === 0xa0);
  const signers = rest.find(({ value }) => value.tag === 0x31);
  const [signer, ...more] = signers === undefined ? [] : inside(signers);
  if (signer === undefined || more.length > 0 || certificates === undefined)
    return { outcome: 'unknown', authority: '' };
  const [, , digestWith, attributes, signWith, signature] = inside(signer);
  const hash = hashes[idOf(digestWith)];
  if (hash === undefined || attributes?.value.tag !== 0xa0 || signature === undefined)
    return { outcome: 'unknown', authority: '' };
  const values = new Map(inside(attributes).map((one) => [idOf(one), inside(one)[1]]));
  const [digest] = inside(values.get(messageDigest) ?? attributes);
  const made = new Uint8Array(await subtle.digest(hash, statement as Uint8Array<ArrayBuffer>));
  if (digest === undefined || !sameBytes(content(digest), made)) return { outcome: 'fails', authority: '' };
  // Signed as a SET, although it stands there under a tag of its own.
  const signed = wholeOf(bytes, attributes.value).slice();
  signed[0] = 0x31;
  const way = wayOf(signWith, hash);
  const wanted = signingCertificate
    .map(([id, usual]) => wantedCertificate(values.get(id), usual))
    .find(Boolean);
  const all = inside(certificates).filter(({ value }) => value.tag === 0x30);
  // An issuer's key says nothing about a signature that it did not make.
  const signing = all.filter((certificate) => isNamed(certificate, inside(signer)[1]));
  if (way === null || signing.length === 0) return { outcome: 'unknown', authority: '' };
  let isKnown = false;
  for (const certificate of signing) {
    const { spki, authority, validity, signsTime } = readCertificate(certificate);
    for (const form of [signed, inOrder(signed)]) {
      const answer = await holdsWith(subtle, spki, content(signature), form, way);
      isKnown ||= answer !== null;
      if (!answer || (wanted && !(await wanted(subtle, certificate)))) continue;
      if (!signsTime) return { outcome: 'not-for-time', authority };
      return { outcome: isWithin(validity, time) ? 'holds' : 'not-valid-then', authority };
    }
  }
  return { outcome: isKnown ? 'fails' : 'unknown', authority: '' };
}

/** How a signature was made; `salt` for RSASSA-PSS. */
interface Way {
  readonly hash: string;
  readonly salt: number | null;
}

/** Null for a way that is not known here. */
function wayOf(signWith: Part | undefined, digest: string): Way | null {
  const id = idOf(signWith);
  if (id !== rsaPss) {
    const hash = signings[id] ?? (id === rsaKey || id === curveKey ? digest : undefined);
    return hash === undefined ? null : { hash, salt: null };
  }
  const [, parameters] = signWith === undefined ? [] : inside(signWith);
  const fields = new Map(
    (parameters === undefined ? [] : inside(parameters)).map((field) => [field.value.tag, inside(field)[0]]),
  );
  const hash = hashes[idOf(fields.get(0xa0))];
  const mask = fields.get(0xa1);
  const maskHash = mask === undefined ? undefined : hashes[idOf(inside(mask)[1])];
  // Browsers make the mask with the same hash; what stands there for nothing is SHA-1.
  if (hash === undefined || maskHash !== hash) return null;
  const salt = fields.get(0xa2);
  return { hash, salt: salt === undefined ? 20 : Number.parseInt(hex(salt), 16) };
}

/** Whether a signer's name for its certificate (issuer and serial number) is of this one; by a key's id, any may be. */
function isNamed(certificate: Part, name: Part | undefined): boolean {
  if (name?.value.tag !== 0x30) return true;
  const [body] = inside(certificate);
  const fields = body === undefined ? [] : inside(body);
  const serial = fields[fields[0]?.value.tag === 0xa0 ? 1 : 0];
  return hex(serial) === hex(inside(name)[1]);
}

/** The signed attributes as DER has them, in order: who writes BER may have written them in another one. */
function inOrder(set: Uint8Array): Uint8Array {
  const parts = insideOf(set, readDer(set)).map((value) => wholeOf(set, value));
  return framed(0x31, concatBytes(...parts.toSorted((a, b) => (hexOf(a) < hexOf(b) ? -1 : 1))));
}

/** The test that the certificate is the one whose digest was signed; null where none was. */
function wantedCertificate(attribute: Part | undefined, usual: string) {
  const [list] = attribute === undefined ? [] : inside(attribute);
  const [ids] = list === undefined ? [] : inside(list);
  const [first] = ids === undefined ? [] : inside(ids);
  if (first === undefined) return null;
  const parts = inside(first);
  const digest = parts.find(({ value }) => value.tag === 4);
  const hash = parts[0]?.value.tag === 0x30 ? hashes[idOf(parts[0])] : usual;
  if (digest === undefined || hash === undefined) return null;
  return async (subtle: Subtle, { bytes, value }: Part): Promise<boolean> => {
    const made = await subtle.digest(hash, wholeOf(bytes, value) as Uint8Array<ArrayBuffer>);
    return sameBytes(new Uint8Array(made), content(digest));
  };
}

interface Certificate {
  readonly spki: Part;
  readonly authority: string;
  /** From and to, as they are written: `261124050000Z`, `20501124050000Z`. */
  readonly validity: readonly string[];
  readonly signsTime: boolean;
}

function isWithin(validity: readonly string[], time: string): boolean {
  // Two digits of a year are of 1950 to 2049 (RFC 5280, 4.1.2.5).
  const [from = '', to = ''] = validity.map((text) =>
    text.length > 13 ? text : `${Number(text.slice(0, 2)) < 50 ? '20' : '19'}${text}`,
  );
  const then = time.replace(/\.\d+|[-:T]/g, '');
  return from <= then && then <= to;
}

function readCertificate(certificate: Part): Certificate {
  const [body] = inside(certificate);
  const fields = body === undefined ? [] : inside(body);
  const first = fields[0]?.value.tag === 0xa0 ? 1 : 0;
  const [validity, subject, spki] = fields.slice(first + 3);
  const extensions = fields.find(({ value }) => value.tag === 0xa3);
  const [all] = extensions === undefined ? [] : inside(extensions);
  const usage = (all === undefined ? [] : inside(all)).find((one) => idOf(one) === extendedKeyUsage);
  const purposes = usage && inside(usage).at(-1);
  if (validity === undefined || subject === undefined || spki === undefined)
    throw new NotDer('a certificate has no key');
  const names = inside(subject).flatMap((set) => inside(set));
  const name = names.find((one) => idOf(one) === commonName);
  const [, text] = name === undefined ? [] : inside(name);
  return {
    spki,
    validity: inside(validity).map((one) => textOf(content(one))),
    signsTime: purposes !== undefined && hex(purposes).includes(timeStamping),
    authority: text === undefined ? '' : textOf(content(text)).replace(/\p{C}/gu, '').slice(0, 120),
  };
}

/** Null where the kind of key is not known here. */
async function holdsWith(
  subtle: Subtle,
  spki: Part,
  signature: Uint8Array,
  signed: Uint8Array,
  { hash, salt }: Way,
): Promise<boolean | null> {
  const [kind, bits] = inside(spki);
  const [id, parameter] = kind === undefined ? [] : inside(kind);
  const data = signed as Uint8Array<ArrayBuffer>;
  const imported = (
    key: Uint8Array,
    algorithm: { name: string; hash: string } | { name: string; namedCurve: string },
  ) =>
    // A key that the browser cannot take in is of a kind that cannot be checked here.
    subtle.importKey('spki', key as Uint8Array<ArrayBuffer>, algorithm, false, ['verify']).catch(() => null);
  if (hex(id) === rsaKey || hex(id) === rsaPss) {
    if (bits === undefined || (hex(id) === rsaPss && salt === null)) return null;
    // Browsers take RSA keys under their plain name only; the key itself is the same.
    const plain = framed(0x30, concatBytes(plainRsa, wholeOf(bits.bytes, bits.value)));
    const name = salt === null ? 'RSASSA-PKCS1-v1_5' : 'RSA-PSS';
    const key = await imported(plain, { name, hash });
    const how = salt === null ? { name } : { name, saltLength: salt };
    return key && subtle.verify(how, key, signature as Uint8Array<ArrayBuffer>, data);
  }
  const curve = hex(id) === curveKey ? curves[hex(parameter)] : undefined;
  if (curve === undefined || salt !== null) return null;
  const [name, size] = curve;
  const key = await imported(wholeOf(spki.bytes, spki.value), { name: 'ECDSA', namedCurve: name });
  const raw = rawOf(signature, size);
  return (
    key && raw !== null && subtle.verify({ name: 'ECDSA', hash }, key, raw as Uint8Array<ArrayBuffer>, data)
  );
}

/** AlgorithmIdentifier of rsaEncryption. */
const plainRsa = Uint8Array.of(0x30, 13, 6, 9, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 1, 1, 5, 0);

/** The two numbers of an ECDSA signature, one behind the other; null where it is none. */
function rawOf(signature: Uint8Array, size: number): Uint8Array | null {
  const raw = new Uint8Array(2 * size);
  try {
    for (const [n, number] of insideOf(signature, readDer(signature)).entries()) {
      const digits = contentOf(signature, number);
      const plain = digits[0] === 0 ? digits.subarray(1) : digits;
      if (n > 1 || plain.length > size) return null;
      raw.set(plain, (n + 1) * size - plain.length);
    }
  } catch (error) {
    if (error instanceof NotDer) return null;
    throw error;
  }
  return raw;
}
