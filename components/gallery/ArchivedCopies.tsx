import { useState } from 'preact/hooks';
import { isArchivedCopy } from '../../core/bundle/archived-copy';
import { useReader } from '../explanation/reader';

interface ArchivedCopiesProps {
  archived: readonly string[];
  /** Signs and saves the list as it then is. */
  onSave: (archived: readonly string[]) => void;
}

/** Addresses of copies that archives hold of the page: checked for form, kept in the signed layer of notes. */
export function ArchivedCopies({ archived, onSave }: ArchivedCopiesProps) {
  const { words } = useReader();
  const [text, setText] = useState('');
  const address = text.trim();
  const isKnown = archived.includes(address);
  const isGood = isArchivedCopy(address) && !isKnown && archived.length < 10;
  return (
    <section class="card archived" aria-labelledby="archived-title">
      <h2 id="archived-title">{words.say('archived.heading')}</h2>
      <p class="note">{words.say('archived.note')}</p>
      <ul>
        {archived.map((one) => (
          <li key={one}>
            <code data-record>{one}</code>
            <button
              type="button"
              class="quiet"
              aria-label={`${words.say('note.remove')}: ${one}`}
              onClick={() => onSave(archived.filter((other) => other !== one))}
            >
              {words.say('note.remove')}
            </button>
          </li>
        ))}
      </ul>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!isGood) return;
          setText('');
          onSave([...archived, address]);
        }}
      >
        <label class="field">
          {words.say('archived.address')}
          <input
            name="archived"
            value={text}
            spellcheck={false}
            aria-invalid={address !== '' && !isGood}
            aria-describedby="archived-form"
            placeholder="https://web.archive.org/web/…"
            onInput={({ currentTarget }) => setText(currentTarget.value)}
          />
        </label>
        <button type="submit" disabled={!isGood}>
          {words.say('archived.add')}
        </button>
      </form>
      <p id="archived-form" class="note" role="status">
        {address !== '' && !isGood && words.say(isKnown ? 'archived.known' : 'archived.form')}
      </p>
    </section>
  );
}
