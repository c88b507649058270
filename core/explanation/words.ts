import { IntlMessageFormat } from 'intl-messageformat';
import type { FactId } from '../rulebook/facts';
import type { Sentence } from './sentence';
import { texts as everyText } from './texts/languages';

/** A language that the screens speak: one for each file in texts/. */
export type Language = keyof typeof everyText;
/** A language in which rulebook, bundles and verifier are written; a reader of another one gets the one that its file names. */
export type WrittenLanguage = 'id' | 'en';
export const languages = Object.keys(everyText) as readonly Language[];
export type TextKey = keyof typeof everyText.id;

/** Texts that claim something about the world or the page: they come only with the facts they rest on. */
export const claimingGroups = [
  'answer',
  'day',
  'dispute',
  'drift',
  'figure',
  'fresh',
  'help',
  'law',
  'lookalike',
  'rule',
  'seen',
  'signal',
  'unread',
  'weak',
  'who',
] as const;
export type SentenceKey = Extract<TextKey, `${(typeof claimingGroups)[number]}.${string}`>;
/** Texts that name a thing on the screen and claim nothing. */
export type LabelKey = Exclude<TextKey, SentenceKey>;
type Values = Record<string, string | number>;

const texts: Record<Language, Record<TextKey, string>> = everyText;
const { id } = texts;
/** The locale whose numbers and dates a language has. */
const localeOf = (language: Language): string => texts[language]['language.locale'];
const compiled = new Map<string, IntlMessageFormat>();
const dateFormats = new Map<string, Intl.DateTimeFormat>();

export interface Words {
  /** The language of the screen. */
  readonly tag: Language;
  /** The language of what the rulebook itself says on it. */
  readonly language: WrittenLanguage;
  /** The text of a label, its places filled with `values`. */
  readonly say: (key: LabelKey, values?: Values) => string;
  /** A sentence that claims something, with the facts it rests on. */
  readonly tell: (key: SentenceKey, facts: readonly FactId[], values?: Values) => Sentence;
  /** `tell` for a key that data made; `otherwise` where the texts have none. */
  readonly tellIfKnown: (
    key: string,
    otherwise: SentenceKey,
    facts: readonly FactId[],
    values?: Values,
  ) => Sentence;
  /** A day (`2026-06-08`), month (`2023-10`) or year in words. */
  readonly date: (iso: string) => string;
  /** A day as an axis has room for: `12 Feb`. */
  readonly shortDay: (iso: string) => string;
  /** A moment by the clock of Jakarta, which is named: `8 June 2026 at 19:02 WIB`. Milliseconds since 1970. */
  readonly moment: (time: number, style?: 'long' | 'medium') => string;
}

/** The words of one language. Texts are ICU messages in texts/<language>.json. */
export function wordsIn(language: Language): Words {
  const text = (key: TextKey, values: Values = {}) => {
    const written = texts[language][key];
    // Most texts have no place to fill; reading them as messages costs the popup time before its first paint.
    if (!/[{}'#]/.test(written)) return written;
    const name = `${language} ${key}`;
    const message =
      compiled.get(name) ??
      new IntlMessageFormat(written, localeOf(language), undefined, { ignoreTag: true });
    compiled.set(name, message);
    return String(message.format(values));
  };
  const tell = (key: SentenceKey, facts: readonly FactId[], values?: Values): Sentence => ({
    text: text(key, values),
    facts,
  });
  return {
    tag: language,
    language: writtenFor(language),
    say: text,
    tell,
    tellIfKnown: (key, otherwise, facts, values) => tell(isSentence(key) ? key : otherwise, facts, values),
    date: (iso) => dateInWords(iso, localeOf(language)),
    shortDay: (iso) =>
      dateFormat(localeOf(language), { timeZone: 'UTC', day: 'numeric', month: 'short' }).format(
        Date.parse(iso),
      ),
    moment: (time, style = 'long') =>
      `${dateFormat(localeOf(language), { timeZone: 'Asia/Jakarta', dateStyle: style, timeStyle: 'short' }).format(time)} WIB`,
  };
}

/** In which language rulebook, bundle and verifier speak to a reader of this one. */
export const writtenFor = (language: Language): WrittenLanguage =>
  texts[language]['language.rulebook'] === 'id' ? 'id' : 'en';

/** A language by its own name. */
export const nameOfLanguage = (language: Language): string => texts[language]['language.name'];

export const isSentence = (key: string): key is SentenceKey =>
  Object.hasOwn(id, key) && claimingGroups.some((group) => key.startsWith(`${group}.`));

export const isLabel = (key: string): key is LabelKey => Object.hasOwn(id, key) && !isSentence(key);

/** A page's kind in words; one that has none yet, by its name. */
export function kindInWords(kind: string, words: Words): string {
  const key = `kind.${kind}`;
  return isLabel(key) ? words.say(key) : kind;
}

function dateInWords(iso: string, locale: string): string {
  const [, month, day] = iso.split('-');
  const shape: Intl.DateTimeFormatOptions = { timeZone: 'UTC', year: 'numeric' };
  if (month) shape.month = 'long';
  if (day) shape.day = 'numeric';
  return dateFormat(locale, shape).format(Date.parse(iso));
}

/** Made once for each shape: making one takes far longer than using it. */
function dateFormat(locale: string, shape: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const name = JSON.stringify([locale, shape]);
  const known = dateFormats.get(name);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locale, shape);
  dateFormats.set(name, made);
  return made;
}
