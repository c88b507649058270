import type { Given } from '../../core/bundle/verify/check-zip';
import { largestBundle } from '../../core/bundle/verify/verify';

/** Far above what a bundle holds: a folder with more is somebody's whole disk. */
const mostFiles = 512;

/** What a person chose or dropped. */
export interface Chosen {
  readonly name: string;
  readonly files: readonly { readonly path: string; readonly file: File }[];
}

/** Files of a field: of a folder they know their way in it. */
export function chosenFrom(list: FileList | null): Chosen | null {
  const files = [...(list ?? [])].map((file) => ({ path: file.webkitRelativePath || file.name, file }));
  return named(files);
}

/** What was dropped, folders with all that lies in them. */
export async function chosenFromDrop({ items, files: list }: DataTransfer): Promise<Chosen | null> {
  // Read before anything is waited for: afterwards a drop holds nothing any more.
  const entries = [...items].flatMap((item) => item.webkitGetAsEntry?.() ?? []);
  if (!entries.some(({ isDirectory }) => isDirectory)) return chosenFrom(list);
  const handles = [...items].map((item) => (item as DroppedItem).getAsFileSystemHandle?.() ?? null);
  const files: { path: string; file: File }[] = [];
  try {
    for (const entry of entries) await addFrom(entry, files);
  } catch {
    // To a page from a disk Chromium shows a folder, but reads it only by its handle.
    files.length = 0;
    for (const handle of await Promise.all(handles))
      if (handle !== null) await addFromHandle(handle, '', files);
  }
  return named(files);
}

/** What browsers other than Chromium do not have. */
interface DroppedItem extends DataTransferItem {
  getAsFileSystemHandle?(): Promise<FileSystemHandle | null>;
}
type FolderHandle = FileSystemDirectoryHandle & { values(): AsyncIterable<FileSystemHandle> };

async function addFromHandle(
  handle: FileSystemHandle,
  within: string,
  files: { path: string; file: File }[],
): Promise<void> {
  if (files.length > mostFiles) return;
  const path = within + handle.name;
  if (handle.kind === 'file') files.push({ path, file: await (handle as FileSystemFileHandle).getFile() });
  else for await (const one of (handle as FolderHandle).values()) await addFromHandle(one, `${path}/`, files);
}

function named(files: Chosen['files']): Chosen | null {
  const [first] = files;
  if (first === undefined) return null;
  const [folder = ''] = first.path.split('/');
  return { name: files.length === 1 ? first.file.name : folder, files };
}

async function addFrom(entry: FileSystemEntry, files: { path: string; file: File }[]): Promise<void> {
  if (files.length > mostFiles) return;
  const path = entry.fullPath.replace(/^\//, '');
  if (entry.isFile) {
    const file = await new Promise<File>((done, failed) => (entry as FileSystemFileEntry).file(done, failed));
    files.push({ path, file });
    return;
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  // A reader gives a folder in parts, and nothing at its end.
  for (;;) {
    const part = await new Promise<FileSystemEntry[]>((done, failed) => reader.readEntries(done, failed));
    if (part.length === 0) return;
    for (const one of part) await addFrom(one, files);
  }
}

/** The bytes to be checked; null where they are more than any bundle has. Rejects for what cannot be read. */
export async function readChosen({ files }: Chosen): Promise<Given | null> {
  const size = files.reduce((sum, { file }) => sum + file.size, 0);
  if (size > largestBundle || files.length > mostFiles) return null;
  const read = await Promise.all(
    files.map(async ({ path, file }) => ({ name: path, bytes: new Uint8Array(await file.arrayBuffer()) })),
  );
  const [only] = read;
  return read.length === 1 && only !== undefined && !isSidecar(only.name) ? only.bytes : read;
}

/** One file of a bundle chosen alone is no ZIP; that its neighbours are missing says more. */
const isSidecar = (name: string): boolean => /\.(?:sha256|sig|pem|tsq|tsr|json|txt)$|SHA256SUMS$/.test(name);
