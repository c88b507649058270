import type { WrittenLanguage } from '../explanation/words';
import type { Opened } from './commitment';
import en from './texts/en.json';
import id from './texts/id.json';
import type { Check } from './verify/check';
import type { Examination } from './verify/verify';

// Apart from the explanation's words: the verifier is one small file, and needs no grammar beyond filled places.
const texts: Record<WrittenLanguage, Record<keyof typeof id, string>> = { id, en };
const locales: Record<WrittenLanguage, string> = { id: 'id-ID', en: 'en-GB' };

export type VerifierKey = keyof typeof id;
type Values = Readonly<Record<string, string>>;

export interface VerifierWords {
  readonly language: WrittenLanguage;
  readonly say: (key: VerifierKey, values?: Values) => string;
  /** The sentence of a check, without its range. */
  readonly sayCheck: (check: Check) => string;
  /** The bytes concerned, in words; '' where the check names none. */
  readonly sayRange: (check: Check) => string;
}

/** The words of the verifier in one language. */
export function verifierWords(language: WrittenLanguage): VerifierWords {
  const numbers = new Intl.NumberFormat(locales[language]);
  const say = (key: VerifierKey, values: Values = {}): string =>
    texts[language][key].replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
  return {
    language,
    say,
    sayCheck: ({ check, why, file = '', values }) => {
      const own = `why.${check}.${why}`;
      return say((own in id ? own : `why.${why}`) as VerifierKey, { file, ...values });
    },
    sayRange: ({ from, to }) => {
      if (from === undefined || to === undefined) return '';
      const values = { from: numbers.format(from), to: numbers.format(to) };
      return say(from === to ? 'byte' : 'bytes', values);
    },
  };
}

/**
 * The answer in one word. `doubtful`: it is as it was signed, and contradicts what else is known. `repacked`: it holds, and
 * nothing but the container is not as it was made; `alone`: the archive holds, and the rest of the bundle was not given.
 */
export type Summary = 'holds' | 'fails' | 'doubtful' | 'unclear' | 'repacked' | 'alone';

export function summaryOf({ checks, holds }: Examination): Summary {
  const has = (wanted: Check['outcome']): boolean => checks.some(({ outcome }) => outcome === wanted);
  if (!holds) return has('fails') ? 'fails' : has('doubts') ? 'doubtful' : 'unclear';
  if (checks.some(({ why }) => why === 'archive-alone')) return 'alone';
  return has('noted') ? 'repacked' : 'holds';
}

/** A fingerprint in groups of four, to be compared by eye or read out. */
export const grouped = (fingerprint: string): string => fingerprint.replace(/(.{4})(?=.)/g, '$1 ');

/** Whether a text is a whole fingerprint, as people write it: spaces and colons do not matter. */
export const isFingerprint = (text: string): boolean => /^[0-9a-f]{64}$/i.test(text.replace(/[\s:]/g, ''));

/** What came of opening a capture's seals, a line for each. */
export function wordsOfOpening(opened: Opened | 'unreadable', { say }: VerifierWords): string[] {
  if (opened === 'unreadable') return [say('seals.unreadable')];
  if (opened.outcome === 'other-capture') return [say('seals.other-capture')];
  const { page, picture } = opened;
  return [
    ...(page ? [say(`seals.page.${page.outcome}`, { address: page.address })] : []),
    ...(picture ? [say(`seals.picture.${picture}`)] : []),
  ];
}
