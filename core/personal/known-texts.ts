import { foldText } from './fold-text';
import { commonWords } from './name-like';
import type { PersonalKind } from './personal-place';
import type { PersonalRules } from './personal-rules';
import { unlimited, type WorkLimit } from './work-limit';

/** A part of a text, in UTF-16 units: `from` belongs to it, `to` does not. */
export interface PersonalRange {
  readonly from: number;
  readonly to: number;
  readonly kind: PersonalKind;
}

/** A text that is known to concern a person. It lives as long as the page is read, and is kept nowhere. */
export interface KnownText {
  readonly text: string;
  readonly kind: PersonalKind;
  /** A person's name: each of its words is looked for as well. */
  readonly inParts: boolean;
}

const shortestPart = 3;

/**
 * Where known texts stand in a folded text, whatever their case, as words of their own. The text is gone through once: a
 * name is looked for where its first word stands.
 * @throws {SearchTooLong}
 */
export function findKnown(
  text: string,
  known: readonly KnownText[],
  rules: PersonalRules,
  limit: WorkLimit = unlimited,
): PersonalRange[] {
  const wanted = wantedTexts(known, rules);
  if (wanted.size === 0) return [];
  // Per character, as a text in another case may have another length.
  const lower = text.replace(/\p{Lu}/gu, (char) => {
    const small = char.toLowerCase();
    return small.length === char.length ? small : char;
  });
  const places: PersonalRange[] = [];
  const byFirst = new Map<string, string[]>();
  for (const name of wanted.keys()) {
    const [first] = /^[a-z\d]+/.exec(name) ?? [];
    if (first !== undefined) byFirst.set(first, [...(byFirst.get(first) ?? []), name]);
    else {
      limit.check();
      for (let at = lower.indexOf(name); at !== -1; at = lower.indexOf(name, at + 1)) add(name, at);
    }
  }
  let words = 0;
  for (const { 0: word, index } of lower.matchAll(/[a-z\d]+/g)) {
    words += 1;
    if (words % wordsPerCheck === 0) limit.check();
    for (const name of byFirst.get(word) ?? []) if (lower.startsWith(name, index)) add(name, index);
  }
  return places;

  function add(name: string, from: number): void {
    const to = from + name.length;
    if (isWordly(name.at(-1)) && isWordly(lower[to])) return;
    places.push({ from, to, kind: wanted.get(name) as PersonalKind });
  }
}

const wordsPerCheck = 500;
const isWordly = (char: string | undefined): boolean => char !== undefined && /[a-z\d]/.test(char);

/** So many at the most, or a page could have us look for each of its words in all of its text. */
function wantedTexts(known: readonly KnownText[], rules: PersonalRules): Map<string, PersonalKind> {
  const wanted = new Map<string, PersonalKind>();
  const common = commonWords(rules);
  for (const { text: whole, kind, inParts } of known.slice(0, rules.state.known * 2)) {
    const name = foldText(whole).text.trim().toLowerCase();
    if (name.length >= 2) wanted.set(name, kind);
    if (!inParts) continue;
    for (const part of name.split(/[^\p{L}\p{N}']+/u))
      if (part.length >= shortestPart && !common.has(part)) wanted.set(part, kind);
  }
  return wanted;
}
