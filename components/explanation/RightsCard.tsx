import type { RightsNote } from '../../core/explanation/explain-rights';
import { ArticleList } from './ArticleList';
import { HelpList } from './HelpList';
import { useReader } from './reader';
import { SayingItem } from './SayingItem';
import { ToldParagraph } from './Told';

/** What the buyer may ask for, each with its article, and whom to ask: one press opens or copies. */
export function RightsCard({ rights: { party, rights, checks, help } }: { rights: RightsNote }) {
  const { words } = useReader();
  return (
    <>
      {party && <ToldParagraph class="note" sentences={[party]} />}
      <ArticleList articles={rights} />
      {checks.length > 0 && <h3>{words.say('heading.checks')}</h3>}
      {checks.map((check) => (
        <SayingItem key={check.fact} saying={check} />
      ))}
      <h3>{words.say('heading.help')}</h3>
      <HelpList help={help} />
    </>
  );
}
