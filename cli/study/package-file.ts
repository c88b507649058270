import { createHash } from 'node:crypto';
import {
  closeSync,
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { crc32 } from 'node:zlib';
import { centralHeader, localHeader, type StoredEntry } from '../../core/bundle/zip/write-zip';
import { compareText } from './compare-text';

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

/** Does what reads from the disk. @throws {ContainerFault} in words where the disk does not give it */
function readable<T>(read: () => T, file: string | null = null): T {
  try {
    return read();
  } catch (cause) {
    throw new ContainerFault(`it cannot be read (${(cause as NodeJS.ErrnoException).code})`, file);
  }
}

/** Whether a path names anything, be it a link that leads nowhere. */
export const isThere = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false }) !== undefined;

/** What a path leads to; `other` is a pipe, a device, or nothing that can be looked at. */
export function kindOf(path: string): 'file' | 'folder' | 'other' {
  try {
    const found = statSync(path);
    if (found.isDirectory()) return 'folder';
    return found.isFile() ? 'file' : 'other';
  } catch {
    return 'other';
  }
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
  if (readable(() => readSync(file, bytes, 0, size, from)) !== size)
    throw new ContainerFault('it is cut short');
  return bytes;
}

/**
 * Opens a ZIP as our writer makes them, and only such: every header must be the very bytes that it writes, one file
 * after the other without gaps, none twice. @throws {ContainerFault}
 */
export function openZip(path: string): OpenedPackage {
  const file = readable(() => openSync(path, 'r'));
  try {
    return { given: path, files: filesOfZip(file, path) };
  } catch (error) {
    throw error instanceof ContainerFault ? (faultOfOther(file) ?? error) : error;
  } finally {
    closeSync(file);
  }
}

const unpackIt = 'unpack it and give the folder';
const leadsOut = /^[/\\]|^[A-Za-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)/;

/** What is to be said first of a ZIP, whoever wrote it; null where it is what is wrong with it as one of ours. */
function faultOfOther(file: number): ContainerFault | null {
  const names = namesInZip(file);
  const out = names.find((name) => leadsOut.test(name));
  if (out !== undefined) return new ContainerFault('a name in it leads out of its folder', out);
  const [first, ...more] = names.filter((name) => /\.zip$/i.test(name));
  if (first === undefined || names.some((name) => name.endsWith('datapackage.json'))) return null;
  const others = more.length > 0 ? ` and ${more.length} more` : '';
  return new ContainerFault(`it holds ZIPs (${first}${others}): ${unpackIt}`);
}

/** A remark may stand at a ZIP's end, of at most so many bytes. */
const longestRemark = 0xffff;

/** The names of a ZIP's directory, whoever wrote it; none where it cannot be read. */
function namesInZip(file: number): string[] {
  const { size } = fstatSync(file);
  const tail = readAt(
    file,
    Math.max(0, size - endSize - longestRemark),
    Math.min(size, endSize + longestRemark),
  );
  const at = tail.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (at < 0 || at + endSize > tail.length) return [];
  const [directorySize, from] = [tail.readUInt32LE(at + 12), tail.readUInt32LE(at + 16)];
  if (from + directorySize > size) return [];
  const directory = readAt(file, from, directorySize);
  const names: string[] = [];
  for (let place = 0; place + centralSize <= directory.length; ) {
    const [name, extra, remark] = [28, 30, 32].map((field) => directory.readUInt16LE(place + field)) as [
      number,
      number,
      number,
    ];
    names.push(directory.toString('utf8', place + centralSize, place + centralSize + name));
    place += centralSize + name + extra + remark;
  }
  return names;
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
      throw new ContainerFault(`it was packed again by another program, or changed: ${unpackIt}`, entry.name);
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

/** Opens the folder that a package was unpacked into: plain files and folders, nothing that leads elsewhere. @throws {ContainerFault} */
function openFolder(folder: string): OpenedPackage {
  const files = new Map<string, PackedFile>();
  const found = readable(() => readdirSync(folder, { recursive: true, withFileTypes: true }));
  for (const entry of found) {
    const within = join(entry.parentPath, entry.name);
    const path = relative(folder, within).split(sep).join('/');
    if (entry.isDirectory() || putByComputers.test(path)) continue;
    if (entry.isSymbolicLink())
      throw new ContainerFault('it is a link: what it leads to is no part of the package', path);
    if (!entry.isFile()) throw new ContainerFault('it is no plain file', path);
    admitPath(path, files);
    const { size } = readable(() => lstatSync(within), path);
    files.set(path, { path, size, crc: null, within, from: 0 });
  }
  return { given: folder, files: new Map([...files].toSorted(([one], [other]) => compareText(one, other))) };
}

/** Opens a ZIP or a folder. @throws {ContainerFault} */
export function openPackage(path: string): OpenedPackage {
  const found = readable(() => statSync(path, { throwIfNoEntry: false }));
  if (found === undefined) throw new ContainerFault('it is a link that leads nowhere');
  if (found.isDirectory()) return openFolder(path);
  if (!found.isFile()) throw new ContainerFault('it is no file and no folder');
  return openZip(path);
}

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
export function passBytes({ path, within, from, size }: PackedFile, take: (bytes: Uint8Array) => void): void {
  const file = readable(() => openSync(within, 'r'), path);
  try {
    const buffer = Buffer.allocUnsafe(Math.min(chunk, size));
    for (let passed = 0; passed < size; ) {
      const wanted = Math.min(buffer.length, size - passed);
      const read = readable(() => readSync(file, buffer, 0, wanted, from + passed), path);
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

/**
 * What a package holds, as a text: the same for a ZIP and the folder it was unpacked into. A ZIP whose checksums are
 * wrong is like no other. @throws {ContainerFault}
 */
export function contentOf({ files }: OpenedPackage): string {
  const sha256 = createHash('sha256');
  for (const file of [...files.values()].toSorted((one, other) => compareText(one.path, other.path))) {
    let crc = 0;
    sha256.update(`${file.path}\0${file.size}\0`);
    passBytes(file, (bytes) => {
      crc = crc32(bytes, crc);
      sha256.update(bytes);
    });
    if (file.crc !== null && file.crc !== crc) sha256.update('another checksum');
  }
  return sha256.digest('hex');
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
