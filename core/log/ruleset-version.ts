/** A rulebook's version as the record and its exports write it: without the letter, readers of CSV take it for a day. */
export const rulesetVersion = (version: string): string => `v${version}`;
