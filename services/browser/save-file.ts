/** Bytes or text as they come. */
type Chunk = string | Uint8Array;

/** Text pieces are joined until they are worth a part of their own. */
const partSize = 1 << 20;

/**
 * Collects chunks into a file that the browser saves. Parts go into Blobs as they are made: the browser may keep
 * those on disk, so a long export does not fill the page's own memory.
 */
export class FileInTheMaking {
  private parts: Blob[] = [];
  private open: Chunk[] = [];
  private openSize = 0;

  readonly take = (chunk: Chunk): void => {
    this.open.push(chunk);
    this.openSize += chunk.length;
    if (this.openSize >= partSize) this.close();
  };

  /** All that was taken so far. */
  asBlob(): Blob {
    this.close();
    return new Blob(this.parts);
  }

  /** Hands the file to the browser's own way of saving, under a name. */
  save(name: string, type: string): void {
    saveParts([this.asBlob()], name, type);
  }

  private close(): void {
    if (this.open.length === 0) return;
    this.parts.push(new Blob(this.open as BlobPart[]));
    this.open = [];
    this.openSize = 0;
  }
}

/** Hands a file in several parts to the browser's own way of saving, under a name. */
export function saveParts(parts: readonly (Blob | Uint8Array)[], name: string, type: string): void {
  const address = URL.createObjectURL(new Blob(parts as BlobPart[], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken hold of the Blob by then, however long it asks the person where to put it.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
