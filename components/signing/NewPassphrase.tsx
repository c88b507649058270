import { useId, useState } from 'preact/hooks';
import { useReader } from '../explanation/reader';

/** Signs: fewer are found by trying. */
const shortest = 12;

interface NewPassphraseProps {
  /** What follows from it, said before the fields. */
  what: string;
  onMake: (passphrase: string) => Promise<void>;
  onCancel: () => void;
}

/** Where a passphrase for a new key is thought up: typed twice, long enough, and kept nowhere. */
export function NewPassphrase({ what, onMake, onCancel }: NewPassphraseProps) {
  const { words } = useReader();
  const [first, setFirst] = useState('');
  const [again, setAgain] = useState('');
  const [isWorking, setWorking] = useState(false);
  const id = useId();
  const isLong = [...first.normalize('NFKC')].length >= shortest;
  const differs = again !== '' && again !== first;
  return (
    <form
      class="passphrase new-passphrase"
      onSubmit={(event) => {
        event.preventDefault();
        setWorking(true);
        void onMake(first).finally(() => setWorking(false));
      }}
    >
      <p>
        {what} {words.say('key.protect-asked')}
      </p>
      <fieldset disabled={isWorking}>
        <label class="field">
          {words.say('passphrase.new')}
          <input
            name="passphrase"
            type="password"
            value={first}
            autocomplete="off"
            aria-describedby={id}
            onInput={({ currentTarget }) => setFirst(currentTarget.value)}
          />
        </label>
        <label class="field">
          {words.say('passphrase.again')}
          <input
            name="again"
            type="password"
            value={again}
            autocomplete="off"
            aria-invalid={differs}
            onInput={({ currentTarget }) => setAgain(currentTarget.value)}
          />
        </label>
      </fieldset>
      <p class="note" id={id}>
        {words.say('passphrase.hint', { n: shortest })}
      </p>
      <div class="buttons">
        <button type="submit" class="primary" disabled={isWorking || !isLong || again !== first}>
          {words.say('key.protect-do')}
        </button>
        <button type="button" class="quiet" disabled={isWorking} onClick={onCancel}>
          {words.say('erase.no')}
        </button>
      </div>
      <p class="note" role="status">
        {isWorking && words.say('passphrase.working')}
        {differs && words.say('passphrase.differs')}
      </p>
    </form>
  );
}
