import { expect, test } from 'vitest';
import { splitLines } from '../../cli/split-lines';

async function linesOf(chunks: string[], longest?: number) {
  async function* bytes() {
    for (const chunk of chunks) yield Buffer.from(chunk, 'latin1');
  }
  const lines = [];
  for await (const line of splitLines(bytes(), longest)) lines.push(line);
  return lines;
}

const latin = (text: string) => Buffer.from(text, 'utf8').toString('latin1');

test.each([
  ['lines in one piece', ['a\nb\n'], ['a', 'b']],
  ['a line in many pieces', ['a', 'b', 'c\n'], ['abc']],
  ['a last line without an end', ['a\nb'], ['a', 'b']],
  ['blank lines', ['\n\n a \n \n'], [' a ']],
  ['a letter cut between two pieces', [latin('é').slice(0, 1), `${latin('é').slice(1)}\n`], ['é']],
  ['a byte order mark', [`${latin('\uFEFF')}a\n`], ['a']],
  ['nothing', [], []],
])('splits %s', async (_what, chunks, lines) => {
  expect(await linesOf(chunks)).toEqual(lines);
});

test('reports a line that is too long to hold, and goes on', async () => {
  expect(await linesOf(['aaaa', 'aaaa', 'a\nb\n'], 5)).toEqual([null, 'b']);
});
