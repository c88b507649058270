import { hexOf } from '../bytes';

/** What an OpenTimestamps proof says. Whether the named block holds it, only the chain's headers show: `ots verify`. */
export interface OtsProof {
  /** SHA-256 of the file that it is about, 64 hex digits. */
  readonly hash: string;
  /** Heights of the Bitcoin blocks that it leads to, lowest first; none while it waits for one. */
  readonly blocks: readonly number[];
}

const magic = '004f70656e54696d657374616d7073000050726f6f6600bf89e2e884e89294';
const sha256Tag = 0x08;
/** Operations that take no argument: the hashes, reverse, hexlify. */
const plainTags: readonly number[] = [0x02, 0x03, 0x08, 0x67, 0xf2, 0xf3];
/** Append and prepend. */
const joiningTags: readonly number[] = [0xf0, 0xf1];
const forkMark = 0xff;
const attestationMark = 0x00;
const bitcoin = '0588960d73d71901';
/** As the reference implementation has them, in bytes; the last is in steps. */
const longest = { argument: 4096, attestation: 8192, steps: 10_000 };

class NotAProof extends Error {}

/** Whether a file calls itself an OpenTimestamps proof. */
export const isOtsProof = (bytes: Uint8Array): boolean =>
  hexOf(bytes.subarray(0, magic.length / 2)) === magic;

/** Reads an OpenTimestamps proof (version 1) of a SHA-256; null for what is none. Never throws. */
export function readOtsProof(bytes: Uint8Array): OtsProof | null {
  if (!isOtsProof(bytes)) return null;
  try {
    return read(new Reader(bytes, magic.length / 2));
  } catch (cause) {
    if (cause instanceof NotAProof) return null;
    throw cause;
  }
}

class Reader {
  constructor(
    private readonly bytes: Uint8Array,
    private at: number,
  ) {}

  isOver = (): boolean => this.at === this.bytes.length;

  take(count: number): Uint8Array {
    if (this.at + count > this.bytes.length) throw new NotAProof();
    this.at += count;
    return this.bytes.subarray(this.at - count, this.at);
  }

  byte = (): number => this.take(1)[0] as number;

  /** Seven bits a byte, the lowest first. */
  number(): number {
    let value = 0;
    for (let shift = 0; shift < 32; shift += 7) {
      const byte = this.byte();
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
    throw new NotAProof();
  }

  counted(most: number): Uint8Array {
    const count = this.number();
    if (count > most) throw new NotAProof();
    return this.take(count);
  }
}

function read(reader: Reader): OtsProof {
  if (reader.number() !== 1 || reader.byte() !== sha256Tag) throw new NotAProof();
  const hash = hexOf(reader.take(32));
  const blocks: number[] = [];
  // Branches that are still to be read: an attestation ends one.
  let open = 1;
  for (let step = 0; open > 0; step += 1) {
    if (step > longest.steps) throw new NotAProof();
    let tag = reader.byte();
    if (tag === forkMark) {
      open += 1;
      tag = reader.byte();
    }
    if (tag === attestationMark) {
      open -= 1;
      const kind = hexOf(reader.take(8));
      const payload = reader.counted(longest.attestation);
      if (kind === bitcoin) blocks.push(new Reader(payload, 0).number());
    } else if (joiningTags.includes(tag)) reader.counted(longest.argument);
    else if (!plainTags.includes(tag)) throw new NotAProof();
  }
  if (!reader.isOver()) throw new NotAProof();
  return { hash, blocks: blocks.toSorted((a, b) => a - b) };
}
