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

  /** Hands the file to the browser's own way of saving, under a name. */
  save(name: string, type: string): void {
    this.close();
    const address = URL.createObjectURL(new Blob(this.parts, { type }));
    const link = document.createElement('a');
    link.href = address;
    link.download = name;
    link.click();
    // The browser has taken hold of the Blob by then, however long it asks the person where to put it.
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
  }

  private close(): void {
    if (this.open.length === 0) return;
    this.parts.push(new Blob(this.open as BlobPart[]));
    this.open = [];
    this.openSize = 0;
  }
}
