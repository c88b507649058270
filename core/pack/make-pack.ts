import { toBase64 } from '../bundle/bytes';
import type { Sign } from '../bundle/signature';
import { type Pack, packFormat } from './read-pack';

/** A pack of a rulebook's text, signed by the key whose public half is `spki`. */
export async function makePack(rulebook: string, spki: Uint8Array, sign: Sign): Promise<Pack> {
  return {
    pack: packFormat,
    rulebook,
    public_key: toBase64(spki),
    signature: toBase64(await sign(new TextEncoder().encode(rulebook))),
  };
}
