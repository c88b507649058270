import type { RuleNote } from '../../core/explanation/explain-law';
import { ArticleList } from './ArticleList';
import { useReader } from './reader';
import { SourceChecks } from './SourceChecks';
import { Told, ToldParagraph } from './Told';

/** A rule: article, plain words, its time, source; the wording on demand. */
export function RuleCard({ rule }: { rule: RuleNote }) {
  const { words } = useReader();
  return (
    <div class="rule">
      <p class="rule-line">
        <Told sentence={rule.line} />
      </p>
      {rule.plain && (
        <p>
          <Told sentence={rule.plain} />
        </p>
      )}
      {rule.quote && (
        <details class="wording">
          <summary>{words.say('label.quote')}</summary>
          <blockquote lang="id" data-facts={rule.fact}>
            {rule.quote}
          </blockquote>
          {rule.translation && (
            <p data-facts={rule.fact}>
              {rule.translation} <em>({words.say('label.translation')})</em>
            </p>
          )}
        </details>
      )}
      {rule.also.length > 0 && (
        <details class="wording">
          <summary>{words.say('label.also')}</summary>
          <ArticleList articles={rule.also} />
        </details>
      )}
      <ToldParagraph class="note" sentences={rule.notes} />
      <SourceChecks sources={rule.sources} fact={rule.fact} />
    </div>
  );
}
