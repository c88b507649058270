import { daysBetween } from '../calendar/read-moment';
import type { FactId } from '../rulebook/facts';
import type { Rulebook } from '../rulebook/rulebook';
import type { Drift, Evidence, Unread, Verdict, Weight } from '../verdict/verdict';
import { type ShortAnswer, shortAnswer, subjectOf } from './answer';
import { type DisputeNote, explainDispute, ofTheRule } from './explain-dispute';
import { explainImitation, type ImitationNote } from './explain-imitation';
import { explainLaw, type RuleNote } from './explain-law';
import { explainRights, type RightsNote } from './explain-rights';
import { explainWho, ownedShare, type WhoNote } from './explain-who';
import { factsOfDrift, factsOfEvidence, factsOfUnread } from './facts-of-page';
import { nextStep } from './next-step';
import type { Sentence } from './sentence';
import type { AnswerState } from './state-of';
import { type Language, type Words, wordsIn } from './words';

/** Something seen on the page, with its weight and place in words. */
export interface SeenFact {
  readonly sentence: Sentence;
  readonly weight: Weight;
  readonly weightText: string;
  readonly whereText: string;
}

/** A verdict in words of one language: the same for popup, command line and every later record. */
export interface Explanation extends ShortAnswer {
  readonly advice: readonly Sentence[];
  /** What one can do where the page does not say who handles an order, or nothing is ordered. */
  readonly nextStep: string | null;
  /** Set where the address imitates a genuine one. */
  readonly imitation: ImitationNote | null;
  /** Who says so; only where the answer rests on their word. */
  readonly who: WhoNote | null;
  /** Whose the company is that the answer names. */
  readonly owned: Sentence | null;
  readonly rule: RuleNote | null;
  /** Whether the rule is kept is an open question: who says what. */
  readonly disputed: DisputeNote | null;
  /** The buyer's rights and where to get help: wherever one may buy, also where it is not known who handles the order, and where one may look for help afterwards. */
  readonly rights: RightsNote | null;
  readonly seen: readonly SeenFact[];
  /** How far the way of reading was proved, where that is less than elsewhere. */
  readonly seenNote: Sentence | null;
  readonly unread: readonly Sentence[];
  /** Set when the rulebook was reviewed too long ago. */
  readonly rulesOld: Sentence | null;
  readonly rulebook: Sentence;
  /** Whether reloading the page can bring an answer. */
  readonly canReload: boolean;
}

const statesWithRule: readonly AnswerState[] = [
  'tokopedia',
  'not-yet',
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

/** Where one may buy, also where it is not known of whom. */
const statesOfBuying: readonly AnswerState[] = [
  'tokopedia',
  'other-region',
  'native',
  'conflicting',
  'dropped',
  'live-basket',
  'unknown',
  'drift',
  'stale',
  'check',
];

/** Where nothing is bought, and one who has ordered elsewhere may look for help. */
const statesBesideBuying: readonly AnswerState[] = ['none', 'browse'];

/**
 * Turns a verdict into the sentences shown. Pure; reports what was seen and said, draws no legal conclusion.
 *
 * @param today ISO day of reading, for the rulebook's age; the day of the verdict where none is given
 */
export function explain(
  verdict: Verdict,
  rulebook: Rulebook,
  language: Language,
  today = verdict.date,
): Explanation {
  const words = wordsIn(language);
  const short = shortAnswer(verdict, rulebook, words);
  const { state } = short;
  const rule = statesWithRule.includes(state) ? explainLaw(verdict, rulebook, words) : null;
  return {
    ...short,
    advice: adviceOn(verdict, words),
    nextStep: nextStep(state, subjectOf(verdict), words),
    imitation: explainImitation(verdict, rulebook, words),
    who: explainWho(state, verdict, rulebook, words),
    owned: state === 'tokopedia' || state === 'native' ? ownedShare(verdict.date, rulebook, words) : null,
    rule,
    disputed: rule?.plain ? explainDispute(ofTheRule, verdict.date, rulebook, words) : null,
    rights:
      verdict.surface !== 'elsewhere' && [...statesOfBuying, ...statesBesideBuying].includes(state)
        ? explainRights(state, verdict, rulebook, words)
        : null,
    seen: verdict.evidence.map((entry) => seenFact(entry, rulebook, words)),
    seenNote: verdict.evidence.some(({ where }) => where === 'page props')
      ? words.tell('seen.from-props', ['props/room'])
      : null,
    unread: [
      ...verdict.unread.map((entry) => unreadLine(entry, rulebook, words)),
      ...driftLine(verdict.drift, rulebook, words),
    ],
    rulesOld: rulesOld(today, rulebook, words),
    rulebook: whichRulebook(verdict.rulebook, words),
    canReload: state === 'stale' || state === 'dropped',
  };
}

function adviceOn({ lookalike }: Verdict, words: Words): Sentence[] {
  if (!lookalike) return [];
  const facts: FactId[] = ['lookalike/brands', 'hosts/domains'];
  return [
    words.tellIfKnown(`lookalike.${lookalike.reason}`, 'lookalike.other', facts),
    words.tell('lookalike.advice', facts, { genuine: lookalike.of }),
  ];
}

function seenFact(entry: Evidence, rulebook: Rulebook, words: Words): SeenFact {
  const { signal, weight, where, value } = entry;
  const general = signal.startsWith('phase-') ? 'signal.phase' : 'signal.address';
  return {
    sentence: words.tellIfKnown(
      `signal.${signal}`,
      general,
      factsOfEvidence(entry, rulebook),
      general === 'signal.phase'
        ? boundInWords(value, words)
        : { value: signal === 'page-look' ? value.replace('-', '') : value },
    ),
    weight,
    weightText: words.say(`weight.${weight}`),
    whereText: words.say(`where.${where}`),
  };
}

/** Where a phase begins (`2023-12-12`), or, for what was always so, where it ends (`until 2021-04-17`). */
function boundInWords(value: string, words: Words): { bound: string; value: string } {
  const [, until, day] = /^(until )?(\d{4}-\d\d-\d\d)$/.exec(value) ?? [];
  return { bound: until ? 'until' : 'since', value: day ? words.date(day) : value };
}

const unreadLine = (entry: Unread, rulebook: Rulebook, words: Words): Sentence =>
  words.tellIfKnown(`unread.${entry.what}.${entry.why}`, 'answer.unknown', factsOfUnread(entry, rulebook), {
    kind: 'other',
  });

/** One line however many rules were not met: the first by name, the others counted. */
function driftLine(drift: readonly Drift[], rulebook: Rulebook, words: Words): Sentence[] {
  const [first, ...others] = drift;
  if (!first) return [];
  const facts = [...new Set(drift.flatMap((entry) => factsOfDrift(entry, rulebook)))];
  return [words.tell('drift.line', facts, { ...first, more: others.length })];
}

/** Which rulebook judged, and when it was reviewed. */
export const whichRulebook = ({ version, reviewed }: Verdict['rulebook'], words: Words): Sentence =>
  words.tell('fresh.rulebook', ['about/review'], { version, date: words.date(reviewed) });

/** Said on every screen once the last review lies too far back. */
export function rulesOld(today: string, { about }: Rulebook, words: Words): Sentence | null {
  const days = daysBetween(about.reviewed, today);
  return days > about.staleAfterDays ? words.tell('fresh.rules-old', ['about/review'], { days }) : null;
}
