import { concatBytes, sha256Hex, textOf, toBase64 } from './bytes';

/** The replay engine of the web archives takes anonymous signatures of this curve only. */
const algorithm = { name: 'ECDSA', namedCurve: 'P-384' } as const;
const hashing = { name: 'ECDSA', hash: 'SHA-256' } as const;
/** Bytes of r, and of s. */
const half = 48;

/** Signs bytes: ECDSA P-384 over SHA-256, raw r‖s (96 bytes), as WebCrypto gives it. */
export type Sign = (bytes: Uint8Array) => Promise<Uint8Array>;

/** The fingerprint of a public key (SPKI): its SHA-256, 64 hex digits. */
export const fingerprintOf = (spki: Uint8Array): string => sha256Hex(spki);

/** r‖s as the DER that openssl reads. */
export function derSignature(raw: Uint8Array): Uint8Array {
  const body = concatBytes(derInteger(raw.subarray(0, half)), derInteger(raw.subarray(half)));
  return concatBytes(Uint8Array.of(0x30, body.length), body);
}

function derInteger(number: Uint8Array): Uint8Array {
  let start = 0;
  while (start < number.length - 1 && number[start] === 0) start += 1;
  const digits = number.subarray(start);
  const sign = (digits[0] as number) > 127 ? [0] : [];
  return Uint8Array.of(2, digits.length + sign.length, ...sign, ...digits);
}

/** DER as r‖s; null for all that is not written exactly as DER demands. */
export function rawSignature(der: Uint8Array): Uint8Array | null {
  const raw = new Uint8Array(2 * half);
  let at = 2;
  for (const end of [half, 2 * half]) {
    const size = der[at + 1] ?? 0;
    const digits = der.subarray(at + 2, at + 2 + size);
    const plain = digits[0] === 0 ? digits.subarray(1) : digits;
    if (plain.length > half) return null;
    raw.set(plain, end - plain.length);
    at += 2 + size;
  }
  const again = derSignature(raw);
  return again.length === der.length && again.every((byte, index) => byte === der[index]) ? raw : null;
}

/** A public key (SPKI) as PEM. */
export const pemOf = (spki: Uint8Array): string => {
  const lines = toBase64(spki).match(/.{1,64}/g) ?? [];
  return `-----BEGIN PUBLIC KEY-----\n${lines.join('\n')}\n-----END PUBLIC KEY-----\n`;
};

/** The key of a PEM text, however it is folded; null where there is none. */
export function spkiOfPem(pem: Uint8Array): Uint8Array | null {
  const [, body] = /-----BEGIN PUBLIC KEY-----([^-]*)-----END/.exec(textOf(pem)) ?? [];
  if (body === undefined) return null;
  try {
    return Uint8Array.from(atob(body.replace(/\s/g, '')), (sign) => sign.charCodeAt(0));
  } catch {
    return null;
  }
}

/** `no-crypto`: this surrounding offers no WebCrypto, so nothing can be said. */
export type SignatureAnswer = 'holds' | 'fails' | 'no-crypto';

/** Whether a raw signature over the bytes was made with the key. Never throws. */
export async function signatureHolds(
  spki: Uint8Array,
  raw: Uint8Array,
  bytes: Uint8Array,
): Promise<SignatureAnswer> {
  const subtle = globalThis.crypto?.subtle;
  if (subtle === undefined) return 'no-crypto';
  try {
    const key = await subtle.importKey('spki', spki as Uint8Array<ArrayBuffer>, algorithm, false, ['verify']);
    const good = await subtle.verify(
      hashing,
      key,
      raw as Uint8Array<ArrayBuffer>,
      bytes as Uint8Array<ArrayBuffer>,
    );
    return good ? 'holds' : 'fails';
  } catch {
    return 'fails';
  }
}
