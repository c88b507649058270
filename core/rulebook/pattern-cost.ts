/** Repeated more often than that, a part of a pattern counts as repeated without end. */
const many = 20;
const quantifier = /^(?:([*+])|\{(\d+)(?:(,)(\d*))?\})/;

/**
 * Whether a pattern repeats many times what itself repeats many times, such as `(a+)+`: on a text that nearly fits, the ways
 * to try grow with every letter, and rules from a file run in people's pages.
 */
export function repeatsRepeats(pattern: string): boolean {
  /** For each open group, whether something before it in the outer one repeats. */
  const outer: boolean[] = [];
  let repeats = false;
  for (let at = 0; at < pattern.length; at += 1) {
    const sign = pattern[at];
    if (sign === '(') {
      outer.push(repeats);
      repeats = false;
      continue;
    }
    let inner = false;
    if (sign === '\\') at += 1;
    else if (sign === '[') at = endOfClass(pattern, at);
    else if (sign === ')') {
      inner = repeats;
      repeats = (outer.pop() ?? false) || repeats;
    }
    const next = quantifier.exec(pattern.slice(at + 1));
    if (next === null) continue;
    at += next[0].length;
    if (!isMany(next)) continue;
    if (inner) return true;
    repeats = true;
  }
  return false;
}

function endOfClass(pattern: string, start: number): number {
  let at = start + 1;
  while (at < pattern.length && pattern[at] !== ']') at += pattern[at] === '\\' ? 2 : 1;
  return at;
}

function isMany([, sign, least = '1', comma, most]: RegExpExecArray): boolean {
  if (sign !== undefined) return true;
  if (comma === undefined) return Number(least) > many;
  return most === '' || Number(most) > many;
}
