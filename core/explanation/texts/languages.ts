// Made from the files beside it by scripts/list-languages.mjs, before every build.
import en from './en.json';
import id from './id.json';

/** Every language's texts, by its tag. A file that lacks a text is refused by the types. */
export const texts = { id, en } satisfies Record<string, Record<keyof typeof id, string>>;
