declare module 'punycode/punycode.js' {
  const punycode: {
    /** Decodes a label's punycode without its `xn--`. @throws RangeError when it is none. */
    decode(label: string): string;
    /** Encodes a label, without `xn--` before it. */
    encode(label: string): string;
  };
  export default punycode;
}
declare module 'damerau-levenshtein' {
  /** Counts insertions, deletions, substitutions and transpositions between two words. */
  export default function distance(a: string, b: string): { steps: number };
}
