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

/** A group that is repeated more often than that may read no text in two ways: the ways multiply with each time. */
const few = 6;
const samples = [...'aexzAXZ059 .,-_/:@#\n!éß'];
const samplesOf = (sign: string): readonly string[] => [1, 2, 3, 4].map((count) => sign.repeat(count));

/**
 * Whether a group that is repeated many times reads a text in two ways: as one time or several (`(a|aa)+`, `(a{1,9}){9}`), or
 * by two of its alternatives (`(\\w|\\d)+`). Tried on runs of single signs, so that it finds what one comes upon, not all.
 * @param flags those that the pattern is used with
 */
export function readsTwice(pattern: string, flags: string): boolean {
  const open: { readonly start: number; readonly bars: number[] }[] = [];
  for (let at = 0; at < pattern.length; at += 1) {
    const sign = pattern[at];
    if (sign === '\\') at += 1;
    else if (sign === '[') at = endOfClass(pattern, at);
    else if (sign === '|') open.at(-1)?.bars.push(at);
    else if (sign === '(') open.push({ start: at, bars: [] });
    if (sign !== ')') continue;
    const { start, bars } = open.pop() ?? { start: at, bars: [] };
    const next = quantifier.exec(pattern.slice(at + 1));
    if (next === null || mostOf(next) <= few) continue;
    const begins = start + (/^\((?:\?(?::|<[^=!][^>]*>))?/.exec(pattern.slice(start))?.[0].length ?? 0);
    const cuts = [begins - 1, ...bars, at];
    const ways = cuts.slice(1).map((cut, n) => pattern.slice((cuts[n] ?? 0) + 1, cut));
    if (new Set(ways).size < ways.length) return true;
    if (samples.some((one) => countReadings(ways, samplesOf(one), flags) > 1)) return true;
  }
  return false;
}

/** How many of the texts the alternatives read, each by itself. */
function countReadings(ways: readonly string[], texts: readonly string[], flags: string): number {
  try {
    const whole = ways.map((way) => new RegExp(`^(?:${way})$`, flags));
    return whole.flatMap((way) => texts.filter((text) => way.test(text))).length;
  } catch {
    // It names a group outside of it: it reads what that one read, and nothing else.
    return 0;
  }
}

function endOfClass(pattern: string, start: number): number {
  let at = start + 1;
  while (at < pattern.length && pattern[at] !== ']') at += pattern[at] === '\\' ? 2 : 1;
  return at;
}

const isMany = (found: RegExpExecArray): boolean => mostOf(found) > many;

function mostOf([, sign, least = '1', comma, most]: RegExpExecArray): number {
  if (sign !== undefined || most === '') return Number.POSITIVE_INFINITY;
  return Number(comma === undefined ? least : most);
}
