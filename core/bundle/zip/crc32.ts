/** `tables[k][byte]`: what a byte does to the remainder when k more bytes follow it. */
const tables = Array.from({ length: 4 }, () => new Int32Array(256));
const [t0, t1, t2, t3] = tables as [Int32Array, Int32Array, Int32Array, Int32Array];
for (let index = 0; index < 256; index += 1) {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  t0[index] = value;
}
for (let index = 0; index < 256; index += 1)
  for (let more = 1; more < tables.length; more += 1) {
    const before = tables[more - 1]?.[index] as number;
    (tables[more] as Int32Array)[index] = (t0[before & 255] as number) ^ (before >>> 8);
  }

/**
 * The CRC-32 of ZIP, gzip and PNG, as an unsigned number. Four bytes are taken at a time.
 *
 * @param before the CRC-32 of the bytes in front of these, where they come in pieces
 */
export function crc32(bytes: Uint8Array, before = 0): number {
  let value = ~before;
  let at = 0;
  for (const fours = bytes.length - 3; at < fours; at += 4) {
    value ^=
      (bytes[at] as number) |
      ((bytes[at + 1] as number) << 8) |
      ((bytes[at + 2] as number) << 16) |
      ((bytes[at + 3] as number) << 24);
    value =
      (t3[value & 255] as number) ^
      (t2[(value >>> 8) & 255] as number) ^
      (t1[(value >>> 16) & 255] as number) ^
      (t0[value >>> 24] as number);
  }
  for (; at < bytes.length; at += 1)
    value = (t0[(value ^ (bytes[at] as number)) & 255] as number) ^ (value >>> 8);
  return ~value >>> 0;
}
