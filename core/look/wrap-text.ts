/**
 * A text in lines that are no wider than `width`. Breaks at spaces; what is longer than a line by itself, such as an
 * address, is broken after a sign where there is one, else anywhere. Nothing but the spaces at breaks is lost.
 *
 * @param measure the width of a text as it will be drawn
 */
export function wrapText(text: string, width: number, measure: (text: string) => number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').filter((part) => part !== '')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (measure(longer) <= width) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    const pieces = brokenWord(word, width, measure);
    lines.push(...pieces.slice(0, -1));
    line = pieces.at(-1) as string;
  }
  return line === '' ? lines : [...lines, line];
}

function brokenWord(word: string, width: number, measure: (text: string) => number): string[] {
  const signs = Array.from(word);
  const pieces: string[] = [];
  let from = 0;
  while (from < signs.length) {
    let to = from + 1;
    while (to < signs.length && measure(signs.slice(from, to + 1).join('')) <= width) to += 1;
    const piece = signs.slice(from, to).join('');
    const sign = to < signs.length ? (/.*[/.\-_?&=:]/.exec(piece)?.[0] ?? '') : '';
    // A break after a sign, unless it leaves the line half empty.
    if (Array.from(sign).length > (to - from) / 2) to = from + Array.from(sign).length;
    pieces.push(signs.slice(from, to).join(''));
    from = to;
  }
  return pieces;
}
