import type { FactId } from '../rulebook/facts';
import { isInForce } from '../rulebook/is-in-force';
import type { Rulebook } from '../rulebook/rulebook';
import type { Verdict } from '../verdict/verdict';
import { type ArticleNote, articleNote } from './article-note';
import { type HelpChannel, helpFor } from './help-channels';
import { type Saying, saying } from './saying';
import { type Sentence, sentence } from './sentence';
import type { AnswerState } from './state-of';
import type { Words } from './words';

export interface RightsNote {
  /** What no page says: who the other party is, or whether these rules reach a shop for another region. */
  readonly party: Sentence | null;
  readonly rights: readonly ArticleNote[];
  /** What a buyer can look up without us. */
  readonly checks: readonly Saying[];
  readonly help: readonly HelpChannel[];
}

const subjects = [
  'exchange-and-cancel',
  'return-cost',
  'refund',
  'liability',
  'standard-clauses',
  'complaint-service',
  'ministry-contact',
  'complaint-sanctions',
  'report-to-minister',
  'dispute-forum',
];

/** What a buyer may ask for on the day of the verdict, and where to get help. Reports rules, promises nothing. */
export function explainRights(
  state: AnswerState,
  { date }: Verdict,
  rulebook: Rulebook,
  words: Words,
): RightsNote {
  const inForce = new Set(
    rulebook.regulations.filter((regulation) => isInForce(regulation, date)).map(({ id }) => id),
  );
  const rights = subjects.flatMap((subject) =>
    rulebook.provisions
      .filter((provision) => provision.subject === subject && inForce.has(provision.regulation))
      .map((provision) => articleNote(provision, rulebook, words)),
  );
  const isOfBasket = state !== 'native' && state !== 'other-region';
  return {
    party: partyIn(state, rights, rulebook, words),
    rights,
    // What others saw while buying from the basket in Indonesia tells nothing of other shops.
    checks: (isOfBasket ? rulebook.checks : []).map(({ id, text }) => {
      const fact: FactId = `checks/${id}`;
      return saying(fact, [sentence(text[words.language], fact)], rulebook, words);
    }),
    help: helpFor('order', rulebook, words),
  };
}

function partyIn(
  state: AnswerState,
  rights: readonly ArticleNote[],
  rulebook: Rulebook,
  words: Words,
): Sentence | null {
  if (state === 'native') return null;
  if (state !== 'other-region') return contractingParty(rulebook, words);
  const facts = rights.map(({ fact }) => fact);
  return facts.length > 0 ? words.tell('rule.abroad', facts) : null;
}

function contractingParty({ questions }: Rulebook, words: Words): Sentence | null {
  const asked = questions.find(({ id }) => id === 'who-is-the-contracting-party');
  return asked ? sentence(asked.ruling[words.language], `questions/${asked.id}`) : null;
}
