/** Text is collected until it is worth a call, in letters. */
const worth = 1 << 18;

/** Compresses text as it comes, by the platform's own gzip. */
export class GzipStream {
  private readonly writer: WritableStreamDefaultWriter<Uint8Array<ArrayBuffer>>;
  private readonly drained: Promise<void>;
  private readonly encoder = new TextEncoder();
  private text = '';

  constructor(take: (bytes: Uint8Array) => void) {
    const gzip = new CompressionStream('gzip');
    this.writer = gzip.writable.getWriter() as WritableStreamDefaultWriter<Uint8Array<ArrayBuffer>>;
    this.drained = drain(gzip.readable as ReadableStream<Uint8Array>, take);
  }

  /** To be waited for where it gives a promise: then the compressor has work enough. */
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
    const bytes = this.encoder.encode(this.text);
    this.text = '';
    return this.writer.write(bytes);
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
