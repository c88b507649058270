import * as v from 'valibot';
import { parseJson } from '../page/parse-json';
import { concatBytes, textOf, utf8ToBytes } from './bytes';
import { crc32 } from './zip/crc32';

const keyword = 'di-balik-keranjang';
const head = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** The first chunk: length, name, 13 bytes of size and colours, checksum. */
const afterSize = 8 + 25;

const stampSchema = v.strictObject({
  capture_id: v.string(),
  page_url_masked: v.string(),
  taken_utc: v.string(),
  key_fingerprint: v.string(),
});

/** What a picture says of itself. Its own hash cannot stand in it: that is in the manifest. */
export type PngStamp = v.InferOutput<typeof stampSchema>;

/** A picture's bytes are no PNG. */
class NotPng extends Error {
  override readonly name = 'NotPng';
}

/** Whether the bytes begin as a PNG does. */
export const isPng = (bytes: Uint8Array): boolean =>
  bytes.length > afterSize && head.every((byte, at) => bytes[at] === byte);

/** Width and height in pixels. */
export function sizeOfPng(png: Uint8Array): { readonly w: number; readonly h: number } {
  if (!isPng(png)) throw new NotPng('The picture is no PNG.');
  const view = new DataView(png.buffer, png.byteOffset, afterSize);
  return { w: view.getUint32(16), h: view.getUint32(20) };
}

/** The picture with the stamp in an iTXt chunk after its first one. @throws {NotPng} */
export function stampPng(png: Uint8Array, stamp: PngStamp): Uint8Array {
  if (!isPng(png)) throw new NotPng('The picture is no PNG.');
  const { capture_id, page_url_masked, taken_utc, key_fingerprint } = stamp;
  const text = JSON.stringify({ capture_id, page_url_masked, taken_utc, key_fingerprint });
  const body = concatBytes(utf8ToBytes(`iTXt${keyword}`), new Uint8Array(5), utf8ToBytes(text));
  const chunk = new Uint8Array(body.length + 8);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, body.length - 4);
  chunk.set(body, 4);
  view.setUint32(4 + body.length, crc32(body));
  return concatBytes(png.subarray(0, afterSize), chunk, png.subarray(afterSize));
}

/** The stamp of a picture; null where it has none that can be read. */
export function stampOf(png: Uint8Array): PngStamp | null {
  if (!isPng(png)) return null;
  const view = new DataView(png.buffer, png.byteOffset, png.length);
  const size = afterSize + 8 <= png.length ? view.getUint32(afterSize) : 0;
  const body = png.subarray(afterSize + 4, afterSize + 8 + size);
  const start = `iTXt${keyword}`;
  if (textOf(body.subarray(0, start.length)) !== start) return null;
  const found = v.safeParse(stampSchema, parseJson(textOf(body.subarray(start.length + 5))));
  return found.success ? found.output : null;
}
