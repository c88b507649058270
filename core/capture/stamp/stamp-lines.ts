import { shownMasked } from '../../address/masked-parts';
import { grouped } from '../../bundle/words';
import { explain } from '../../explanation/explain';
import type { AnswerState } from '../../explanation/state-of';
import { type Words, type WrittenLanguage, wordsIn } from '../../explanation/words';
import type { Rulebook } from '../../rulebook/rulebook';
import type { Verdict } from '../../verdict/verdict';

/** One fact of a stamp: what it is, and what it says. */
export interface StampRow {
  readonly label: string;
  readonly text: string;
  /** Set for ids and fingerprints: signs of one width are compared more easily. */
  readonly isCode: boolean;
}

/** What stands below a picture. Text only. */
export interface StampLines {
  readonly name: string;
  readonly state: AnswerState;
  readonly answer: string;
  /** The same sentence in the other language. */
  readonly alsoAnswer: string;
  readonly rows: readonly StampRow[];
  readonly limits: string;
  /** Said where only a part of the picture is shown. */
  readonly excerpt: string;
}

export interface Stamped {
  /** With the address masked. */
  readonly verdict: Verdict;
  readonly language: WrittenLanguage;
  readonly captureId: string;
  /** ISO, UTC, device's clock. */
  readonly taken: string;
  readonly tzOffsetMin: number;
  /** How many places of the picture are covered; default none. */
  readonly covered?: number;
  /** 64 hex digits. */
  readonly keyFingerprint: string;
  /** Host and path, where the page is named. */
  readonly pageUrl?: string | null;
  readonly collector?: string | null;
  readonly caseRef?: string | null;
}

/** The lines of a stamp: the verdict's sentence, and all by which a reader can ask for and check the bundle. */
export function stampLines(stamped: Stamped, rulebook: Rulebook): StampLines {
  const { verdict, language, captureId, taken, tzOffsetMin, keyFingerprint, covered = 0 } = stamped;
  const words = wordsIn(language);
  // The rulebook's age is that of the day of the capture: a stamp does not change when it is read later.
  const { answer, state, rule, rulesOld, rulebook: which } = explain(verdict, rulebook, language);
  const also = explain(verdict, rulebook, language === 'id' ? 'en' : 'id').answer;
  const [inForce] = rule?.notes ?? [];
  return {
    name: words.say('label.name'),
    state,
    answer: answer.text,
    alsoAnswer: also.text,
    rows: [
      ...(rule === null ? [] : [row(words.say('stamp.rule'), joined(rule.line.text, inForce?.text ?? ''))]),
      pageRow(stamped, words),
      ...byRow(stamped, words),
      row(words.say('stamp.time'), `${timesOf(taken, tzOffsetMin)}. ${words.say('stamp.clock')}`),
      row(words.say('stamp.rulebook'), which.text),
      ...(rulesOld === null ? [] : [row(words.say('stamp.old'), rulesOld.text)]),
      row(words.say('stamp.capture'), captureId, true),
      row(words.say('stamp.key'), grouped(keyFingerprint), true),
    ],
    limits: [words.say('stamp.limits'), covered > 0 ? words.say('stamp.covered', { n: covered }) : '']
      .join(' ')
      .trim(),
    excerpt: words.say('stamp.excerpt'),
  };
}

const row = (label: string, text: string, isCode = false): StampRow => ({ label, text, isCode });

const pageRow = ({ verdict, pageUrl = null }: Stamped, words: Words): StampRow =>
  pageUrl === null
    ? row(words.say('stamp.page'), shownMasked(verdict.address))
    : row(words.say('stamp.page-named'), pageUrl);

/** Who took it and for what, as far as they wish to be named. */
function byRow({ collector = null, caseRef = null }: Stamped, words: Words): StampRow[] {
  const matter = caseRef === null ? null : words.say('stamp.case', { caseRef });
  const text = [collector, matter].filter((part) => part !== null).join(', ');
  return text === '' ? [] : [row(words.say('stamp.by'), text)];
}

const joined = (line: string, note: string): string => `${line.replace(/\.$/, '')}. ${note}`.trim();

/** Minutes that WIB is ahead of UTC. */
const wib = 420;

/** `2026-11-24 05:00:12 UTC = 12:00:12 UTC+07:00 (WIB)`; the day is named again where it is another one there. */
export function timesOf(utc: string, offsetMin: number): string {
  const local = new Date(Date.parse(utc) + offsetMin * 60_000).toISOString();
  const [day, time] = [utc.slice(0, 10), utc.slice(11, 19)];
  const localDay = local.slice(0, 10) === day ? '' : `${local.slice(0, 10)} `;
  const zone = offsetMin === wib ? ' (WIB)' : '';
  return `${day} ${time} UTC = ${localDay}${local.slice(11, 19)} UTC${offsetInWords(offsetMin)}${zone}`;
}

function offsetInWords(minutes: number): string {
  const two = (number: number) => String(number).padStart(2, '0');
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '−' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}
