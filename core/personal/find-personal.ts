import { personalShapes } from '../log/guard';
import { type FoldedText, foldText } from './fold-text';
import { findKnown, type KnownText, type PersonalRange } from './known-texts';
import { commonWords, isNameLike } from './name-like';
import type { PersonalKind } from './personal-place';
import type { PersonalRule, PersonalRules } from './personal-rules';
import { unlimited, type WorkLimit } from './work-limit';

interface Compiled {
  readonly rules: readonly (Omit<PersonalRule, 'pattern'> & { readonly pattern: RegExp })[];
  readonly exempt: readonly RegExp[];
}

const compiled = new WeakMap<PersonalRules, Compiled>();
/** The record's own shapes are found as well: what may not be kept there is covered here. */
const kindsOfShapes: Readonly<Record<string, PersonalKind>> = { phone: 'phone', 'long-number': 'number' };
const widestLine = 240;

function compile(rules: PersonalRules): Compiled {
  const before = compiled.get(rules);
  if (before) return before;
  const shapes = personalShapes.flatMap(([why, shape]) => {
    const kind = kindsOfShapes[why];
    return kind === undefined ? [] : { id: why, kind, pattern: new RegExp(shape, 'dgu') };
  });
  const made = {
    rules: [
      ...rules.rules.map((rule) => ({
        ...rule,
        pattern: new RegExp(rule.pattern, rule.case ? 'dgu' : 'dgiu'),
      })),
      ...shapes,
    ],
    exempt: rules.exempt.map(({ pattern }) => new RegExp(pattern, 'giu')),
  };
  compiled.set(rules, made);
  return made;
}

/**
 * Where personal data stand in a text: ranges in its own units, in order, none touching another. `\n` in the text
 * parts what is drawn on lines of its own, `\t` what stands side by side. Rather too much is found than too little:
 * a person looks at each. Names found after a label are looked for in the whole text.
 * @throws {SearchTooLong}
 */
export function findPersonal(
  source: string,
  rules: PersonalRules,
  known: readonly KnownText[] = [],
  limit: WorkLimit = unlimited,
): PersonalRange[] {
  const folded = foldText(source);
  const { text } = folded;
  const { rules: all, exempt } = compile(rules);
  const lines = new Lines(text);
  const counts = countDigits(text, exempt);
  const told: KnownText[] = [];
  const found: PersonalRange[] = [];
  for (const rule of all) {
    limit.check();
    const own = rule.labelled ? counts.all : counts.counted;
    const least = rule.digits ?? rules.leastDigits[rule.kind] ?? 0;
    let matches = 0;
    for (const match of text.matchAll(rule.pattern)) {
      matches += 1;
      if (matches % matchesPerCheck === 0) limit.check();
      const range = rangeOf(match, rule, lines);
      if (rule.knows && !keepNames(range, rule, text, rules)) continue;
      if ((own[range.to] as number) - (own[range.from] as number) < least) continue;
      found.push(range);
      if (rule.knows) told.push({ text: text.slice(range.from, range.to), kind: rule.kind, inParts: true });
      // Above an address stands whom it belongs to.
      else if (rule.following !== undefined) {
        const [first = ''] = text.slice(range.from, lines.endOf(range.from)).split(',', 1);
        if (isNameLike(first, rules)) told.push({ text: first, kind: 'account-name', inParts: true });
      }
    }
  }
  limit.check();
  return merged([...found, ...findKnown(text, [...known, ...told], rules, limit)], folded);
}

const matchesPerCheck = 200;

/** Leaves out what nobody is called, and says whether anything stays. */
function keepNames(
  range: { readonly from: number; to: number },
  { named }: Pick<PersonalRule, 'named'>,
  text: string,
  rules: PersonalRules,
): boolean {
  const common = commonWords(rules);
  const words = [...text.slice(range.from, range.to).matchAll(/[^\s,.;:!?()/]+/g)];
  const [first] = words.filter(({ 0: word }) => common.has(word.toLowerCase()));
  if (first === undefined) return true;
  if (named === undefined) return words.some(({ 0: word }) => !common.has(word.toLowerCase()));
  range.to = range.from + first.index;
  return named === 'start' && first.index > 0;
}

