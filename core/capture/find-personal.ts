import { personalShapes } from '../log/guard';
import { type FoldedText, foldText } from './fold-text';
import type { PersonalKind } from './frozen-page';
import { findKnown, type KnownText, type PersonalRange } from './known-texts';
import { isNameLike } from './name-like';
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
  const isExempt = exemptDigits(text, exempt);
  const told: KnownText[] = [];
  const found = all.flatMap((rule) => {
    limit.check();
    return [...text.matchAll(rule.pattern)].flatMap((match) => {
      const range = rangeOf(match, rule, text);
      if (
        digitsIn(text, range, rule.labelled ? never : isExempt) <
        (rule.digits ?? rules.leastDigits[rule.kind] ?? 0)
      )
        return [];
      const value = text.slice(range.from, range.to);
      if (rule.knows) told.push({ text: value, kind: rule.kind, inParts: true });
      // Above an address stands whom it belongs to.
      else if (rule.following !== undefined) {
        const [first = ''] = value.split(/[\n,]/, 1);
        if (isNameLike(first, rules)) told.push({ text: first, kind: 'account-name', inParts: true });
      }
      return range;
    });
  });
  limit.check();
  return merged([...found, ...findKnown(text, [...known, ...told], rules)], folded);
}

const never = () => false;

function rangeOf(match: RegExpExecArray, rule: Omit<PersonalRule, 'pattern'>, text: string): PersonalRange {
  const { kind } = rule;
  let [from, to] = match.indices?.groups?.value ?? [match.index, match.index + match[0].length];
  if (rule.line) {
    from = Math.max(text.lastIndexOf('\n', from - 1) + 1, from - widestLine);
    to = Math.min(endOfLine(text, to), to + widestLine);
  }
  for (let lines = rule.following ?? 0; lines > 0 && text[to] === '\n'; lines -= 1) {
    const end = endOfLine(text, to + 1);
    // An address ends with its postcode, and holds no price.
    if (/(?<!\d)\d{5}$/.test(text.slice(Math.max(from, to - 8), to)) || /rp ?\d/i.test(text.slice(to, end)))
      break;
    to = end;
  }
  return { from, to, kind };
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end;
}

/** Marks the digits of prices, dates and the like. */
function exemptDigits(text: string, exempt: readonly RegExp[]): (at: number) => boolean {
  const places = new Set<number>();
  for (const pattern of exempt)
    for (const { 0: found, index } of text.matchAll(pattern))
      for (let at = index; at < index + found.length; at += 1) places.add(at);
  return (at) => places.has(at);
}

function digitsIn(text: string, { from, to }: PersonalRange, isExempt: (at: number) => boolean): number {
  let count = 0;
  for (let at = from; at < to; at += 1) if (/[\d*•]/.test(text[at] as string) && !isExempt(at)) count += 1;
  return count;
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
