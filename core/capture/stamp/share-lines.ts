import { explain } from '../../explanation/explain';
import { orderPaths } from '../../explanation/order-path';
import type { AnswerState } from '../../explanation/state-of';
import { type LabelKey, type Words, type WrittenLanguage, wordsIn } from '../../explanation/words';
import type { PathIconName } from '../../look/path-icons';
import type { Rulebook } from '../../rulebook/rulebook';
import { type Stamped, type StampLines, type StampRow, stampLines } from './stamp-lines';

/** A heading and what stands below it. */
interface ShareColumn {
  readonly heading: string;
  readonly text: string;
}

/** What a picture to share says beside the captured page. Text only. */
export interface ShareLines {
  /** Day and time of the capture, short, as the reporter's clock had it. */
  readonly when: string;
  /** The sentence of the verdict; `name` is the one that it is about, '' where it names none. */
  readonly answer: { readonly before: string; readonly name: string; readonly after: string };
  readonly state: AnswerState;
  readonly stops: readonly { readonly icon: PathIconName; readonly name: string; readonly note: string }[];
  /** Whose the company is that the sentence names; null where it names none. */
  readonly owned: string | null;
  /** The rule in words, and what is disputed about it. */
  readonly columns: readonly ShareColumn[];
  /** All else by which a reader can ask for the bundle and check it. */
  readonly rows: readonly StampRow[];
  readonly limits: string;
  /** Said where only a part of the picture is shown. */
  readonly excerpt: string;
}

/** Whose name the sentence is about, in the states that know who handles an order. */
const handlers: Partial<Record<AnswerState, LabelKey>> = {
  tokopedia: 'path.market',
  'own-shop': 'path.market.other',
};

/** The lines of a picture to share, from the same verdict as its stamp. */
export function shareLines(stamped: Stamped, rulebook: Rulebook): ShareLines {
  const { verdict, language, taken, tzOffsetMin } = stamped;
  const words = wordsIn(language);
  const { answer, state, owned, rule, disputed } = explain(verdict, rulebook, language);
  const stamp = stampLines(stamped, rulebook);
  const [inForce] = rule?.notes ?? [];
  const columns: ShareColumn[] = [];
  if (rule?.plain)
    columns.push({ heading: rule.line.text, text: `${rule.plain.text} ${inForce?.text ?? ''}`.trim() });
  if (disputed)
    columns.push({
      heading: words.say('heading.disputed'),
      text: [
        disputed.question.text,
        words.say('share.voices', { for: disputed.for.length, against: disputed.against.length }),
        disputed.earlier?.text,
        disputed.ruling.text,
      ]
        .filter(Boolean)
        .join(' '),
    });
  const isRuleTold = rule?.plain != null;
  return {
    when: whenOf(taken, tzOffsetMin, words),
    answer: splitAt(answer.text, handlers[state] === undefined ? '' : words.say(handlers[state])),
    state,
    stops:
      verdict.surface === 'elsewhere'
        ? []
        : (orderPaths[state] ?? []).map(({ icon, name, note }) => ({
            icon,
            name: words.say(name),
            note: words.say(note),
          })),
    owned: owned?.text ?? null,
    columns,
    rows: stamp.rows.filter(({ label }) => !(isRuleTold && label === words.say('stamp.rule'))),
    limits: `${stamp.name}. ${stamp.limits}`,
    excerpt: stamp.excerpt,
  };
}

/** What of a kept capture its pictures to share are made from. */
interface Shared {
  readonly shares?: Readonly<Record<WrittenLanguage, ShareLines>>;
  readonly stamps: Readonly<Record<WrittenLanguage, StampLines>>;
  readonly facts: { readonly taken_utc: string; readonly tz_offset_min: number };
}

/** What a kept capture's picture to share says: as it was when it was taken; an older one repeats its stamp. */
export function sharesOf({ shares, stamps, facts }: Shared, language: WrittenLanguage): ShareLines {
  const { answer, state, rows, name, limits, excerpt } = stamps[language];
  return (
    shares?.[language] ?? {
      when: whenOf(facts.taken_utc, facts.tz_offset_min, wordsIn(language)),
      answer: splitAt(answer, ''),
      state,
      stops: [],
      owned: null,
      columns: [],
      rows,
      limits: `${name}. ${limits}`,
      excerpt,
    }
  );
}

function splitAt(text: string, name: string): ShareLines['answer'] {
  const at = name === '' ? -1 : text.indexOf(name);
  if (at < 0) return { before: text, name: '', after: '' };
  const after = text.slice(at + name.length).replace(/^[,:;]\s*/, '');
  return { before: text.slice(0, at).trim(), name, after: after.trim() };
}

/** Minutes that WIB is ahead of UTC. */
const wib = 420;

/** `30 November 2026, 09:52 WIB`; another zone by its distance from UTC. */
function whenOf(taken: string, tzOffsetMin: number, words: Words): string {
  const local = new Date(Date.parse(taken) + tzOffsetMin * 60_000).toISOString();
  const distance = Math.abs(tzOffsetMin);
  const two = (number: number) => String(number).padStart(2, '0');
  const utc = `UTC${tzOffsetMin < 0 ? '−' : '+'}${two(Math.floor(distance / 60))}:${two(distance % 60)}`;
  const time = local.slice(11, 16);
  return `${words.date(local.slice(0, 10))}, ${words.language === 'id' ? time.replace(':', '.') : time} ${tzOffsetMin === wib ? 'WIB' : utc}`;
}