/** Where the lines of a text begin and end: looked up by halving, however many matches ask within one line. */
class Lines {
  readonly #ends: number[] = [];

  constructor(readonly text: string) {
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) this.#ends.push(at);
    this.#ends.push(text.length);
  }

  /** The first line's end at or behind a place. */
  #lineAt(place: number): number {
    let [from, to] = [0, this.#ends.length - 1];
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((this.#ends[middle] as number) >= place) to = middle;
      else from = middle + 1;
    }
    return from;
  }

  endOf(place: number): number {
    return this.#ends[this.#lineAt(place)] as number;
  }

  startOf(place: number): number {
    return (this.#ends[this.#lineAt(place) - 1] ?? -1) + 1;
  }
}

function rangeOf(
  match: RegExpExecArray,
  rule: Omit<PersonalRule, 'pattern'>,
  lines: Lines,
): { from: number; to: number; kind: PersonalKind } {
  const { kind } = rule;
  const { text } = lines;
  let [from, to] = match.indices?.groups?.value ?? [match.index, match.index + match[0].length];
  if (rule.line) {
    from = Math.max(lines.startOf(from), from - widestLine);
    to = Math.min(lines.endOf(to), to + widestLine);
  }
  for (let following = rule.following ?? 0; following > 0 && text[to] === '\n'; following -= 1) {
    const end = lines.endOf(to + 1);
    const line = text.slice(to + 1, Math.min(end, to + widestLine));
    if (rule.ends !== undefined && isBehind(line, text.slice(Math.max(from, to - widestLine), to), rule.ends))
      break;
    to = end;
  }
  return { from, to, kind };
}

/** Whether a line stands behind an address: that is whole with its postcode or town, and then only goes on as places do. */
function isBehind(line: string, taken: string, ends: readonly string[]): boolean {
  const [until, street, place] = ends.map((one) => new RegExp(one, 'iu')) as [RegExp, RegExp, RegExp];
  if (/(?<!\d)\d{5}$/.test(taken) || until.test(line)) return true;
  if (place.test(line) || line.includes(',')) return false;
  const isPlace = /^(?:\p{Lu}[\p{L}.'-]*(?: |$)){1,4}$/u.test(line);
  return place.test(taken) || (street.test(taken) && !isPlace);
}

/** How many digits and stars stand before each place of a text: all of them, and those in no price, date or the like. */
function countDigits(
  text: string,
  exempt: readonly RegExp[],
): { readonly all: Uint32Array; readonly counted: Uint32Array } {
  const isExempt = new Uint8Array(text.length);
  for (const pattern of exempt)
    for (const { 0: found, index } of text.matchAll(pattern)) isExempt.fill(1, index, index + found.length);
  const all = new Uint32Array(text.length + 1);
  const counted = new Uint32Array(text.length + 1);
  for (let at = 0; at < text.length; at += 1) {
    const isDigit = /[\d*•]/.test(text[at] as string) ? 1 : 0;
    all[at + 1] = (all[at] as number) + isDigit;
    counted[at + 1] = (counted[at] as number) + (isExempt[at] ? 0 : isDigit);
  }
  return { all, counted };
}

/** In the source's units, without blanks at the ends; where two overlap, the longer one tells the kind. */
function merged(ranges: readonly PersonalRange[], { text, from, to }: FoldedText): PersonalRange[] {
  const done: { from: number; to: number; kind: PersonalKind; longest: number }[] = [];
  const trimmed = ranges.flatMap((range) => {
    let { from: start, to: end } = range;
    while (start < end && /[\s,;:]/.test(text[start] as string)) start += 1;
    while (end > start && /[\s,;:]/.test(text[end - 1] as string)) end -= 1;
    return start < end ? { from: from[start] as number, to: to[end - 1] as number, kind: range.kind } : [];
  });
  for (const range of trimmed.toSorted((a, b) => a.from - b.from || b.to - a.to)) {
    const last = done.at(-1);
    const length = range.to - range.from;
    if (last === undefined || range.from >= last.to) {
      done.push({ ...range, longest: length });
      continue;
    }
    last.to = Math.max(last.to, range.to);
    if (length <= last.longest) continue;
    last.kind = range.kind;
    last.longest = length;
  }
  return done.map(({ from: start, to: end, kind }) => ({ from: start, to: end, kind }));
}
