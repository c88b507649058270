/**
 * Whether two likely slips make `word` out of `pattern`: a neighbouring or similar letter, a letter doubled or
 * brushed along, two changed over, one lost. For short words, which lie two letters from many others.
 *
 * @param near Latin letter → letters taken for it
 */
export function isNearMiss(word: string, pattern: string, near: Readonly<Record<string, string>>): boolean {
  if (word.length < pattern.length - 1) return false;
  // The last letter changed over with none leaves the word as it is: so one slip is found as two.
  return mendings(word, pattern, near).some((mended) => mendings(mended, pattern, near).includes(pattern));
}

/** What the word becomes when one slip is taken back. */
function mendings(word: string, pattern: string, near: Readonly<Record<string, string>>): string[] {
  const letters = [...new Set(pattern)];
  const isNear = (letter: string, other: string): boolean =>
    letter === other || (near[letter]?.includes(other) ?? false);
  const made: string[] = [];
  for (let at = 0; at < word.length; at += 1) {
    const [left, letter, right] = [word.slice(0, at), word.charAt(at), word.slice(at + 1)];
    for (const meant of letters) {
      if (isNear(meant, letter)) made.push(left + meant + right);
    }
    const isBrushed = isNear(left.slice(-1), letter) || isNear(right.charAt(0), letter);
    if (isBrushed && word.length > pattern.length) made.push(left + right);
    made.push(left + right.charAt(0) + letter + right.slice(1));
    if (word.length < pattern.length) made.push(...letters.map((lost) => left + letter + lost + right));
  }
  return made;
}
