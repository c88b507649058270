/** A name that stays in its folder, with `/` between its parts; null for what leads out of it, or is no name. */
export function plainName(name: string): string | null {
  const parts = name.replaceAll('\\', '/').split('/');
  const isAbsolute = parts.length > 1 && parts[0] === '';
  if (
    isAbsolute ||
    parts.includes('..') ||
    /^[a-z]:/i.test(name) ||
    /[\p{Cc}\u2028\u2029]/u.test(name.replace(/\r$/, ''))
  )
    return null;
  return parts.filter((part, n) => part !== '.' && (part !== '' || n === parts.length - 1)).join('/');
}

/** What file managers leave in folders and in what they zip, by its whole name, in small letters. */
const leftNames = new Set([
  '.ds_store',
  '.localized',
  'icon\r',
  'thumbs.db',
  'ehthumbs.db',
  'ehthumbs_vista.db',
  'desktop.ini',
  '.directory',
]);
/** Folders of the same kind. */
const leftFolders =
  /(?:^|\/)(?:\.Spotlight-V100|\.Trashes|\.Trash-\d+|\.fseventsd|\.TemporaryItems|@eaDir)(?:\/|$)/;

/** Whether a plain name is of a file that a file manager made, and nobody chose. */
export function isLeftover(name: string): boolean {
  const last = name.split('/').at(-1) ?? '';
  if (leftFolders.test(name) || leftNames.has(last.toLowerCase())) return true;
  // macOS keeps what its files have besides their content under the file's own name.
  return /^\._./.test(last) || /^__MACOSX\/(?:[^/]+\/)*$/.test(name);
}

/** The folder that most of the wanted files lie in, with its `/`; '' where they lie in none. */
export function folderOf(names: readonly string[], isWanted: (name: string) => boolean): string {
  const counts = new Map<string, number>();
  for (const name of names)
    for (let at = 0; at >= 0; at = name.indexOf('/', at) + 1 || -1)
      if (isWanted(name.slice(at))) counts.set(name.slice(0, at), (counts.get(name.slice(0, at)) ?? 0) + 1);
  const [most] = [...counts].toSorted((a, b) => b[1] - a[1] || a[0].length - b[0].length);
  return most?.[0] ?? '';
}
