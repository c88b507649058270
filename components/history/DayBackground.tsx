import type { Explanation } from '../../core/explanation/explain';
import { DisputeCard } from '../explanation/DisputeCard';
import { RightsCard } from '../explanation/RightsCard';
import { RuleCard } from '../explanation/RuleCard';
import { useReader } from '../explanation/reader';
import { WhoCard } from '../explanation/WhoCard';

/** What stands behind the answer on the chosen day: the rule, who says so, who disputes it, the buyer's rights. */
export function DayBackground({
  explanation: { who, rule, disputed, rights },
}: {
  explanation: Explanation;
}) {
  const { words } = useReader();
  return (
    <div class="columns">
      {who && (
        <div class="card">
          <h3>{words.say('heading.who')}</h3>
          <WhoCard who={who} />
        </div>
      )}
      {rule && (
        <div class="card">
          <h3>{words.say('heading.rule')}</h3>
          <RuleCard rule={rule} />
        </div>
      )}
      {disputed && (
        <div class="card">
          <h3>{words.say('heading.disputed')}</h3>
          <DisputeCard dispute={disputed} />
        </div>
      )}
      {rights && (
        <div class="card">
          <h3>{words.say('heading.rights')}</h3>
          <RightsCard rights={rights} />
        </div>
      )}
    </div>
  );
}
