import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hasTools, type Tool } from '../../demo/machine/find-tools';

/** A way in which people pack the files of a folder. Paths are relative to the folder that holds `bundle/`. */
interface Way {
  readonly name: string;
  readonly tools: readonly Tool[];
  /** In `bundle/` itself, or beside it: then all lie in one folder. */
  readonly isInFolder: boolean;
  readonly run: readonly string[];
}

/** Python's zipfile, with the lines given. */
const python = (...lines: readonly string[]): readonly string[] => [
  'python3',
  '-c',
  ['import zipfile, os, io, sys', 'names = sorted(os.listdir("bundle"))', ...lines].join('\n'),
];
const withPython = (name: string, ...lines: readonly string[]): Way => ({
  name: `Python's zipfile, ${name}`,
  tools: ['python3'],
  isInFolder: true,
  run: python(...lines),
});
const zip = (name: string, isInFolder: boolean, ...words: readonly string[]): Way => ({
  name: `zip ${name}`,
  tools: ['zip'],
  isInFolder,
  run: ['sh', '-c', `${isInFolder ? '' : 'cd bundle && '}zip -q ${words.join(' ')}`],
});
const made = (isInFolder: boolean) => (isInFolder ? 'made.zip bundle' : '../made.zip .');
const sevenZip = (name: string, isInFolder: boolean, ...words: readonly string[]): Way => ({
  name: `7z ${name}`,
  tools: ['7z'],
  isInFolder,
  run: [
    'sh',
    '-c',
    `${isInFolder ? '' : 'cd bundle && '}7z a -tzip ${words.join(' ')} ${isInFolder ? 'made.zip bundle' : '../made.zip ./*'}`,
  ],
});

export const ways: readonly Way[] = [
  zip('-r', false, '-r', made(false)),
  zip('-r of the folder', true, '-r', made(true)),
  zip('stored', false, '-0 -r', made(false)),
  zip('without extra fields and folders', true, '-X -D -r', made(true)),
  zip('with ZIP64 forced', false, '-fz -r', made(false)),
  zip('into a pipe', true, '-r - bundle > made.zip'),
  zip('with a comment', false, '-r -z', made(false), '< SHA256SUMS'),
  sevenZip('', false),
  sevenZip('of the folder, stored', true, '-mx0'),
  sevenZip('with NTFS times', true, '-mtc=on'),
  withPython(
    'stored',
    'z = zipfile.ZipFile("made.zip", "w")',
    '[z.write("bundle/" + n) for n in names]',
    'z.close()',
  ),
  withPython(
    'deflated, without a folder, in reverse',
    'z = zipfile.ZipFile("made.zip", "w", zipfile.ZIP_DEFLATED)',
    '[z.write("bundle/" + n, n) for n in reversed(names)]',
    'z.close()',
  ),
  withPython(
    'into a stream that cannot go back (sizes behind the data)',
    'class Pipe(io.RawIOBase):',
    '  def __init__(self): self.f = open("made.zip", "wb")',
    '  def writable(self): return True',
    '  def write(self, b): return self.f.write(b)',
    'p = Pipe()',
    'z = zipfile.ZipFile(p, "w", zipfile.ZIP_DEFLATED)',
    '[z.write("bundle/" + n) for n in names]',
    'z.close()',
    'p.f.close()',
  ),
  withPython(
    'with ZIP64 forced',
    'z = zipfile.ZipFile("made.zip", "w", zipfile.ZIP_DEFLATED)',
    'for n in names:',
    '  with z.open(zipfile.ZipInfo(n), "w", force_zip64=True) as f: f.write(open("bundle/" + n, "rb").read())',
    'z.close()',
  ),
  withPython(
    'with the separator of Windows',
    'z = zipfile.ZipFile("made.zip", "w", zipfile.ZIP_DEFLATED)',
    'for n in names:',
    '  info = zipfile.ZipInfo("x"); info.filename = "bundle\\\\" + n; info.create_system = 0',
    '  z.writestr(info, open("bundle/" + n, "rb").read())',
    'z.close()',
  ),
  withPython(
    'in a folder of a folder with letters beyond ASCII (flagged as UTF-8), as "./"',
    'z = zipfile.ZipFile("made.zip", "w")',
    'for n in names: z.write("bundle/" + n, "tangkapan — é/bundle/./" + n)',
    'z.close()',
  ),
  withPython(
    'as macOS packs a folder',
    'z = zipfile.ZipFile("made.zip", "w", zipfile.ZIP_DEFLATED)',
    'z.writestr("bundle/", b"")',
    'z.writestr("bundle/.DS_Store", b"\\0\\0\\0\\1Bud1")',
    'for n in names:',
    '  z.write("bundle/" + n)',
    '  z.writestr("__MACOSX/bundle/._" + n, b"\\0\\5\\x16\\7")',
    'z.writestr("__MACOSX/", b"")',
    'z.writestr("__MACOSX/._bundle", b"\\0\\5\\x16\\7")',
    'z.close()',
  ),
  withPython(
    'beside what Windows leaves',
    'z = zipfile.ZipFile("made.zip", "w")',
    'for n in names + ["Thumbs.db", "desktop.ini"]: z.writestr("bundle/" + n, open("bundle/" + n, "rb").read() if n in names else b"x")',
    'z.close()',
  ),
];

/** Writes files into `bundle/` of a new folder below `parent`, and gives what the way makes of them. */
export function packedBy(way: Way, files: ReadonlyMap<string, Uint8Array>, parent: string): Uint8Array {
  const folder = mkdtempSync(join(parent, 'packed-'));
  mkdirSync(join(folder, 'bundle'));
  for (const [name, bytes] of files) writeFileSync(join(folder, 'bundle', name), bytes);
  const [program = '', ...words] = way.run;
  const told = spawnSync(program, words, { cwd: folder, encoding: 'utf8' });
  if (told.status !== 0) throw new Error(`${way.name}: ${told.stderr}${told.stdout}`);
  const bytes = new Uint8Array(readFileSync(join(folder, 'made.zip')));
  rmSync(folder, { recursive: true });
  return bytes;
}

/** The files below a folder, as a person's choice of that folder gives them. */
export const looseIn = (folder: string): { name: string; bytes: Uint8Array }[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile())
    .map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(folder, name))) }));

export const isHere = ({ tools }: Way): boolean => hasTools(...tools);
