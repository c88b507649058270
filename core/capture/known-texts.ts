import { foldText } from './fold-text';
import type { PersonalKind } from './frozen-page';
import { commonWords } from './name-like';
import type { PersonalRules } from './personal-rules';

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

/** Where known texts stand in a folded text, whatever their case, as words of their own. */
export function findKnown(text: string, known: readonly KnownText[], rules: PersonalRules): PersonalRange[] {
  const wanted = new Map<string, PersonalKind>();
  const common = commonWords(rules);
  // So many at the most, or a page could have us look for each of its words in all of its text.
  for (const { text: whole, kind, inParts } of known.slice(0, rules.state.known * 2)) {
    const name = foldText(whole).text.trim().toLowerCase();
    if (name.length >= 2) wanted.set(name, kind);
    if (!inParts) continue;
    for (const part of name.split(/[^\p{L}\p{N}']+/u))
      if (part.length >= shortestPart && !common.has(part)) wanted.set(part, kind);
  }
  // Per character, as a text in another case may have another length.
  const lower = text.replace(/\p{Lu}/gu, (char) => {
    const small = char.toLowerCase();
    return small.length === char.length ? small : char;
  });
  return [...wanted].flatMap(([name, kind]) =>
    placesOf(name, lower).map((from) => ({ from, to: from + name.length, kind })),
  );
}

const isWordly = (char: string | undefined): boolean => char !== undefined && /[a-z\d]/.test(char);

function placesOf(name: string, text: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + 1)) {
    const end = at + name.length;
    const isCut =
      (isWordly(name[0]) && isWordly(text[at - 1])) || (isWordly(name.at(-1)) && isWordly(text[end]));
    if (!isCut) places.push(at);
  }
  return places;
}
