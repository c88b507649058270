/** Text is collected until it is worth a call, in letters. */
const worth = 1 << 18;

/** Compresses text as it comes, by the platform's own gzip. */
export class GzipStream {
  private readonly writer: WritableStreamDefaultWriter<Uint8Array<ArrayBuffer>>;
  private readonly drained: Promise<void>;
  private readonly encoder = new TextEncoder();
  /** Used again and again: what was written before is compressed by then, as every write is waited for. */
  private buffer = new Uint8Array(0);
  private text = '';

  constructor(take: (bytes: Uint8Array) => void) {
    const gzip = new CompressionStream('gzip');
    this.writer = gzip.writable.getWriter() as WritableStreamDefaultWriter<Uint8Array<ArrayBuffer>>;
    this.drained = drain(gzip.readable as ReadableStream<Uint8Array>, take);
  }

  /** To be waited for, where it gives a promise, before the next write. */
  write(text: string): Promise<void> | undefined {
    this.text += text;
    return this.text.length < worth ? undefined : this.flush();
  }

  /** All that was written is in the file when this is done. */
  async close(): Promise<void> {
    await this.flush();
    await this.writer.close();
    await this.drained;
  }

  private flush(): Promise<void> {
    const { text } = this;
    this.text = '';
    // A unit of UTF-16 takes three bytes at most.
    if (this.buffer.length < text.length * 3) this.buffer = new Uint8Array(text.length * 3);
    const { written } = this.encoder.encodeInto(text, this.buffer);
    return this.writer.write(this.buffer.subarray(0, written));
  }
}

async function drain(from: ReadableStream<Uint8Array>, take: (bytes: Uint8Array) => void): Promise<void> {
  const reader = from.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    take(value);
  }
}
