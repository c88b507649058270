import type { Range } from '../bytes';
import { folderOf, isLeftover, plainName } from '../file-names';
import type { Findings } from './check';
import type { Place } from './place';

/** A file as it was given, in a ZIP or by itself. */
export interface GivenFile {
  /** As it is named; in a ZIP the directory and the file's own header may differ. */
  readonly names: readonly string[];
  readonly size: number;
  readonly whole: Range;
  /** It is there, and cannot be read here. */
  readonly isUnread: boolean;
  readonly place: (path: string) => Place;
}

/** Which files are looked for. */
export interface WantedFiles {
  readonly files: 'files' | 'contents';
  /** Put in front of every file's name. */
  readonly path: string;
  readonly needed: readonly string[];
  readonly mayHold: (name: string) => boolean;
  /** The order that the writer would give the files. */
  readonly inOrder: (names: readonly string[]) => readonly string[];
  readonly isSigned: boolean;
}

interface Admitted {
  readonly files: ReadonlyMap<string, Place>;
  readonly unread: ReadonlySet<string>;
  /** Of each given file the name that it was taken by: without the folder that all lie in. */
  readonly names: readonly string[];
  /** The first file that does not stand in its place; null when all do. */
  readonly moved: string | null;
}

/**
 * Tells the files that are looked for from those that do not belong. The folder that all of them lie in does not matter,
 * nor what file managers leave beside them; a name that leads out of the folder, a twin and any other file are refused.
 */
export function admitFiles(given: readonly GivenFile[], how: WantedFiles, findings: Findings): Admitted {
  const { mayHold, path } = how;
  const folder = folderOf(
    given.flatMap(({ names }) => names.flatMap((name) => plainName(name) ?? [])),
    mayHold,
  );
  const within = given.map(({ names }) => names.map((name) => nameWithin(name, folder)));
  const names = settleNames(within, how);
  const files = new Map<string, Place>();
  const unread = new Set<string>();
  const left: string[] = [];
  for (const [n, file] of given.entries()) {
    const name = names[n] ?? '';
    const all = within[n] ?? [];
    const [raw = ''] = file.names;
    if (file.size === 0 && isFolderOf(file.names, given)) continue;
    if (all.every((one) => one !== null && !mayHold(one) && isLeftover(one))) left.push(raw);
    else if (files.has(name) || unread.has(name))
      findings.fails(how.files, 'twice', path + shown(name), file.whole);
    else if (all.includes(null) || !mayHold(name))
      findings.fails(how.files, 'added', path + shown(raw), file.whole);
    else if (file.isUnread) unread.add(name);
    else files.set(name, file.place(path + name));
  }
  for (const name of how.needed)
    if (!files.has(name) && !unread.has(name)) findings.fails(how.files, 'removed', path + name);
  if (left.length > 0)
    findings.notes(how.files, 'left-over', path, null, { names: left.slice(0, 3).map(shown).join(', ') });
  const found = [...files.keys()];
  const ordered = how.inOrder(found);
  const moved = found.find((name, n) => name !== ordered[n]) ?? null;
  if (moved !== null && how.isSigned)
    findings.fails(how.files, 'moved', path + moved, files.get(moved)?.whole);
  return { files: new Map(ordered.map((name) => [name, files.get(name) as Place])), unread, names, moved };
}

/** Null where it leads out of the folder. */
function nameWithin(name: string, folder: string): string | null {
  const plain = plainName(name);
  return plain?.startsWith(folder) ? plain.slice(folder.length) : plain;
}

/** A folder's own entry, where something lies in that folder. */
function isFolderOf(names: readonly string[], given: readonly GivenFile[]): boolean {
  const folders = names.map(plainName);
  return folders.every(
    (folder) =>
      folder?.endsWith('/') &&
      given.some((other) =>
        other.names.some((name) => name !== folder && plainName(name)?.startsWith(folder)),
      ),
  );
}

/** Of two names that a file's headers give and a bundle may have, the one that the writer would have put there. */
function settleNames(
  all: readonly (readonly (string | null)[])[],
  { mayHold, inOrder }: WantedFiles,
): readonly string[] {
  const may = (name: string | null | undefined): name is string => typeof name === 'string' && mayHold(name);
  const names = all.map((both) => both.find(may) ?? both[0] ?? '');
  const fits = (some: readonly string[]): boolean => {
    const known = some.filter(may);
    return new Set(known).size === known.length && inOrder(known).every((name, n) => name === known[n]);
  };
  return names.map((name, n) => {
    const other = all[n]?.find((one) => one !== name);
    if (!may(name) || !may(other) || fits(names)) return name;
    return fits(names.with(n, other)) ? other : name;
  });
}

/** A name that came with the bundle: control signs and signs that turn the writing round made visible, and not endless. */
export const shown = (name: string): string => name.replace(/[\p{C}\u2028\u2029]/gu, '\ufffd').slice(0, 120);
