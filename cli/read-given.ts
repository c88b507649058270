import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { Given } from '../core/bundle/verify/check-zip';
import { largestBundle } from '../core/bundle/verify/verify';
import { UsageError } from './usage-error';

/** Far above what a bundle holds: a folder with more is somebody's whole disk. */
const mostFiles = 512;

/** What a path names: a file's bytes, or the files of a folder, as Safari and others unpack a download. @throws UsageError */
export function readGiven(path: string): Given {
  return orUsageError(path, () => {
    if (!statSync(path).isDirectory()) return readFile(path);
    const names = readdirSync(path, { recursive: true, encoding: 'utf8' }).filter((name) =>
      statSync(join(path, name)).isFile(),
    );
    if (names.length > mostFiles)
      throw new UsageError(`The folder "${path}" holds more files than any bundle; it was not read.`);
    let left = largestBundle;
    return names.map((name) => {
      left -= statSync(join(path, name)).size;
      if (left < 0) throw new UsageError(`The folder "${path}" is larger than any bundle; it was not read.`);
      return { name: name.split(sep).join('/'), bytes: new Uint8Array(readFileSync(join(path, name))) };
    });
  });
}

/** The bytes of one file. @throws UsageError */
export const readOne = (path: string): Uint8Array => orUsageError(path, () => readFile(path));

function orUsageError<Result>(path: string, read: () => Result): Result {
  try {
    return read();
  } catch (cause) {
    if (cause instanceof UsageError) throw cause;
    const code = (cause as NodeJS.ErrnoException).code ?? 'unknown error';
    throw new UsageError(`The file "${path}" cannot be read (${code}).`);
  }
}

function readFile(path: string): Uint8Array {
  if (statSync(path).size > largestBundle)
    throw new UsageError(`The file "${path}" is larger than any bundle; it was not read.`);
  return new Uint8Array(readFileSync(path));
}
