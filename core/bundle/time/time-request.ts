import { sha256 } from '@noble/hashes/sha2.js';
import { concatBytes, hexOf, utf8ToBytes } from '../bytes';

/** AlgorithmIdentifier of SHA-256. */
const sha256Algorithm = [0x30, 13, 6, 9, 0x60, 0x86, 0x48, 1, 0x65, 3, 4, 2, 1, 5, 0];

/**
 * The nonce of a request. Made from the hash, so that a verifier can make the request again: it guards against an
 * answer to another request of ours, which the imprint does as well. Top bit 0, no leading 00.
 */
export function nonceFor(hash: Uint8Array): Uint8Array {
  const nonce = sha256(utf8ToBytes(`nonce for ${hexOf(hash)}`)).slice(0, 8);
  nonce[0] = ((nonce[0] as number) & 0x3f) | 0x40;
  return nonce;
}

/** The RFC 3161 request (DER, 69 bytes) for a SHA-256: version 1, imprint, nonce, "send your certificate". */
export function timeRequest(hash: Uint8Array): Uint8Array {
  const imprint = [...sha256Algorithm, 4, 32, ...hash];
  const body = [2, 1, 1, 0x30, imprint.length, ...imprint, 2, 8, ...nonceFor(hash), 1, 1, 0xff];
  return concatBytes(Uint8Array.of(0x30, body.length), Uint8Array.from(body));
}
