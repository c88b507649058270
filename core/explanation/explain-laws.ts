import type { FactId } from '../rulebook/facts';
import type { Provision, Regulation, Rulebook } from '../rulebook/rulebook';
import { articleInWords } from './article-in-words';
import { type RuleNote, ruleNote } from './explain-law';
import { type Saying, saying } from './saying';
import { type Sentence, sentence } from './sentence';
import type { SourceNote } from './source-notes';
import type { SentenceKey, Words } from './words';

/** A regulation with its life in dates, as of the day it was last looked up. */
export interface LawNote {
  readonly saying: Saying;
  readonly name: string;
  /** The official title, in Indonesian. */
  readonly title: Sentence;
  readonly official: SourceNote | null;
  readonly status: Sentence;
  readonly dates: readonly Sentence[];
  /** The articles that the rulebook holds. */
  readonly articles: readonly RuleNote[];
}

/** An article of today's regulation beside what the one before said. */
export interface RuleThenAndNow {
  readonly now: RuleNote;
  readonly before: Sentence;
  /** What exactly differs. */
  readonly difference: Sentence | null;
  /** The old article, where the rulebook holds it. */
  readonly earlier: RuleNote | null;
}

/** Every regulation of the rulebook. */
export const explainLaws = (rulebook: Rulebook, words: Words): LawNote[] =>
  rulebook.regulations.map((regulation) => lawNote(regulation, rulebook, words));

function lawNote(regulation: Regulation, rulebook: Rulebook, words: Words): LawNote {
  const fact: FactId = `regulations/${regulation.id}`;
  const { language } = words;
  const { set, promulgated, inForce, revoked, status, gazette } = regulation;
  const dates: [SentenceKey, { date: string; confidence: string } | null][] = [
    ['law.set', set],
    ['law.promulgated', promulgated],
    ['law.in-force', inForce],
    ['law.revoked', revoked],
  ];
  return {
    saying: saying(fact, [sentence(regulation.concerns[language], fact)], rulebook, words),
    name: regulation.short[language],
    title: sentence([regulation.title.id, gazette].filter(Boolean).join(', '), fact),
    official:
      (regulation.official && {
        text: words.say('label.official'),
        address: regulation.official,
      }) ||
      null,
    status: words.tell('law.status', [fact], {
      status: status.is.replaceAll('-', ''),
      date: words.date(status.checked),
    }),
    articles: rulebook.provisions
      .filter((provision) => provision.regulation === regulation.id)
      .map((provision) => ruleNote(provision, regulation, rulebook, words)),
    // A day that nobody confirmed is not named.
    dates: dates.flatMap(([key, dated]) =>
      dated && dated.confidence !== 'U' ? words.tell(key, [fact], { date: words.date(dated.date) }) : [],
    ),
  };
}

/** The articles of the ministerial regulation in force today, each beside its predecessor. */
export function explainThenAndNow(rulebook: Rulebook, words: Words): RuleThenAndNow[] {
  const { regulations, provisions } = rulebook;
  const now = regulations.find(({ series, revoked }) => series === 'trade-minister-e-commerce' && !revoked);
  const then = regulations.find(({ revoked }) => revoked?.by === now?.id);
  if (!now) return [];
  return provisions
    .filter(({ regulation }) => regulation === now.id)
    .map((provision) => {
      const old = provisions.find(
        ({ regulation, article }) => regulation === then?.id && article === provision.before?.article,
      );
      return {
        now: ruleNote(provision, now, rulebook, words),
        before: beforeLine(provision, then, words),
        difference: differenceOf(provision, words),
        earlier: old && then ? ruleNote(old, then, rulebook, words) : null,
      };
    });
}

function beforeLine({ id, before }: Provision, then: Regulation | undefined, words: Words): Sentence {
  return words.tell('law.before', [`provisions/${id}`], {
    wording: before?.wording.replaceAll('-', '') ?? 'none',
    regulation: then?.short[words.language] ?? '',
    article: before?.article ? articleInWords(before.article, words) : '',
  });
}

const differenceOf = ({ id, before }: Provision, { language }: Words): Sentence | null =>
  before?.difference ? sentence(before.difference[language], `provisions/${id}`) : null;
