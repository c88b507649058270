import { concatBytes, fromBase64, textOf, toBase64, utf8ToBytes } from './bytes';
import {
  derSignature,
  fingerprintOf,
  pemOf,
  rawSignature,
  type Sign,
  signatureHolds,
  spkiOfPem,
} from './signature';

/** The holder of a key says, signed with that very key, that it signs nothing after a moment. */
export interface Withdrawal {
  /** SHA-256 of the public key, 64 hex digits. */
  readonly fingerprint: string;
  /** ISO, UTC. */
  readonly after: string;
}

/** `no-crypto`: this surrounding offers no WebCrypto, so its signature cannot be checked. */
export type WithdrawalRefusal = 'not-a-statement' | 'changed' | 'signature' | 'no-crypto';

const signatureHead = '-----BEGIN SIGNATURE-----\n';

/**
 * What is signed: all above the signature, byte for byte, so that openssl checks it. A part of the format: its words stay
 * as they are, else the statements out there would not hold.
 */
const signedPart = (after: string, publicKey: Uint8Array): Uint8Array =>
  utf8ToBytes(`Di Balik Keranjang (Behind the Basket)
Penarikan kunci tanda tangan / Withdrawal of a signing key

Key        ${fingerprintOf(publicKey)}
           SHA-256 dari kunci publik / of the public key (SPKI, DER).
After      ${after}

Setelah saat itu kunci ini tidak menandatangani apa pun. Tangkapan layar dengan
kunci ini membuktikan waktu hanya jika otoritas waktu menyatakan bahwa arsipnya
sudah ada sebelumnya.
After that moment this key signs nothing. A capture signed with it proves a time
only where a time authority confirms that its archive existed before.

${pemOf(publicKey)}`);

/** The statement as a text file, to be published as it is. `sign` must use the key that is withdrawn. */
export async function writeWithdrawal(publicKey: Uint8Array, after: string, sign: Sign): Promise<Uint8Array> {
  const text = signedPart(after, publicKey);
  const signature = toBase64(derSignature(await sign(text))).replace(/.{64}/g, '$&\n');
  return concatBytes(text, utf8ToBytes(`${signatureHead}${signature}\n-----END SIGNATURE-----\n`));
}

/** Bytes; a statement has about 1,300. */
const largest = 20_000;
/** Published texts are copied: only their words count, not how lines end or are folded. */
const squeezed = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Reads a statement and checks it whole: its words, its key, its signature. Never throws. */
export async function readWithdrawal(file: Uint8Array): Promise<Withdrawal | WithdrawalRefusal> {
  if (file.length > largest) return 'not-a-statement';
  const text = textOf(file);
  const publicKey = spkiOfPem(file);
  const [, after = ''] = /^\s*After\s+(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)\s*$/m.exec(text) ?? [];
  const [, words = '', base64 = ''] =
    /^([\s\S]*)-----BEGIN SIGNATURE-----([^-]*)-----END SIGNATURE-----\s*$/.exec(text) ?? [];
  const raw = rawSignature(fromBase64(base64.replace(/\s/g, '')) ?? new Uint8Array());
  if (publicKey === null || words === '' || Number.isNaN(Date.parse(after))) return 'not-a-statement';
  const signed = signedPart(after, publicKey);
  if (squeezed(words) !== squeezed(textOf(signed))) return 'changed';
  if (raw === null) return 'signature';
  const answer = await signatureHolds(publicKey, raw, signed);
  if (answer === 'holds') return { fingerprint: fingerprintOf(publicKey), after };
  return answer === 'no-crypto' ? 'no-crypto' : 'signature';
}
