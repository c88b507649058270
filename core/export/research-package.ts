import { toBase64 } from '../bundle/bytes';
import { derSignature, fingerprintOf, pemOf } from '../bundle/signature';
import { zipTimeOf } from '../bundle/zip/write-zip';
import type { Checkpoint } from '../log/checkpoint';
import type { Rulebook } from '../rulebook/rulebook';
import { codebookCsv } from './codebook-csv';
import { describePackage, type MadeFile, type PackageAbout } from './describe-package';
import { FileBeingMade, type Piece, zipPieces } from './package-files';
import { packageReadme } from './package-readme';

/** Both signatures of a package, raw r‖s: over the bytes of datapackage.json, and over the text of their hash. */
export interface PackageSignatures {
  readonly file: Uint8Array;
  readonly hash: Uint8Array;
}

export interface PackageSource<P extends Piece> {
  readonly about: PackageAbout;
  /** The tables of events and flows, and the chain. */
  readonly files: readonly MadeFile<P>[];
  readonly checkpoints: readonly Checkpoint[];
  /** The rules in force. */
  readonly rulebook: Rulebook;
  /** Public key, SPKI. */
  readonly spki: Uint8Array;
  readonly sign: (datapackage: Uint8Array, sha256: string) => Promise<PackageSignatures>;
  readonly newPiece: () => P;
}

/**
 * Puts the research package together: the pieces of a ZIP, in their order.
 *
 * @throws {PackageTooLarge}
 */
export async function researchPackage<P extends Piece>(
  source: PackageSource<P>,
): Promise<(Uint8Array | P)[]> {
  const { about, spki } = source;
  const files: MadeFile<P>[] = [...source.files];
  const make = (path: string) => new FileBeingMade(path, source.newPiece());
  const addText = (path: string, name: string, text: string, rows?: number) => {
    const file = make(path);
    file.take(text);
    files.push({ ...file.close(), name, ...(rows !== undefined && { rows }) });
  };
  const signedHeads = source.checkpoints.map(checkpointLine);
  addText('checkpoints.ndjson', 'checkpoints', signedHeads.join(''), signedHeads.length);
  addText('codebook.csv', 'codebook', codebookCsv(source.rulebook));
  addText('README.txt', 'readme', packageReadme(about));

  const datapackage = make('datapackage.json');
  const text = describePackage(about, files);
  datapackage.take(text);
  const described = datapackage.close();
  const signatures = await source.sign(new TextEncoder().encode(text), described.sha256);
  const unlisted: [path: string, content: string | Uint8Array][] = [
    ['datapackage-digest.json', digestOf(about, described.sha256, signatures.hash, spki)],
    ['datapackage.json.sig', derSignature(signatures.file)],
    ['pubkey.pem', pemOf(spki)],
  ];
  const beside = unlisted.map(([path, content]) => {
    const file = make(path);
    file.take(content);
    return file.close();
  });
  return zipPieces([described, ...beside, ...files], zipTimeOf(about.created));
}

/** A checkpoint with its signature in DER, which openssl reads. */
const checkpointLine = ({ n, chain, created, key_fpr, sig }: Checkpoint): string => {
  const raw = Uint8Array.from(atob(sig), (sign) => sign.charCodeAt(0));
  return `${JSON.stringify({ n, chain, created, key_fpr, sig: toBase64(derSignature(raw)) })}\n`;
};

/** The digest of datapackage.json, signed in the form that web archives use. */
const digestOf = (about: PackageAbout, sha256: string, signature: Uint8Array, spki: Uint8Array): string => {
  const hash = `sha256:${sha256}`;
  const signedData = {
    hash,
    created: about.created,
    software: `di-balik-keranjang ${about.extVersion}`,
    version: '0.1.0',
    signature: toBase64(signature),
    publicKey: toBase64(spki),
    keyFingerprint: fingerprintOf(spki),
  };
  return `${JSON.stringify({ path: 'datapackage.json', hash, signedData }, null, 2)}\n`;
};
