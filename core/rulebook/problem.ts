/** A fault in the rulebook: which file, which record, which field, and what is wrong. */
export interface RulebookProblem {
  readonly file: string;
  readonly record: string;
  readonly field: string;
  readonly problem: string;
}

/** The file that holds a part of the rulebook. */
export const fileOf = (part: string): string => `rulebook/${part === 'about' ? 'rulebook' : part}.json`;
