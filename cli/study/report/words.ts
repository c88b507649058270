import { IntlMessageFormat } from 'intl-messageformat';
import { isSentence, type Words, type WrittenLanguage, wordsIn } from '../../../core/explanation/words';
import en from './texts/en.json';
import id from './texts/id.json';

export type ReportKey = keyof typeof id;
const texts: Record<WrittenLanguage, Record<ReportKey, string>> = { id, en };
type Values = Readonly<Record<string, string | number>>;

/** The words of the report in one language, and those of the screens. */
export interface ReportWords {
  readonly language: WrittenLanguage;
  readonly core: Words;
  readonly say: (key: ReportKey, values?: Values) => string;
  readonly number: (value: number) => string;
  /** 0 to 1. */
  readonly percent: (share: number) => string;
  /** Why a basket was not read. */
  readonly reason: (what: string, why: string) => string;
}

const compiled = new Map<string, IntlMessageFormat>();

export function reportWords(language: WrittenLanguage): ReportWords {
  const core = wordsIn(language);
  const { locale } = texts[language];
  const numbers = new Intl.NumberFormat(locale);
  const say = (key: ReportKey, values: Values = {}): string => {
    const name = `${language} ${key}`;
    const message =
      compiled.get(name) ??
      new IntlMessageFormat(texts[language][key], locale, undefined, { ignoreTag: true });
    compiled.set(name, message);
    // No line begins with the sign of percent.
    return String(message.format(values)).replaceAll(' %', '\u00a0%');
  };
  return {
    language,
    core,
    say,
    number: (value) => numbers.format(value),
    percent: (share) => core.say('monitor.share-alone', { share: Math.round(share * 1000) / 10 }),
    reason: (what, why) => {
      const key = `unread.${what}.${why}`;
      if (isSentence(key)) return core.tell(key, []).text;
      return why === '' ? say('unread.not-said') : `${what}: ${why}`;
    },
  };
}
