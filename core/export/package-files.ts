import { sha256 } from '@noble/hashes/sha2.js';
import { concatBytes, hexOf, utf8ToBytes } from '../bundle/bytes';
import { crc32 } from '../bundle/zip/crc32';
import {
  centralHeader,
  endRecord,
  localHeader,
  type StoredEntry,
  type ZipTime,
} from '../bundle/zip/write-zip';

/** Where a file's bytes go while it is made: into memory, or into parts that the browser keeps on disk. */
export interface Piece {
  take(bytes: Uint8Array): void;
}

/** A file of the package, whole. */
export interface PackageFile<P extends Piece> {
  readonly path: string;
  readonly bytes: number;
  /** SHA-256, 64 hex digits. */
  readonly sha256: string;
  readonly crc: number;
  readonly piece: P;
}

/** The package is larger than a plain ZIP can be. */
export class PackageTooLarge extends Error {
  override readonly name = 'PackageTooLarge';
}

/** A plain ZIP counts to 4 GiB, and to this many files. */
const mostBytes = 2 ** 32 - 1;
const mostFiles = 65_535;

/** A file in the making: counted and hashed as its bytes pass. */
export class FileBeingMade<P extends Piece> {
  private bytes = 0;
  private crc = 0;
  private readonly hash = sha256.create();

  constructor(
    private readonly path: string,
    private readonly piece: P,
  ) {}

  readonly take = (chunk: Uint8Array | string): void => {
    const bytes = typeof chunk === 'string' ? utf8ToBytes(chunk) : chunk;
    this.bytes += bytes.length;
    this.crc = crc32(bytes, this.crc);
    this.hash.update(bytes);
    this.piece.take(bytes);
  };

  /** The whole file; nothing is taken afterwards. */
  close(): PackageFile<P> {
    const { path, bytes, crc, piece } = this;
    return { path, bytes, crc, sha256: hexOf(this.hash.digest()), piece };
  }
}

/**
 * The files as a ZIP, stored as they are, as the pieces that make it up in their order: a header may stand before
 * bytes that were made first, so its sizes are known and every tool can read it front to back.
 *
 * @throws {PackageTooLarge}
 */
export function zipPieces<P extends Piece>(
  files: readonly PackageFile<P>[],
  time: ZipTime,
): (Uint8Array | P)[] {
  const pieces: (Uint8Array | P)[] = [];
  const central: Uint8Array[] = [];
  let offset = 0;
  for (const { path, bytes, crc, piece } of files) {
    const entry: StoredEntry = { name: path, size: bytes, crc, offset };
    const header = localHeader(entry, time);
    pieces.push(header, piece);
    central.push(centralHeader(entry, time));
    offset += header.length + bytes;
  }
  const directory = concatBytes(...central);
  if (offset + directory.length > mostBytes || files.length > mostFiles)
    throw new PackageTooLarge('the package would be larger than 4 GiB: export fewer days at a time');
  return [...pieces, directory, endRecord(files.length, directory.length, offset)];
}
