const range = (from: number, to: number): string =>
  String.fromCodePoint(...Array.from({ length: to - from + 1 }, (_, at) => from + at));

/** Basic Latin, Latin-1, and the punctuation of printed text. */
const latin = `${range(0x20, 0x7e)}${range(0xa0, 0xff)}–—‘’“”•…−`;

/** What a font of ours can write, by what components/look/fonts/sources.json says of it. */
export const charactersOf = (characters: string): string => (characters === 'latin' ? latin : characters);
