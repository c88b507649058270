import type { FactId } from '../rulebook/facts';
import { isInForce } from '../rulebook/is-in-force';
import type { Rulebook } from '../rulebook/rulebook';
import type { Verdict } from '../verdict/verdict';
import { type ArticleNote, articleNote } from './article-note';
import { type HelpChannel, helpFor } from './help-channels';
import { type Saying, saying } from './saying';
import { type Sentence, sentence } from './sentence';
import type { Words } from './words';

export interface RightsNote {
  /** Who the other party is, which no page says. */
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
export function explainRights({ date }: Verdict, rulebook: Rulebook, words: Words): RightsNote {
  const inForce = new Set(
    rulebook.regulations.filter((regulation) => isInForce(regulation, date)).map(({ id }) => id),
  );
  const rights = subjects.flatMap((subject) =>
    rulebook.provisions
      .filter((provision) => provision.subject === subject && inForce.has(provision.regulation))
      .map((provision) => articleNote(provision, rulebook, words)),
  );
  return {
    party: contractingParty(rulebook, words),
    rights,
    checks: rulebook.checks.map(({ id, text }) => {
      const fact: FactId = `checks/${id}`;
      return saying(fact, [sentence(text[words.language], fact)], rulebook, words);
    }),
    help: helpFor('order', rulebook, words),
  };
}

function contractingParty({ questions }: Rulebook, words: Words): Sentence | null {
  const asked = questions.find(({ id }) => id === 'who-is-the-contracting-party');
  return asked ? sentence(asked.ruling[words.language], `questions/${asked.id}`) : null;
}
