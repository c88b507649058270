import { webcrypto } from 'node:crypto';
import { toBase64, utf8ToBytes } from '../../core/bundle/bytes';
import { fingerprintOf } from '../../core/bundle/signature';
import { chainFile } from '../../core/export/chain-file';
import type { PackageAbout } from '../../core/export/describe-package';
import { eventFiles } from '../../core/export/event-files';
import { rejudgementFile } from '../../core/export/rejudgement-file';
import { researchPackage } from '../../core/export/research-package';
import { chainStart } from '../../core/log/chain';
import { checkpointText } from '../../core/log/checkpoint';
import type { LogRow } from '../../core/log/event';
import type { Rulebook } from '../../core/rulebook/rulebook';
import type { Recorded } from './record-person';

/** A package's bytes, or those of one of its files, in memory. */
export class Held {
  readonly chunks: Uint8Array[] = [];
  readonly take = (bytes: Uint8Array): void => void this.chunks.push(bytes);
}

export const newKey = (): Promise<webcrypto.CryptoKeyPair> =>
  webcrypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-384' }, false, ['sign', 'verify']);

interface Making {
  /** In force at the export. */
  readonly rulebook: Rulebook;
  readonly key: webcrypto.CryptoKeyPair;
  /** Places of rows that the person keeps back. */
  readonly withheld?: ReadonlySet<number>;
  /** The end of the chain that the checkpoint names; the last row's where it is not said. */
  readonly head?: Pick<LogRow, 'n' | 'chain'>;
  readonly rowsInPage?: number;
}

/** Signs as the extension's key does, ECDSA P-384 over SHA-256. */
export const signedBy =
  ({ privateKey }: webcrypto.CryptoKeyPair) =>
  async (bytes: Uint8Array): Promise<Uint8Array> =>
    new Uint8Array(
      await webcrypto.subtle.sign(
        { name: 'ECDSA', hash: 'SHA-256' },
        privateKey,
        bytes as Uint8Array<ArrayBuffer>,
      ),
    );

/** The research package of a record, as the extension exports it. */
export async function packageOf(
  { rows, met }: Recorded,
  about: PackageAbout,
  { rulebook, key, withheld = new Set(), head, rowsInPage = 500 }: Making,
): Promise<Buffer> {
  const sign = signedBy(key);
  const spki = new Uint8Array(await webcrypto.subtle.exportKey('spki', key.publicKey));
  const source = () => ({
    about,
    pages: inPages(rows, rowsInPage),
    isWithheld: ({ n }: LogRow) => withheld.has(n),
    newPiece: () => new Held(),
  });
  const { n, chain } = head ?? rows.at(-1) ?? { n: 0, chain: chainStart };
  const unsigned = { n, chain, created: about.created };
  const sig = toBase64(await sign(utf8ToBytes(checkpointText(unsigned))));
  const pieces = await researchPackage({
    about,
    files: [
      ...(await eventFiles(source(), met)),
      await chainFile(source()),
      await rejudgementFile(source(), rulebook),
    ],
    checkpoints: n === 0 ? [] : [{ ...unsigned, key_fpr: fingerprintOf(spki), sig }],
    rulebook,
    spki,
    sign: async (bytes, hash) => ({
      file: await sign(bytes),
      hash: await sign(utf8ToBytes(`sha256:${hash}`)),
    }),
    newPiece: () => new Held(),
  });
  return Buffer.concat(pieces.flatMap((piece) => (piece instanceof Held ? piece.chunks : [piece])));
}

async function* inPages(rows: readonly LogRow[], size: number): AsyncGenerator<readonly LogRow[]> {
  for (let from = 0; from < rows.length; from += size) yield rows.slice(from, from + size);
}
