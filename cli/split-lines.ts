import { StringDecoder } from 'node:string_decoder';

/** Longest line kept, in characters: a page's text and room to spare. What is longer is reported, not held. */
export const longestLine = 64 * 1024 * 1024;

/** A line of the input, or null for one that was too long to hold. */
export type Line = string | null;

/** Splits a byte stream into lines without ever holding more than one of them. Blank lines are left out. */
export async function* splitLines(
  input: AsyncIterable<Uint8Array>,
  longest: number = longestLine,
): AsyncGenerator<Line> {
  const decoder = new StringDecoder('utf8');
  let parts: string[] = [];
  let length = 0;
  const finish = (): Line | undefined => {
    const line = length > longest ? null : parts.join('');
    parts = [];
    length = 0;
    return line === null || line.trim() !== '' ? line : undefined;
  };
  const add = (text: string) => {
    length += text.length;
    if (length > longest) parts = [];
    else parts.push(text);
  };
  let isFirst = true;
  for await (const bytes of input) {
    let text = decoder.write(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    if (isFirst && text !== '') {
      text = text.replace(/^\uFEFF/, '');
      isFirst = false;
    }
    const pieces = text.split('\n');
    for (const [index, piece] of pieces.entries()) {
      add(piece);
      if (index === pieces.length - 1) break;
      const line = finish();
      if (line !== undefined) yield line;
    }
  }
  add(decoder.end());
  const last = finish();
  if (last !== undefined) yield last;
}
