/** A text as rules read it, with the place in the source of each of its characters. */
export interface FoldedText {
  readonly text: string;
  /** Where the character begins in the source, and where it ends. */
  readonly from: readonly number[];
  readonly to: readonly number[];
}

const unseen = /[\p{Cf}\p{Cc}\p{M}\u115f\u1160\u3164\uffa0]/u;
/** U+FEFF has no width but counts as a space in JavaScript; U+2800 is the other way round. */
const isBlank = (char: string): boolean => (/\s/.test(char) && char !== '\ufeff') || char === '\u2800';
const others: Readonly<Record<string, string>> = {
  '−': '-',
  '’': "'",
  '‘': "'",
  '●': '•',
  '∗': '*',
  '⁎': '*',
  ...digitsOf([
    '⓿❶❷❸❹❺❻❼❽❾',
    '🄋➀➁➂➃➄➅➆➇➈',
    '🄌➊➋➌➍➎➏➐➑➒',
    '_⓵⓶⓷⓸⓹⓺⓻⓼⓽',
    '〇一二三四五六七八九',
    '零',
    '_〡〢〣〤〥〦〧〨〩',
  ]),
};

/** Digits in rings, and those of words, which Unicode counts as no decimal digits. */
function digitsOf(rows: readonly string[]): Record<string, string> {
  const all = rows.flatMap((row) => [...row].map((char, value) => [char, String(value)] as const));
  return Object.fromEntries(all.filter(([char]) => char !== '_'));
}

/**
 * Takes away what hides a number or a name from a rule: full-width and foreign digits, accents, dashes of all kinds,
 * spaces of all kinds and their number, characters without a width. A line's end and a tab stay: they part what is
 * not one text.
 */
export function foldText(source: string): FoldedText {
  const kept: string[] = [];
  const from: number[] = [];
  const to: number[] = [];
  const add = (char: string, start: number, end: number) => {
    kept.push(char);
    from.push(start);
    to.push(end);
  };
  const addBreak = (char: string, start: number, end: number) => {
    const last = kept.length - 1;
    const before = kept[last];
    if (before === undefined) return;
    if (before !== ' ' && before !== '\t' && before !== '\n') add(char, start, end);
    else if (before === ' ' || (before === '\t' && char === '\n')) {
      if (char !== ' ') kept[last] = char;
    }
  };
  let at = 0;
  for (const char of source) {
    const end = at + char.length;
    if (char === '\n' || char === '\t') addBreak(char, at, end);
    else if (isBlank(char)) addBreak(' ', at, end);
    else if (char < '\u007f' && char > ' ') add(char, at, end);
    else for (const part of folded(char)) (part === ' ' ? addBreak : add)(part, at, end);
    at = end;
  }
  return { text: kept.join(''), from, to };
}

const known = new Map<string, string[]>();

/** What stands for a character outside of ASCII: nothing, one character or several, each one UTF-16 unit. */
function folded(char: string): string[] {
  const before = known.get(char);
  if (before) return before;
  const parts = [...char.normalize('NFKD')].flatMap((part) => {
    if (unseen.test(part)) return [];
    if (isBlank(part)) return [' '];
    if (/\p{Pd}/u.test(part)) return ['-'];
    if (/\p{Nd}/u.test(part)) return [digitOf(part)];
    return [...(others[part] ?? part)].flatMap((one) => one.split(''));
  });
  known.set(char, parts);
  return parts;
}

/** The ten digits of a script stand in a row, its zero first. */
function digitOf(char: string): string {
  const code = char.codePointAt(0) as number;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value += 1;
  return String(value);
}
