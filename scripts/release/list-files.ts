import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { PackedFile } from './pack-zip';

/** Every file below a folder, with its path from there. */
export const filesBelow = (folder: string): PackedFile[] =>
  namesBelow(folder, () => true).map((name) => readPacked(folder, name));

/**
 * The sources: what git tracks, as it lies in the folder now. Without git, as in an unpacked source archive, every file
 * that .gitignore does not name, which is the same.
 */
export function sourceFiles(root: string): PackedFile[] {
  const git = spawnSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' });
  const isCheckout = git.status === 0 && git.stdout !== '';
  const names = isCheckout ? git.stdout.split('\0').filter(Boolean) : namesBelow(root, notIgnored(root));
  return names.map((name) => readPacked(root, name));
}

/** Whether files differ from the last commit; null where there is no git. */
export function hasUncommitted(root: string): boolean | null {
  const git = spawnSync('git', ['status', '--porcelain'], { cwd: root, encoding: 'utf8' });
  return git.status === 0 ? git.stdout !== '' : null;
}

function readPacked(folder: string, name: string): PackedFile {
  const path = join(folder, name);
  // The owner's right alone: the others follow from the umask of whoever unpacked it.
  return { name, bytes: readFileSync(path), executable: (statSync(path).mode & 0o100) !== 0 };
}

function namesBelow(folder: string, enters: (name: string) => boolean, below = ''): string[] {
  return readdirSync(join(folder, below), { withFileTypes: true }).flatMap((entry) => {
    const name = join(below, entry.name).split(sep).join('/');
    if (!enters(name)) return [];
    return entry.isDirectory() ? namesBelow(folder, enters, name) : [name];
  });
}

/** Reads the shapes that our .gitignore has: "folder/", "/folder/" at the top only, and "*.ending". */
function notIgnored(root: string): (name: string) => boolean {
  const lines = readFileSync(join(root, '.gitignore'), 'utf8').split('\n').filter(Boolean);
  const ignores = (line: string, name: string): boolean => {
    if (line.startsWith('*')) return name.endsWith(line.slice(1));
    return line.startsWith('/') ? line === `/${name}/` : line === `${name.split('/').at(-1)}/`;
  };
  return (name) => name !== '.git' && !lines.some((line) => ignores(line, name));
}
