import { useState } from 'preact/hooks';
import { useReader } from '../explanation/reader';
import { NewPassphrase } from './NewPassphrase';
import { UnlockKey, type UnlockKeyProps } from './UnlockKey';

/** How the private half of a key is kept; `none`: there is no key yet. */
export type KeyGuard = 'bare' | 'open' | 'locked' | 'removed';

interface SigningNoteProps extends UnlockKeyProps {
  guard: KeyGuard | 'none';
}

/** With what kind of key a capture will be signed, said where it is stored; and the way to a better one. */
export function SigningNote({ guard, onUnlock, onProtect }: SigningNoteProps) {
  const { words } = useReader();
  const [isMaking, setMaking] = useState(false);
  if (guard === 'removed') return null;
  return (
    <div class={`signing ${guard}`}>
      <p>
        {words.say(`signing.${guard}`)}{' '}
        {!isMaking && (guard === 'none' || guard === 'bare') && (
          <button type="button" class="quiet protect" onClick={() => setMaking(true)}>
            {words.say('key.protect')}
          </button>
        )}
      </p>
      {guard === 'locked' && <UnlockKey onUnlock={onUnlock} onProtect={onProtect} />}
      {isMaking && (
        <NewPassphrase
          what={words.say(guard === 'none' ? 'key.protect-first' : 'key.protect-what')}
          onMake={(passphrase) => onProtect(passphrase).then(() => setMaking(false))}
          onCancel={() => setMaking(false)}
        />
      )}
    </div>
  );
}
