import { concatBytes, utf8ToBytes } from '../../core/bundle/bytes';

const bytes = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex, 'hex'));

/** Seven bits a byte, the lowest first. */
function varint(value: number): Uint8Array {
  const digits: number[] = [];
  let rest = value;
  do {
    digits.push((rest & 0x7f) | (rest > 0x7f ? 0x80 : 0));
    rest = Math.floor(rest / 128);
  } while (rest > 0);
  return Uint8Array.from(digits);
}
const counted = (inner: Uint8Array): Uint8Array => concatBytes(varint(inner.length), inner);
const attestation = (tag: string, payload: Uint8Array): Uint8Array =>
  concatBytes(bytes('00'), bytes(tag), counted(payload));

/** Waits at a calendar. */
export const pending = attestation('83dfe30d2ef90c8e', counted(utf8ToBytes('https://calendar.example')));
export const inBlock = (height: number): Uint8Array => attestation('0588960d73d71901', varint(height));

/** An OpenTimestamps proof of a SHA-256, as the reference implementation writes it: append, hash, then each attestation. */
export function otsProof(hash: Uint8Array, attestations: readonly Uint8Array[]): Uint8Array {
  const branches = attestations.map((one, n) =>
    concatBytes(bytes(n < attestations.length - 1 ? 'ff' : ''), one),
  );
  return concatBytes(
    bytes('004f70656e54696d657374616d7073000050726f6f6600bf89e2e884e89294'),
    varint(1),
    bytes('08'),
    hash,
    bytes('f0'),
    counted(bytes('0123456789abcdef')),
    bytes('08'),
    ...branches,
  );
}
