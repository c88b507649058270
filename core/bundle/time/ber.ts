import { concatBytes } from '../bytes';
import { NotDer } from './der';

/** Deeper than anything an authority sends; an answer of brackets alone must not fill the stack. */
const deepest = 64;
const constructed = 0x20;
const bitString = 3;

interface Read {
  readonly der: Uint8Array;
  /** Behind the value, its end mark included. */
  readonly to: number;
}

/**
 * BER as DER, as far as time authorities make use of it: lengths that are indefinite or longer than need be, and strings
 * in parts. What is DER already comes back the same. @throws {NotDer}
 */
export function derOf(bytes: Uint8Array): Uint8Array {
  const { der, to } = read(bytes, 0, bytes.length, 0);
  if (to !== bytes.length) throw new NotDer('something follows the value');
  return der;
}

function read(bytes: Uint8Array, start: number, end: number, depth: number): Read {
  const tag = bytes[start];
  const first = bytes[start + 1];
  if (tag === undefined || first === undefined || start + 2 > end) throw new NotDer('the data end too early');
  if ((tag & 0x1f) === 0x1f || depth > deepest) throw new NotDer('a tag of a kind that no answer has');
  const isIndefinite = first === 0x80;
  const { from, size } = isIndefinite
    ? { from: start + 2, size: end - start - 2 }
    : lengthAt(bytes, start, first);
  if (from + size > end) throw new NotDer('a value is longer than its frame');
  if ((tag & constructed) === 0) {
    if (isIndefinite) throw new NotDer('a plain value without a length');
    return { der: framed(tag, bytes.subarray(from, from + size)), to: from + size };
  }
  const parts: Uint8Array[] = [];
  let at = from;
  const isOver = (): boolean => (isIndefinite ? bytes[at] === 0 && bytes[at + 1] === 0 : at >= from + size);
  while (!isOver()) {
    const part = read(bytes, at, from + size, depth + 1);
    parts.push(part.der);
    at = part.to;
  }
  const to = isIndefinite ? at + 2 : at;
  if (to > end) throw new NotDer('the data end too early');
  return { der: isString(tag) ? joined(tag, parts) : framed(tag, concatBytes(...parts)), to };
}

function lengthAt(bytes: Uint8Array, start: number, first: number): { from: number; size: number } {
  const digits = first > 127 ? first & 127 : 0;
  if (digits > 8) throw new NotDer('a length of too many digits');
  let size = digits === 0 ? first : 0;
  for (let n = 0; n < digits; n += 1) size = size * 256 + (bytes[start + 2 + n] ?? 0);
  return { from: start + 2 + digits, size };
}

/** A universal type that is no sequence and no set, and so has parts only because its writer wrote it in parts. */
const isString = (tag: number): boolean => tag >> 6 === 0 && (tag & 0x1f) !== 16 && (tag & 0x1f) !== 17;

/** The parts of a string as one; of a string of bits only the last part may have bits to spare. */
function joined(tag: number, parts: readonly Uint8Array[]): Uint8Array {
  const contents = parts.map(contentOfDer);
  const plain = tag & ~constructed;
  if ((tag & 0x1f) !== bitString) return framed(plain, concatBytes(...contents));
  const spare = contents.at(-1)?.[0] ?? 0;
  return framed(plain, concatBytes(Uint8Array.of(spare), ...contents.map((part) => part.subarray(1))));
}

const contentOfDer = (der: Uint8Array): Uint8Array =>
  der.subarray((der[1] ?? 0) > 127 ? 2 + ((der[1] ?? 0) & 127) : 2);

/** A value of DER with that tag and content. */
export function framed(tag: number, content: Uint8Array): Uint8Array {
  const digits: number[] = [];
  for (let rest = content.length; rest > 0; rest = Math.floor(rest / 256)) digits.unshift(rest % 256);
  const size = content.length < 128 ? [content.length] : [0x80 + digits.length, ...digits];
  return concatBytes(Uint8Array.of(tag, ...size), content);
}
