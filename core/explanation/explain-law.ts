import type { FactId } from '../rulebook/facts';
import type { Provision, Regulation, Rulebook } from '../rulebook/rulebook';
import type { Verdict } from '../verdict/verdict';
import { articleInWords } from './article-in-words';
import { type ArticleNote, articleLine, articleNote } from './article-note';
import { weaknessOf } from './saying';
import { type Sentence, sentence } from './sentence';
import { type SourceNote, sourceNotes } from './source-notes';
import type { Words } from './words';

/** The rule of the day in words: what it asks, never what follows from it. */
export interface RuleNote {
  /** The record that a citation names. */
  readonly fact: FactId;
  /** The rule in two or three words. */
  readonly gist: Sentence;
  /** Regulation and article. */
  readonly line: Sentence;
  readonly plain: Sentence | null;
  readonly quote: string | null;
  readonly translation: string | null;
  readonly notes: readonly Sentence[];
  /** What else the regulation keeps apart and who watches over it; of the rule of a day only. */
  readonly also: readonly ArticleNote[];
  readonly sources: readonly SourceNote[];
}

const alsoTold = ['separate-systems', 'foreign-sellers', 'minimum-import-price', 'ministry-supervision'];

/** Explains the first regulation of a verdict's law; null where its law is empty. */
export function explainLaw({ law }: Verdict, rulebook: Rulebook, words: Words): RuleNote | null {
  const [reference] = law;
  const regulation = rulebook.regulations.find(({ id }) => id === reference?.regulation);
  if (!reference || !regulation) return null;
  const provision = rulebook.provisions.find(
    (candidate) => candidate.regulation === regulation.id && candidate.article === reference.provisions[0],
  );
  return provision
    ? { ...ruleNote(provision, regulation, rulebook, words), also: alsoIn(regulation, rulebook, words) }
    : {
        fact: `regulations/${regulation.id}`,
        gist: sentence(regulation.short[words.language], `regulations/${regulation.id}`),
        line: words.tell('rule.silent', [`regulations/${regulation.id}`], {
          regulation: regulation.short[words.language],
        }),
        plain: null,
        quote: null,
        translation: null,
        notes: [timeNote(regulation, rulebook, words)],
        also: [],
        sources: officialSources(regulation, rulebook, words),
      };
}

/** One article: its place, plain words and wording, its time, and where its words stood before or stand now. */
export function ruleNote(
  provision: Provision,
  regulation: Regulation,
  rulebook: Rulebook,
  words: Words,
): RuleNote {
  const fact: FactId = `provisions/${provision.id}`;
  const { language } = words;
  return {
    fact,
    gist: words.tell('rule.gist', [fact], {
      regulation: regulation.short[language],
      number: regulation.number,
      article: articleInWords(provision.article, words),
    }),
    line: articleLine(provision, rulebook, words),
    plain: sentence(provision.plain[language], fact),
    quote: provision.quote,
    translation: language === 'id' ? null : provision.translation,
    notes: [
      timeNote(regulation, rulebook, words),
      ...sameWordsBefore(provision, rulebook, words),
      ...sameWordsAfter(provision, regulation, rulebook, words),
      ...singleCopy(provision, rulebook, words),
      ...weaknessOf(fact, rulebook, words),
    ],
    also: [],
    sources: officialSources(regulation, rulebook, words),
  };
}

const alsoIn = (regulation: Regulation, rulebook: Rulebook, words: Words): ArticleNote[] =>
  alsoTold.flatMap((subject) =>
    rulebook.provisions
      .filter((provision) => provision.regulation === regulation.id && provision.subject === subject)
      .map((provision) => ({
        ...articleNote(provision, rulebook, words),
        // The regulation stands above.
        article: sentence(
          words.say('cite.article', { article: articleInWords(provision.article, words) }),
          `provisions/${provision.id}`,
        ),
      })),
  );

function singleCopy(
  { id, article, caution, regulation }: Provision,
  rulebook: Rulebook,
  words: Words,
): Sentence[] {
  const whose = rulebook.regulations.find((candidate) => candidate.id === regulation);
  if (caution !== 'single-copy' || !whose) return [];
  return [
    words.tell('rule.single-copy', [`provisions/${id}`], {
      regulation: whose.short[words.language],
      article: articleInWords(article, words),
    }),
  ];
}

function sameWordsBefore(
  { id, regulation, before }: Provision,
  rulebook: Rulebook,
  words: Words,
): Sentence[] {
  const earlier = rulebook.regulations.find(({ revoked }) => revoked?.by === regulation);
  if (before?.wording !== 'same-words' || before.article === null || !earlier) return [];
  return [
    words.tell('rule.before.same-words', [`provisions/${id}`, `regulations/${earlier.id}`], {
      regulation: earlier.short[words.language],
      article: articleInWords(before.article, words),
    }),
  ];
}

function sameWordsAfter(
  { article }: Provision,
  { revoked }: Regulation,
  rulebook: Rulebook,
  words: Words,
): Sentence[] {
  const later = rulebook.regulations.find(({ id }) => id === revoked?.by);
  const heir = rulebook.provisions.find(
    ({ regulation, before }) =>
      regulation === later?.id && before?.wording === 'same-words' && before.article === article,
  );
  if (!later || !heir) return [];
  return [
    words.tell('rule.after.same-words', [`provisions/${heir.id}`], {
      date: words.date(later.inForce.date),
      regulation: later.short[words.language],
      article: articleInWords(heir.article, words),
    }),
    ...singleCopy(heir, rulebook, words),
  ];
}

/** A day that nobody confirmed is not named. */
function timeNote({ id, inForce, revoked }: Regulation, rulebook: Rulebook, words: Words): Sentence {
  const facts: FactId[] = [`regulations/${id}`];
  const from = inForce.confidence === 'U' ? null : words.date(inForce.date);
  if (revoked === null) return words.tell('rule.in-force', facts, { date: from ?? '' });
  const successor = rulebook.regulations.find((candidate) => candidate.id === revoked.by);
  const values = {
    date: words.date(revoked.date),
    by: successor?.short[words.language] ?? revoked.by,
  };
  return from === null
    ? words.tell('rule.revoked-only', facts, values)
    : words.tell('rule.revoked', facts, { ...values, from });
}

/** The official text where its address is known, then what else was read. */
function officialSources(regulation: Regulation, rulebook: Rulebook, words: Words): SourceNote[] {
  const { official, sources } = regulation;
  if (official === null) return sourceNotes(sources, rulebook, words);
  return [{ text: words.say('label.official'), address: official }];
}
