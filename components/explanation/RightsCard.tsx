import type { RightsNote } from '../../core/explanation/explain-rights';
import { HelpList } from './HelpList';
import { useReader } from './reader';
import { SourceLink } from './SourceLinks';
import { ToldParagraph } from './Told';

/** What the buyer may ask for, each with its article, and whom to ask: one press opens or copies. */
export function RightsCard({ rights: { rights, help } }: { rights: RightsNote }) {
  const { words } = useReader();
  return (
    <>
      <ul class="facts">
        {rights.map(({ fact, sentences, article, notes, sources }) => (
          <li key={fact}>
            <ToldParagraph class="fact" sentences={sentences} />
            <span class="weight" data-facts={fact}>
              {sources[0]?.address ? (
                <SourceLink source={{ text: article.text, address: sources[0].address }} />
              ) : (
                article.text
              )}
            </span>
            <ToldParagraph class="note" sentences={notes} />
          </li>
        ))}
      </ul>
      <h3>{words.say('heading.help')}</h3>
      <HelpList help={help} />
    </>
  );
}
