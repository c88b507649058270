import type { RuleNote } from '../core/explanation/explain-law';
import type { Words } from '../core/explanation/words';
import { SourceLink } from './SourceLinks';

/** The rule of the day: article, plain words, source; the wording on demand. */
export const RuleCard = ({ rule, words }: { rule: RuleNote; words: Words }) => (
  <section class="rule">
    <h2>{rule.heading}</h2>
    <p class="rule-line">{rule.line}</p>
    {rule.plain && <p>{rule.plain}</p>}
    {rule.dispute && (
      <p>
        {rule.dispute.text} <SourceLink source={rule.dispute.source} />
      </p>
    )}
    <p class="note">
      {rule.notes.join(' ')} {rule.source && <SourceLink source={rule.source} />}
    </p>
    {rule.quote && (
      <details>
        <summary>{words.say('rule.quote')}</summary>
        <blockquote lang="id">{rule.quote}</blockquote>
        {rule.translation && (
          <p>
            {rule.translation} <em>({words.say('rule.translation')})</em>
          </p>
        )}
      </details>
    )}
  </section>
);
