/** One value of DER: its tag, its whole range and its content's, in the bytes it was read from. */
export interface DerValue {
  readonly tag: number;
  readonly start: number;
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
}

/** Bytes are no DER, or not the DER that was looked for. */
export class NotDer extends Error {
  override readonly name = 'NotDer';
}

/** The value that begins at `start`. @throws {NotDer} when it does not fit in front of `end`. */
export function readDer(bytes: Uint8Array, start = 0, end = bytes.length): DerValue {
  const tag = bytes[start];
  const first = bytes[start + 1];
  if (tag === undefined || first === undefined || start + 2 > end) throw new NotDer('the data end too early');
  let from = start + 2;
  let size = first;
  if (first > 127) {
    const digits = first & 127;
    if (digits === 0 || digits > 4) throw new NotDer('a length is not written as DER');
    size = 0;
    for (; from < start + 2 + digits; from += 1) size = size * 256 + (bytes[from] ?? 0);
    if (size < 128 || (digits > 1 && size < 256 ** (digits - 1)))
      throw new NotDer('a length is longer than it need be');
  }
  if (from + size > end) throw new NotDer('a value is longer than its frame');
  return { tag, start, from, to: from + size };
}

/** The values inside another. @throws {NotDer} */
export function insideOf(bytes: Uint8Array, { from, to }: DerValue): DerValue[] {
  const found: DerValue[] = [];
  for (let at = from; at < to; ) {
    const value = readDer(bytes, at, to);
    found.push(value);
    at = value.to;
  }
  return found;
}

export const contentOf = (bytes: Uint8Array, { from, to }: DerValue): Uint8Array => bytes.subarray(from, to);
export const wholeOf = (bytes: Uint8Array, { start, to }: DerValue): Uint8Array => bytes.subarray(start, to);
