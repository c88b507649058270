import { type Zippable, zipSync } from 'fflate';

/** A file as it goes into a ZIP. */
export interface PackedFile {
  /** Its path in the ZIP, with slashes. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly executable?: boolean;
}

// A ZIP knows local times only: of parts, not of an instant, so that every time zone writes the same.
const fixedTime = new Date(1980, 0, 1);
const unix = 3;
const regularFile = 0o100000;

/** A ZIP that follows from names and contents alone: sorted, one time for all, 644 or 755. */
export function packZip(files: readonly PackedFile[]): Uint8Array {
  const sorted = [...files].sort((a, b) => (a.name < b.name ? -1 : 1));
  const entries: Zippable = {};
  for (const { name, bytes, executable } of sorted) {
    const mode = regularFile | (executable ? 0o755 : 0o644);
    entries[name] = [bytes, { mtime: fixedTime, level: 9, os: unix, attrs: mode << 16 }];
  }
  return zipSync(entries);
}
