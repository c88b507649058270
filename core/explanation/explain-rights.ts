import type { FactId } from '../rulebook/facts';
import { isInForce } from '../rulebook/is-in-force';
import type { Rulebook } from '../rulebook/rulebook';
import type { Verdict } from '../verdict/verdict';
import { articleLine } from './explain-law';
import { type HelpChannel, helpFor } from './help-channels';
import { type Saying, saying } from './saying';
import { type Sentence, sentence } from './sentence';
import type { Words } from './words';

/** A right of the buyer in plain words, with the article it comes from. */
export interface Right extends Saying {
  readonly article: Sentence;
}

export interface RightsNote {
  readonly rights: readonly Right[];
  readonly help: readonly HelpChannel[];
}

const subjects = [
  'exchange-and-cancel',
  'refund',
  'complaint-service',
  'ministry-contact',
  'report-to-minister',
];

/** What a buyer may ask for on the day of the verdict, and where to get help. Reports rules, promises nothing. */
export function explainRights({ date }: Verdict, rulebook: Rulebook, words: Words): RightsNote {
  const inForce = new Set(
    rulebook.regulations.filter((regulation) => isInForce(regulation, date)).map(({ id }) => id),
  );
  const rights = subjects.flatMap((subject) =>
    rulebook.provisions
      .filter((provision) => provision.subject === subject && inForce.has(provision.regulation))
      .map((provision): Right => {
        const fact: FactId = `provisions/${provision.id}`;
        return {
          ...saying(fact, [sentence(provision.plain[words.language], fact)], rulebook, words),
          article: articleLine(provision, rulebook, words),
        };
      }),
  );
  return { rights, help: helpFor('order', rulebook, words) };
}
