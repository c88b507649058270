import type { FactId } from '../rulebook/facts';
import type { Rulebook } from '../rulebook/rulebook';
import { type DisputeNote, explainDispute } from './explain-dispute';
import { ownersOn } from './explain-who';
import { type Saying, saying } from './saying';
import { tellFact } from './tell-fact';
import type { Words } from './words';

/** A company, what it does according to whom. */
interface CompanyNote {
  readonly name: string;
  readonly roles: readonly Saying[];
}

export interface CompaniesNote {
  readonly companies: readonly CompanyNote[];
  readonly owners: readonly Saying[];
  /** Sources contradict each other on who runs the app. */
  readonly whoRunsTheApp: DisputeNote | null;
}

/** The companies behind the basket as of a day, with what sources disagree on. */
export function explainCompanies(day: string, rulebook: Rulebook, words: Words): CompaniesNote {
  return {
    companies: rulebook.entities.map(({ name, roles }) => ({
      name,
      roles: roles.map(({ id }) => {
        const fact: FactId = `entities/${id}`;
        const told = tellFact(fact, rulebook, words);
        return saying(fact, told ? [told] : [], rulebook, words);
      }),
    })),
    owners: ownersOn(day, rulebook, words),
    whoRunsTheApp: explainDispute('who-runs-the-app', day, rulebook, words),
  };
}
