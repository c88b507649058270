import type { HelpChannel, RightsNote } from '../../core/explanation/explain-rights';
import { CopyButton } from './CopyButton';
import { useReader } from './reader';
import { SourceLink, SourceLinks } from './SourceLinks';
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
      {help.map((channel) => (
        <Help key={channel.fact} channel={channel} />
      ))}
    </>
  );
}

function Help({ channel }: { channel: HelpChannel }) {
  const { words } = useReader();
  return (
    <div class="help" data-facts={channel.fact}>
      <strong>{channel.name}</strong>
      <ToldParagraph sentences={channel.sentences} />
      {channel.contacts.length > 0 && (
        <ul class="contacts">
          {channel.contacts.map(({ text, link, copies }) => (
            <li key={text}>
              {link === null ? <span>{text}</span> : <SourceLink source={{ text, address: link }} />}
              <CopyButton
                label={words.say('label.copy')}
                title={words.say('label.copy-contact', { contact: text })}
                text={copies}
                words={words}
              />
            </li>
          ))}
        </ul>
      )}
      <ToldParagraph class="note" sentences={[channel.checked, ...channel.notes]} />
      <SourceLinks sources={channel.sources} />
    </div>
  );
}
