import { IntlMessageFormat } from 'intl-messageformat';
import en from './texts/en.json';
import id from './texts/id.json';

export type Language = 'id' | 'en';
export const languages: readonly Language[] = ['id', 'en'];
export type TextKey = keyof typeof id;
type Values = Record<string, string | number>;

/** Both languages hold the same keys: the types refuse a text that one of them lacks. */
const texts: Record<Language, Record<TextKey, string>> = { id, en };
const locales: Record<Language, string> = { id: 'id-ID', en: 'en-GB' };
const compiled = new Map<string, IntlMessageFormat>();

export interface Words {
  readonly language: Language;
  /** The text of a key, its places filled with `values`. */
  readonly say: (key: TextKey, values?: Values) => string;
  /** The text of a key that data made, or of `otherwise` where the texts have none. */
  readonly sayIfKnown: (key: string, otherwise: TextKey, values?: Values) => string;
  /** A day (`2026-06-08`), month (`2023-10`) or year in words. */
  readonly date: (iso: string) => string;
}

/** The words of one language. Texts are ICU messages in texts/<language>.json. */
export function wordsIn(language: Language): Words {
  const say = (key: TextKey, values: Values = {}) => {
    const name = `${language} ${key}`;
    const message =
      compiled.get(name) ??
      new IntlMessageFormat(texts[language][key], locales[language], undefined, { ignoreTag: true });
    compiled.set(name, message);
    return String(message.format(values));
  };
  return {
    language,
    say,
    sayIfKnown: (key, otherwise, values) => say(isKnown(key) ? key : otherwise, values),
    date: (iso) => dateInWords(iso, locales[language]),
  };
}

const isKnown = (key: string): key is TextKey => Object.hasOwn(id, key);

function dateInWords(iso: string, locale: string): string {
  const [, month, day] = iso.split('-');
  const shape: Intl.DateTimeFormatOptions = { timeZone: 'UTC', year: 'numeric' };
  if (month) shape.month = 'long';
  if (day) shape.day = 'numeric';
  return new Intl.DateTimeFormat(locale, shape).format(Date.parse(iso));
}

/** Indonesian where the reader's own language is Indonesian, else English. */
export const languageFor = (tag: string): Language => (/^(id|in)\b/i.test(tag) ? 'id' : 'en');
