import type { RightsNote } from '../../core/explanation/explain-rights';
import { ArticleList } from './ArticleList';
import { HelpList } from './HelpList';
import { useReader } from './reader';
import { SayingItem } from './SayingItem';
import { ToldParagraph } from './Told';

/** Whom to ask, of whom one press opens or copies the address; what to look at; and what the buyer may ask for, by which article. */
export function RightsCard({ rights: { party, rights, checks, help } }: { rights: RightsNote }) {
  const { words } = useReader();
  return (
    <>
      <h3>{words.say('heading.help')}</h3>
      <HelpList help={help} />
      {checks.length > 0 && <h3>{words.say('heading.checks')}</h3>}
      {checks.map((check) => (
        <SayingItem key={check.fact} saying={check} />
      ))}
      <h3>{words.say('heading.articles')}</h3>
      {party && <ToldParagraph class="note" sentences={[party]} />}
      <ArticleList articles={rights} />
    </>
  );
}
