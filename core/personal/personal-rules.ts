import file from '../../rulebook/personal.json';
import type { PersonalKind } from './personal-place';

/** A shape of text that concerns a person. Patterns are read with the flags `u` and, unless `case`, `i`. */
export interface PersonalRule {
  readonly id: string;
  readonly kind: PersonalKind;
  /** What is covered: the group `value` where there is one, else the whole. */
  readonly pattern: string;
  readonly case?: boolean | undefined;
  /** The whole line is covered. */
  readonly line?: boolean | undefined;
  /** So many lines after it are covered too. */
  readonly following?: number | undefined;
  /** Where these lines end: a pattern of what is no address, one of a street, and one of the place that makes it whole. */
  readonly ends?: readonly string[] | undefined;
  /** What is found here is looked for in the rest of the page. */
  readonly knows?: boolean | undefined;
  /** A word in front says what it is: also where the digits alone would pass for sizes or amounts. */
  readonly labelled?: boolean | undefined;
  /** Fewer digits than its kind needs are enough. */
  readonly digits?: number | undefined;
  /** Nobody is called by one of `commonWords`: what is found ends before the first, or is none at all. */
  readonly named?: 'start' | 'whole' | undefined;
  /** The record refuses it as well. */
  readonly record?: boolean | undefined;
}

/** How personal data are found in a page, and what of a page may be kept (rulebook/personal.json). */
export interface PersonalRules {
  /** Parts that patterns share: `<sep>` in one stands for the part of that name. */
  readonly parts: Readonly<Record<string, string>>;
  readonly rules: readonly PersonalRule[];
  /** Digits in these are nobody's number: prices, dates, hours. */
  readonly exempt: readonly { readonly id: string; readonly pattern: string }[];
  readonly leastDigits: Readonly<Record<string, number>>;
  readonly state: {
    readonly names: readonly string[];
    readonly handles: readonly string[];
    readonly phones: readonly string[];
    readonly mails: readonly string[];
    readonly addresses: readonly string[];
    readonly numbers: readonly string[];
    readonly avatars: readonly string[];
    /** Fields that hold a person, whose `name` is a name. */
    readonly people: readonly string[];
    /** Most values that are looked at, and most that are remembered. */
    readonly values: number;
    readonly known: number;
  };
  readonly avatars: {
    readonly words: readonly string[];
    readonly profileLinks: readonly string[];
    /** What a link to a profile may say without naming a person. */
    readonly linkWords: readonly string[];
    /** What may stand between an avatar and its name: a level, a count, a word for what somebody does. */
    readonly badge: string;
    /** Sides in CSS px within which a round picture is taken for an avatar. */
    readonly smallest: number;
    readonly largest: number;
  };
  /** Words that are nobody's name, in lower case, with blanks between: they are not looked for when a text around them is taken for a name. */
  readonly commonWords: string;
  /** In the class, id or test name of an element that holds a person's name. */
  readonly nameElements: readonly string[];
  /** In the class of a canvas: a blur that stands for a video's picture until that is there. As the video, it is no suggestion. */
  readonly placeholderCanvases: readonly string[];
  readonly snapshot: {
    readonly elements: number;
    readonly characters: number;
    readonly depth: number;
    /** The attributes that stay, each with the shape its value must have. */
    readonly attributes: Readonly<Record<string, string>>;
    /** Elements that stay under their name; others become `div`. */
    readonly names: readonly string[];
    /** Elements whose contents are left out, and those that are left out whole. */
    readonly empty: readonly string[];
    readonly dropped: readonly string[];
    readonly phrases: readonly string[];
  };
}

const rules = file as unknown as PersonalRules;
const withParts = (pattern: string): string =>
  pattern.replace(/<(\w+)>/g, (whole, name) => {
    const part = rules.parts[name];
    return part === undefined ? whole : withParts(part);
  });

/** The rules of this version; their shape is checked with the rulebook. */
export const personalRules: PersonalRules = {
  ...rules,
  rules: rules.rules.map((rule) => ({
    ...rule,
    pattern: withParts(rule.pattern),
    ends: rule.ends?.map(withParts),
  })),
};
