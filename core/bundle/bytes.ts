import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';

export { bytesToHex as hexOf, concatBytes, utf8ToBytes };

/** SHA-256 as 64 hex digits. */
export const sha256Hex = (bytes: Uint8Array): string => bytesToHex(sha256(bytes));

/** Bytes that were hashed once, as hashing them is most of a verifier's work. */
export interface Hashed {
  readonly bytes: Uint8Array;
  /** SHA-256, 64 hex digits. */
  readonly hash: string;
}

export const hashed = (bytes: Uint8Array): Hashed => ({ bytes, hash: sha256Hex(bytes) });

/** UTF-8 as text; damaged bytes become U+FFFD. Never throws. */
export const textOf = (bytes: Uint8Array): string =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

/** The bytes of a base64 text; null where it is none. */
export function fromBase64(text: string): Uint8Array | null {
  try {
    return Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
  } catch {
    return null;
  }
}

export const sameBytes = (one: Uint8Array, other: Uint8Array): boolean => differs(one, other) === null;

/** A stretch of bytes, counted from 0, both ends included. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/**
 * From the first to the last byte in which `actual` differs from `expected`; null when it does not.
 * Where lengths differ, all from the first difference on counts; of a text cut short, the last byte that is left.
 */
export function differs(actual: Uint8Array, expected: Uint8Array): Range | null {
  const common = Math.min(actual.length, expected.length);
  let from = 0;
  while (from < common && actual[from] === expected[from]) from += 1;
  if (from === common && actual.length === expected.length) return null;
  if (actual.length !== expected.length) {
    const to = Math.max(actual.length - 1, 0);
    return { from: Math.min(from, to), to };
  }
  let to = common - 1;
  while (to > from && actual[to] === expected[to]) to -= 1;
  return { from, to };
}

export const shifted = ({ from, to }: Range, by: number): Range => ({ from: from + by, to: to + by });
