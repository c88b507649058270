/** Text is collected until it is worth a call, in bytes. */
const worth = 1 << 19;

/** Compresses text as it comes, by the platform's own gzip. */
export class GzipStream {
  private readonly writer: WritableStreamDefaultWriter<Uint8Array<ArrayBuffer>>;
  private readonly drained: Promise<void>;
  private readonly encoder = new TextEncoder();
  private buffer = new Uint8Array(worth);
  private size = 0;

  constructor(take: (bytes: Uint8Array) => void) {
    const gzip = new CompressionStream('gzip');
    this.writer = gzip.writable.getWriter() as WritableStreamDefaultWriter<Uint8Array<ArrayBuffer>>;
    this.drained = drain(gzip.readable as ReadableStream<Uint8Array>, take);
  }

  /** To be waited for where it gives a promise: then the compressor has work enough. */
  write(text: string): Promise<void> | undefined {
    // A unit of UTF-16 takes three bytes at most.
    if (text.length * 3 <= worth - this.size) {
      this.size += this.encoder.encodeInto(text, this.buffer.subarray(this.size)).written;
      return undefined;
    }
    return this.flush().then(() => this.writer.write(this.encoder.encode(text)));
  }

  /** All that was written is in the file when this is done. */
  async close(): Promise<void> {
    await this.flush();
    await this.writer.close();
    await this.drained;
  }

  private async flush(): Promise<void> {
    const full = this.buffer.subarray(0, this.size);
    // The compressor reads it later: what comes next goes into a buffer of its own.
    this.buffer = new Uint8Array(worth);
    this.size = 0;
    await this.writer.write(full);
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
