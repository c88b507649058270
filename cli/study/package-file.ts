import {
  closeSync,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { centralHeader, localHeader, type StoredEntry } from '../../core/bundle/zip/write-zip';

/** What is wrong with a ZIP, or a folder, as the container of a package. */
export class ContainerFault extends Error {
  override readonly name = 'ContainerFault';

  /** @param file that it is about, where it is about one */
  constructor(
    message: string,
    readonly file: string | null = null,
  ) {
    super(message);
  }
}

/** A file of a package, and where its bytes lie. */
interface PackedFile {
  readonly path: string;
  readonly size: number;
  /** By the ZIP's directory; null in a folder. */
  readonly crc: number | null;
  /** The file on the disk that holds the bytes, and from which byte on. */
  readonly within: string;
  readonly from: number;
}

/** A package as it was given: a ZIP or the folder that somebody unpacked it into. Its bytes stay on the disk. */
export interface OpenedPackage {
  /** As it was given. */
  readonly given: string;
  readonly files: ReadonlyMap<string, PackedFile>;
}

/** Bytes that are held at a time. */
const chunk = 1 << 20;
const endSize = 22;
const centralSize = 46;
const localSize = 30;

/** Paths that a package of ours can have: folders and names of plain letters, none of them leading out. */
const plainPath = /^(?:[A-Za-z0-9_][\w=.-]*\/)*[A-Za-z0-9_][\w=.-]*$/;

function admitPath(path: string, known: ReadonlyMap<string, unknown>): void {
  if (!plainPath.test(path) || path.includes('..'))
    throw new ContainerFault('a name in it leads elsewhere or has signs that no package has', path);
  if (known.has(path)) throw new ContainerFault('a file is there twice', path);
}

function readAt(file: number, from: number, size: number): Buffer {
  const bytes = Buffer.alloc(size);
  if (readSync(file, bytes, 0, size, from) !== size) throw new ContainerFault('it is cut short');
  return bytes;
}

/**
 * Opens a ZIP as our writer makes them, and only such: every header must be the very bytes that it writes, one file
 * after the other without gaps, none twice. @throws {ContainerFault}
 */
export function openZip(path: string): OpenedPackage {
  const file = openSync(path, 'r');
  try {
    return { given: path, files: filesOfZip(file, path) };
  } finally {
    closeSync(file);
  }
}

function filesOfZip(file: number, path: string): Map<string, PackedFile> {
  const { size } = fstatSync(file);
  if (size < endSize) throw new ContainerFault('it is no ZIP, or cut short');
  const end = readAt(file, size - endSize, endSize);
  if (end.readUInt32LE(0) !== 0x06054b50) throw new ContainerFault('it is no ZIP, or cut short');
  const [count, directorySize, directoryFrom] = [
    end.readUInt16LE(10),
    end.readUInt32LE(12),
    end.readUInt32LE(16),
  ];
  if (directoryFrom + directorySize + endSize !== size)
    throw new ContainerFault('it is cut short, or something was put into it');
  const directory = readAt(file, directoryFrom, directorySize);
  const files = new Map<string, PackedFile>();
  let at = 0;
  let offset = 0;
  for (let index = 0; index < count; index += 1) {
    if (at + centralSize > directory.length) throw new ContainerFault('its directory is cut short');
    const nameSize = directory.readUInt16LE(at + 28);
    const entry: StoredEntry = {
      name: directory.toString('utf8', at + centralSize, at + centralSize + nameSize),
      size: directory.readUInt32LE(at + 24),
      crc: directory.readUInt32LE(at + 16),
      offset,
    };
    const time = { time: directory.readUInt16LE(at + 12), date: directory.readUInt16LE(at + 14) };
    admitPath(entry.name, files);
    const ours = centralHeader(entry, time);
    const isOurs = directory.subarray(at, at + ours.length).equals(ours);
    if (!isOurs || offset + localSize + nameSize + entry.size > directoryFrom)
      throw new ContainerFault('it was packed again by another program, or changed', entry.name);
    if (!readAt(file, offset, localSize + nameSize).equals(localHeader(entry, time)))
      throw new ContainerFault('a header in it was changed', entry.name);
    const from = offset + localSize + nameSize;
    files.set(entry.name, { path: entry.name, size: entry.size, crc: entry.crc, within: path, from });
    at += ours.length;
    offset = from + entry.size;
  }
  if (at !== directory.length || offset !== directoryFrom)
    throw new ContainerFault('bytes lie in it that belong to no file');
  return files;
}

/** What a computer puts into folders by itself. */
const putByComputers = /(?:^|\/)(?:\.DS_Store|Thumbs\.db|desktop\.ini)$/;

/** Opens the folder that a package was unpacked into. @throws {ContainerFault} */
function openFolder(folder: string): OpenedPackage {
  const files = new Map<string, PackedFile>();
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    const within = join(folder, name);
    const found = statSync(within);
    const path = name.split(sep).join('/');
    if (!found.isFile() || putByComputers.test(path)) continue;
    admitPath(path, files);
    files.set(path, { path, size: found.size, crc: null, within, from: 0 });
  }
  return { given: folder, files };
}

/** Opens a ZIP or a folder. @throws {ContainerFault} */
export const openPackage = (path: string): OpenedPackage =>
  statSync(path).isDirectory() ? openFolder(path) : openZip(path);

/** Whether a path names a research package, whatever may be wrong with it but its container. */
export function isResearchPackage(path: string): boolean {
  try {
    const { files } = openPackage(path);
    return files.has('datapackage.json') && files.has('chain.ndjson.gz');
  } catch (error) {
    if (error instanceof ContainerFault) return false;
    throw error;
  }
}

/** Gives a file's bytes to `take`, some at a time; the buffer is used again. @throws {ContainerFault} */
export function passBytes({ within, from, size }: PackedFile, take: (bytes: Uint8Array) => void): void {
  const file = openSync(within, 'r');
  try {
    const buffer = Buffer.allocUnsafe(Math.min(chunk, size));
    for (let passed = 0; passed < size; ) {
      const wanted = Math.min(buffer.length, size - passed);
      const read = readSync(file, buffer, 0, wanted, from + passed);
      if (read === 0) throw new ContainerFault('it is cut short');
      take(buffer.subarray(0, read));
      passed += read;
    }
  } finally {
    closeSync(file);
  }
}

/** A small file, whole. */
export function readPacked(file: PackedFile): Buffer {
  const chunks: Buffer[] = [];
  passBytes(file, (bytes) => void chunks.push(Buffer.from(bytes)));
  return Buffer.concat(chunks);
}

/** Writes a file of a package into a folder, for programs that read files only; its path there is given. */
export function unpackInto(folder: string, file: PackedFile, also?: (bytes: Uint8Array) => void): string {
  const path = join(folder, ...file.path.split('/'));
  mkdirSync(dirname(path), { recursive: true });
  const target = openSync(path, 'w');
  try {
    passBytes(file, (bytes) => {
      also?.(bytes);
      for (let written = 0; written < bytes.length; ) written += writeSync(target, bytes, written);
    });
  } finally {
    closeSync(target);
  }
  return path;
}
