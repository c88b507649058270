import type { RightsNote } from '../core/explanation/explain-rights';
import type { Words } from '../core/explanation/words';
import { SourceLink } from './SourceLinks';

/** What the buyer may ask for, each with its article, and whom to ask: shown on demand, one press away. */
export const RightsCard = ({ rights: { rights, help }, words }: { rights: RightsNote; words: Words }) => (
  <section class="rights">
    <details>
      <summary>{words.say('heading.rights')}</summary>
      <ul class="facts">
        {rights.map(({ text, article, source }) => (
          <li key={article}>
            <span class="fact">{text}</span>
            <span class="weight">
              {source?.address ? <SourceLink source={{ ...source, text: article }} /> : article}
            </span>
          </li>
        ))}
      </ul>
      {help.map(({ name, contacts, checked }) => (
        <div class="help" key={name}>
          <strong>{name}</strong>
          <ul>
            {contacts.map(({ text, link }) => (
              <li key={text}>{link === null ? text : <SourceLink source={{ text, address: link }} />}</li>
            ))}
          </ul>
          <span class="weight">{checked}</span>
        </div>
      ))}
    </details>
  </section>
);
