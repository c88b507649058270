import { daysBetween } from '../calendar/read-moment';
import type { Rulebook } from '../rulebook/rulebook';
import type { Drift, Evidence, Unread, Verdict, Weight } from '../verdict/verdict';
import { explainLaw, type RuleNote } from './explain-law';
import { explainRights, type RightsNote } from './explain-rights';
import { type SourceNote, sourceNotes } from './source-notes';
import { type AnswerState, stateOf } from './state-of';
import { type Language, type Words, wordsIn } from './words';

export interface SeenFact {
  readonly text: string;
  readonly weight: Weight;
  readonly weightText: string;
  readonly whereText: string;
}

/** The shortest form of a verdict in words: all that a toolbar shows. */
export interface ShortAnswer {
  readonly state: AnswerState;
  /** One plain sentence. */
  readonly answer: string;
  /** At most four characters. */
  readonly badge: string;
}

/** A verdict in words of one language: the same for popup, command line and every later record. */
export interface Explanation extends ShortAnswer {
  /** Who says so, with sources; only where the answer rests on their word. */
  readonly who: { readonly lines: readonly string[]; readonly sources: readonly SourceNote[] } | null;
  readonly advice: readonly string[];
  readonly rule: RuleNote | null;
  /** The buyer's rights and where to get help; for an order that an Indonesian basket leads to. */
  readonly rights: RightsNote | null;
  readonly seen: readonly SeenFact[];
  /** How far the way of reading was proved, where that is less than elsewhere. */
  readonly seenNote: string | null;
  readonly unread: readonly string[];
  /** Set when the rulebook was reviewed too long before the day judged for. */
  readonly rulesOld: string | null;
  /** Whether reloading the page can bring an answer. */
  readonly canReload: boolean;
}

const statesWithRule: readonly AnswerState[] = [
  'tokopedia',
  'own-shop',
  'closed',
  'transition',
  'conflicting',
  'dropped',
  'live-basket',
  'unknown',
  'drift',
  'stale',
  'check',
];

/** Turns a verdict into the sentences shown. Pure; reports what was seen and said, draws no legal conclusion. */
export function explain(verdict: Verdict, rulebook: Rulebook, language: Language): Explanation {
  const words = wordsIn(language);
  const short = shortAnswer(verdict, words);
  const { state } = short;
  return {
    ...short,
    who: state === 'tokopedia' ? whoSaysSo(rulebook, words) : null,
    advice: adviceOn(verdict, words),
    rule:
      statesWithRule.includes(state) && verdict.law.length > 0 ? explainLaw(verdict, rulebook, words) : null,
    rights: state === 'tokopedia' ? explainRights(verdict, rulebook, words) : null,
    seen: verdict.evidence.map((entry) => seenFact(entry, words)),
    seenNote: verdict.evidence.some(({ where }) => where === 'page props')
      ? words.say('seen.from-props')
      : null,
    unread: [
      ...verdict.unread.map((entry) => unreadLine(entry, words)),
      ...verdict.drift.map(({ rule, found }: Drift) => words.say('drift.line', { rule, found })),
    ],
    rulesOld: rulesOld(verdict, rulebook, words),
    canReload: state === 'stale',
  };
}

/** The state, sentence and badge of a verdict. */
export function shortAnswer(verdict: Verdict, words: Words): ShortAnswer {
  const state = stateOf(verdict);
  return { state, answer: answerOf(state, verdict, words), badge: words.say(`badge.${state}`) };
}

const answerOf = (state: AnswerState, { kind, address, lookalike }: Verdict, words: Words): string =>
  words.say(`answer.${state}`, {
    kind: kind.replace('-', ''),
    host: hostOf(address),
    genuine: lookalike?.of ?? '',
  });

const hostOf = (address: string): string => (URL.canParse(address) ? new URL(address).hostname : address);

/** The statements on who processes orders, and who owns the processor: facts of the rulebook, each with its source. */
function whoSaysSo(rulebook: Rulebook, words: Words): Explanation['who'] {
  const [first, latest] = rulebook.statements
    .filter(({ subject, stance }) => subject === 'who-processes' && stance === 'for')
    .sort((a, b) => a.date.localeCompare(b.date));
  const company = rulebook.entities.find(({ id }) => id === 'pt-tokopedia');
  const companyWord = rulebook.sources.find(({ id }) => id === 'tempo-2024-04-03');
  const owner = company?.owners[0];
  if (!first || !latest || !companyWord || !company || !owner) return null;
  return {
    lines: [
      words.say('who.says', {
        ministry: words.date(first.date),
        restated: words.date(latest.date),
        company: words.date(companyWord.date),
      }),
      words.say('who.owner', { owner: owner.name, percent: owner.percent, since: words.date(owner.since) }),
    ],
    sources: sourceNotes(
      [...first.sources, ...latest.sources, companyWord.id, ...company.sources],
      rulebook,
      words,
    ),
  };
}

function adviceOn({ lookalike }: Verdict, words: Words): string[] {
  if (!lookalike) return [];
  return [
    words.sayIfKnown(`lookalike.${lookalike.reason}`, 'lookalike.other'),
    words.say('lookalike.advice', { genuine: lookalike.of }),
  ];
}

function seenFact({ signal, weight, where, value }: Evidence, words: Words): SeenFact {
  const general = signal.startsWith('phase-') ? 'signal.phase' : 'signal.address';
  return {
    text: words.sayIfKnown(`signal.${signal}`, general, { value }),
    weight,
    weightText: words.say(`weight.${weight}`),
    whereText: words.say(`where.${where}`),
  };
}

const unreadLine = ({ what, why }: Unread, words: Words): string =>
  words.sayIfKnown(`unread.${what}.${why}`, 'answer.unknown', { kind: 'other' });

function rulesOld({ date }: Verdict, { about }: Rulebook, words: Words): string | null {
  const days = daysBetween(about.reviewed, date);
  return days > about.staleAfterDays ? words.say('popup.rules-old', { days }) : null;
}
