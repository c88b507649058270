import type { RuleNote } from '../../core/explanation/explain-law';
import type { LawNote } from '../../core/explanation/explain-laws';
import { RuleCard } from '../explanation/RuleCard';
import { useReader } from '../explanation/reader';
import { SourceChecks } from '../explanation/SourceChecks';
import { Told, ToldParagraph } from '../explanation/Told';

/** Every law of the rulebook: what it is about, its dates and its status on the day it was looked up. */
export const LawsList = ({ laws }: { laws: readonly LawNote[] }) => (
  <ul class="rows">
    {laws.map(({ saying, name, title, official, status, dates, articles }) => (
      <li key={saying.fact} class="law">
        <h3 data-facts={saying.fact}>{name}</h3>
        <ToldParagraph sentences={saying.sentences} />
        <p class="law-title" lang="id">
          <Told sentence={title} />
        </p>
        <p class="note">
          <Told sentence={status} />
          {dates.map((date) => (
            <span key={date.text}>
              {' · '}
              <Told sentence={date} />
            </span>
          ))}
        </p>
        <ToldParagraph class="note" sentences={saying.notes} />
        <SourceChecks sources={official ? [official] : saying.sources} fact={saying.fact} />
        {articles.length > 0 && <Articles articles={articles} />}
      </li>
    ))}
  </ul>
);

function Articles({ articles }: { articles: readonly RuleNote[] }) {
  const { words } = useReader();
  return (
    <details class="fold">
      <summary>
        <span>{words.say('history.articles')}</span>
        <span class="gist">{words.say('label.count', { count: articles.length })}</span>
      </summary>
      <div class="fold-body cards">
        {articles.map((article) => (
          <div class="card" key={article.fact}>
            <RuleCard rule={article} />
          </div>
        ))}
      </div>
    </details>
  );
}
