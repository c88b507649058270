import type { PersonalRange } from './known-texts';
import type { PersonalKind } from './personal-place';

/** A text node's text, and what parts it from the one before: nothing, a place beside it, or a new line. */
export interface TextPiece {
  readonly text: string;
  readonly before: '' | '\t' | '\n';
}

/** The part of a range that one piece holds, in the piece's own units; `range` counts the ranges. */
export interface PieceRange {
  readonly piece: number;
  readonly from: number;
  readonly to: number;
  readonly kind: PersonalKind;
  readonly range: number;
}

/** The texts of all pieces as one: what is drawn in one line is read in one line, however many elements it has. */
export const joinPieces = (pieces: readonly TextPiece[]): string =>
  pieces.map(({ before, text }) => before + text).join('');

/** Where in its pieces the ranges of a joined text stand. Both in order. */
export function rangesInPieces(pieces: readonly TextPiece[], ranges: readonly PersonalRange[]): PieceRange[] {
  const parts: PieceRange[] = [];
  let at = 0;
  let next = 0;
  pieces.forEach(({ before, text }, piece) => {
    const start = at + before.length;
    const end = start + text.length;
    while (next < ranges.length && (ranges[next] as PersonalRange).to <= start) next += 1;
    for (let n = next; n < ranges.length; n += 1) {
      const { from, to, kind } = ranges[n] as PersonalRange;
      if (from >= end) break;
      const part = { from: Math.max(from, start) - start, to: Math.min(to, end) - start };
      if (part.from < part.to) parts.push({ piece, ...part, kind, range: n });
    }
    at = end;
  });
  return parts;
}
