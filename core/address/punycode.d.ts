declare module 'punycode/' {
  /** Decodes a label's punycode without its `xn--`. @throws RangeError when it is none. */
  export function decode(label: string): string;
}
declare module 'damerau-levenshtein' {
  /** Counts insertions, deletions, substitutions and transpositions between two words. */
  export default function distance(a: string, b: string): { steps: number };
}
