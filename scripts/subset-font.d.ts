declare module 'subset-font' {
  /** The part of a font that draws these characters; a variable font may be held to a part of its axes. */
  export default function subsetFont(
    font: Uint8Array,
    characters: string,
    options: {
      targetFormat: 'woff2' | 'truetype';
      /** Leaves out the instructions that fit letters to a screen's pixels. */
      noHinting?: boolean;
      variationAxes?: Record<string, { min: number; max: number }>;
    },
  ): Promise<Buffer>;
}
