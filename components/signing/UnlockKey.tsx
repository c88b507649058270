import { useState } from 'preact/hooks';
import { useReader } from '../explanation/reader';
import { NewPassphrase } from './NewPassphrase';

export interface UnlockKeyProps {
  /** Whether it opened the key. */
  onUnlock: (passphrase: string) => Promise<boolean>;
  /** Makes a new key behind a new passphrase: the old one was forgotten. */
  onProtect: (passphrase: string) => Promise<void>;
}

/** Asks for the passphrase of the signing key; who forgot it makes a new key here. */
export function UnlockKey({ onUnlock, onProtect }: UnlockKeyProps) {
  const { words } = useReader();
  const [passphrase, setPassphrase] = useState('');
  const [state, setState] = useState<'asks' | 'works' | 'wrong' | 'forgotten'>('asks');
  if (state === 'forgotten')
    return (
      <NewPassphrase
        what={words.say('key.protect-forgotten')}
        onMake={onProtect}
        onCancel={() => setState('asks')}
      />
    );
  return (
    <form
      class="passphrase unlock"
      onSubmit={(event) => {
        event.preventDefault();
        setState('works');
        void onUnlock(passphrase).then((isOpen) => setState(isOpen ? 'asks' : 'wrong'));
      }}
    >
      <fieldset disabled={state === 'works'}>
        <label class="field">
          {words.say('key.unlock-ask')}
          <input
            type="password"
            name="passphrase"
            value={passphrase}
            autocomplete="off"
            aria-invalid={state === 'wrong'}
            onInput={({ currentTarget }) => {
              setPassphrase(currentTarget.value);
              setState('asks');
            }}
          />
        </label>
      </fieldset>
      <div class="buttons">
        <button type="submit" class="primary" disabled={state === 'works' || passphrase === ''}>
          {words.say('key.unlock')}
        </button>
        <button type="button" class="quiet forgotten" onClick={() => setState('forgotten')}>
          {words.say('key.forgotten')}
        </button>
      </div>
      <p class={state === 'wrong' ? 'wrong' : 'note'} role={state === 'wrong' ? 'alert' : 'status'}>
        {state === 'works' && words.say('passphrase.working')}
        {state === 'wrong' && words.say('passphrase.wrong')}
      </p>
    </form>
  );
}
