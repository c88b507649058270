import type { PieceRange } from '../../core/personal/text-pieces';
import { ask, read } from '../own-properties';
import type { PagePiece } from './walk-page';

/** So many digits in a row, each an element of its own, are a number that somebody reads. */
const least = 4;
/** Most pieces that are looked at. */
const most = 2000;

interface Digit {
  readonly piece: number;
  readonly text: string;
  readonly rect: DOMRect;
}

/**
 * Numbers whose digits stand each in an element of its own, in one row, however they were brought there: boxes of a code,
 * or digits that are placed one by one.
 */
export function digitsByPlace(pieces: readonly PagePiece[]): PieceRange[] {
  const digits = pieces
    .flatMap(({ text, node }, piece): Digit[] => {
      const said = text.trim();
      if (!/^\d{1,2}$/.test(said)) return [];
      const range = ask(read(node, 'ownerDocument'), 'createRange');
      range.selectNodeContents(node);
      const rect = range.getBoundingClientRect();
      return rect.width > 0 ? [{ piece, text: said, rect }] : [];
    })
    .slice(0, most)
    .toSorted((a, b) => Math.round(a.rect.top / 6) - Math.round(b.rect.top / 6) || a.rect.left - b.rect.left);
  const rows: Digit[][] = [];
  for (const digit of digits) {
    const row = rows.at(-1);
    const last = row?.at(-1);
    const goesOn =
      last !== undefined &&
      Math.abs(last.rect.top - digit.rect.top) < digit.rect.height / 2 &&
      digit.rect.left - last.rect.right < digit.rect.height * 2;
    if (goesOn) row?.push(digit);
    else rows.push([digit]);
  }
  return rows
    .filter(
      (row) => row.length >= least && row.map(({ text }) => text).join('').length >= least && !isCount(row),
    )
    .flatMap((row, n) =>
      row.map(({ piece, text }) => {
        const from = (pieces[piece] as PagePiece).text.indexOf(text);
        return { piece, from, to: from + text.length, kind: 'number' as const, range: n };
      }),
    );
}

/** The pages of a list, or the days of a month: each one more than the one before. */
const isCount = (row: readonly Digit[]): boolean =>
  row.every(({ text }, n) => n === 0 || Number(text) === Number(row[n - 1]?.text) + 1);
