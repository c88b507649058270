import { gzipSync, Inflate } from 'fflate';
import { crc32 } from './crc32';

/** The head of every member that we write: no name, no time, so that the same record gives the same bytes. */
export const gzipHead: readonly number[] = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 3];
const tail = 8;
const piece = 1 << 14;

/** One gzip member; the same bytes for the same content. */
export const gzipMember = (bytes: Uint8Array): Uint8Array => gzipSync(bytes, { level: 9, mtime: 0 });

export type GunzipFault = 'head' | 'data' | 'too-large' | 'checksum';

/**
 * The content of one gzip member as we write it, or what is wrong with it. Stops as soon as more than `most` bytes
 * come out, whatever the member promises.
 */
export function gunzipMember(bytes: Uint8Array, most: number): Uint8Array | GunzipFault {
  if (bytes.length < gzipHead.length + tail || gzipHead.some((byte, at) => bytes[at] !== byte)) return 'head';
  const data = inflate(bytes.subarray(gzipHead.length, -tail), most);
  if (typeof data === 'string') return data;
  const view = new DataView(bytes.buffer, bytes.byteOffset + bytes.length - tail, tail);
  return view.getUint32(0, true) === crc32(data) && view.getUint32(4, true) === data.length
    ? data
    : 'checksum';
}

/** The content of a raw deflate stream, at most `most` bytes. Never throws. */
export function inflate(stream: Uint8Array, most: number): Uint8Array | 'data' | 'too-large' {
  const parts: Uint8Array[] = [];
  let size = 0;
  let ended = false;
  const inflater = new Inflate((part, final) => {
    parts.push(part);
    size += part.length;
    ended ||= final;
  });
  try {
    for (let at = 0; at < stream.length && size <= most; at += piece)
      inflater.push(stream.subarray(at, at + piece), at + piece >= stream.length);
  } catch {
    return 'data';
  }
  if (size > most) return 'too-large';
  if (!ended) return 'data';
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
