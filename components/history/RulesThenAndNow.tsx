import type { RuleThenAndNow } from '../../core/explanation/explain-laws';
import { RuleCard } from '../explanation/RuleCard';
import { Told, ToldParagraph } from '../explanation/Told';

/** The articles in force, each with what the regulation before said; opened on demand. */
export const RulesThenAndNow = ({ rules }: { rules: readonly RuleThenAndNow[] }) => (
  <ul class="rows">
    {rules.map(({ now, before, difference, earlier }) => (
      <li key={now.fact}>
        <details class="fold">
          <summary>
            <h3>
              <Told sentence={now.line} />
            </h3>
            <span class="gist">{now.plain && <Told sentence={now.plain} />}</span>
          </summary>
          <div class="fold-body cards">
            <div class="card">
              <RuleCard rule={now} />
              <ToldParagraph class="note" sentences={difference ? [before, difference] : [before]} />
            </div>
            {earlier && (
              <div class="card">
                <RuleCard rule={earlier} />
              </div>
            )}
          </div>
        </details>
      </li>
    ))}
  </ul>
);
