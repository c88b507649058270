import type { HelpChannel } from '../../core/explanation/help-channels';
import { CopyButton } from './CopyButton';
import { useReader } from './reader';
import { SourceLink, SourceLinks } from './SourceLinks';
import { ToldParagraph } from './Told';

/** Whom to ask: one press opens or copies. */
export function HelpList({ help }: { help: readonly HelpChannel[] }) {
  const { words } = useReader();
  return help.map((channel) => (
    <div class="help" key={channel.fact} data-facts={channel.fact}>
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
  ));
}
