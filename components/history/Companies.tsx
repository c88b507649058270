import type { CompaniesNote } from '../../core/explanation/explain-companies';
import { DisputeCard } from '../explanation/DisputeCard';
import { SayingItem } from '../explanation/SayingItem';

/** The companies, what each is said to do, who owns whom, and what sources disagree on. */
export const Companies = ({
  companies: { companies, owners, whoRunsTheApp },
}: {
  companies: CompaniesNote;
}) => (
  <div class="cards">
    <div class="card">
      {owners.map((saying) => (
        <SayingItem key={saying.fact} saying={saying} />
      ))}
      {companies.flatMap(({ roles }) =>
        roles.map((saying) => <SayingItem key={saying.fact} saying={saying} />),
      )}
    </div>
    {whoRunsTheApp && (
      <div class="card">
        <DisputeCard dispute={whoRunsTheApp} />
      </div>
    )}
  </div>
);
