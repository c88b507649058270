import { writtenHost } from './written-host';

/** A stretch of a name; `differs` where the other name has something else there. */
export interface SpelledPart {
  readonly text: string;
  readonly differs: boolean;
}

export interface ComparedSpelling {
  readonly imitation: readonly SpelledPart[];
  readonly genuine: readonly SpelledPart[];
}

/** Longest name that is compared letter by letter; of a longer one the end counts: it says whose it is. */
const longest = 120;

/**
 * Two host names side by side, letter by letter, so that an eye can see where they part: the longest common letters
 * in their order are the same, all else differs. Foreign letters stand as themselves, not as punycode.
 */
export function compareSpelling(host: string, genuine: string): ComparedSpelling {
  const one = [...writtenHost(host)].slice(-longest);
  const other = [...genuine];
  const { ofOne, ofOther } = commonLetters(one, other);
  return { imitation: inParts(one, ofOne), genuine: inParts(other, ofOther) };
}

/** Which places of two texts belong to their longest common subsequence. */
function commonLetters(one: readonly string[], other: readonly string[]) {
  const lengths = one.map((): number[] => []);
  const at = (row: number, column: number): number => lengths[row]?.[column] ?? 0;
  for (let row = one.length - 1; row >= 0; row -= 1)
    for (let column = other.length - 1; column >= 0; column -= 1)
      (lengths[row] as number[])[column] =
        one[row] === other[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1));
  const ofOne = new Set<number>();
  const ofOther = new Set<number>();
  let [row, column] = [0, 0];
  while (row < one.length) {
    if (one[row] === other[column]) {
      ofOne.add(row);
      ofOther.add(column);
      row += 1;
      column += 1;
    } else if (at(row + 1, column) >= at(row, column + 1)) row += 1;
    else column += 1;
  }
  return { ofOne, ofOther };
}

function inParts(letters: readonly string[], common: ReadonlySet<number>): SpelledPart[] {
  const parts: { text: string; differs: boolean }[] = [];
  for (const [index, letter] of letters.entries()) {
    const differs = !common.has(index);
    const last = parts.at(-1);
    if (last?.differs === differs) last.text += letter;
    else parts.push({ text: letter, differs });
  }
  return parts;
}
