import { fingerprintOf, type Sign } from '../../core/bundle/signature';

/** A key made for this run that signs packs. */
export async function packSigner(): Promise<{ spki: Uint8Array; fingerprint: string; sign: Sign }> {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-384' };
  const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const spki = new Uint8Array(await crypto.subtle.exportKey('spki', keys.publicKey));
  return {
    spki,
    fingerprint: fingerprintOf(spki),
    sign: async (bytes) =>
      new Uint8Array(
        await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, keys.privateKey, bytes as BufferSource),
      ),
  };
}
