import { useState } from 'preact/hooks';
import { grouped } from '../../core/bundle/words';
import { CopyButton } from '../explanation/CopyButton';
import { useReader } from '../explanation/reader';
import { Sure } from '../Sure';
import { NewPassphrase } from './NewPassphrase';
import type { KeyGuard } from './SigningNote';
import { UnlockKey, type UnlockKeyProps } from './UnlockKey';

/** A key as it is shown. */
interface KeyView {
  readonly fingerprint: string;
  readonly created: string;
  readonly retired: string | null;
  readonly guard: KeyGuard;
  readonly isWithdrawn: boolean;
}

export interface SigningKeysProps extends UnlockKeyProps {
  keys: readonly KeyView[];
  onBackUp: () => void;
  onRotate: () => void;
  onExpose: () => void;
  onLock: () => void;
  onWithdraw: (fingerprint: string) => void;
  onSaveStatement: (fingerprint: string) => void;
}

/** The keys that sign captures: how they are kept, fingerprints to publish, a passphrase, a new one, and the end of one. */
export function SigningKeys(props: SigningKeysProps) {
  const { keys } = props;
  const { words } = useReader();
  const [isMaking, setMaking] = useState(false);
  const current = keys.find(({ retired }) => retired === null);
  const guard = current?.guard;
  return (
    <section class="keys" id="keys" aria-labelledby="keys-title">
      <h2 id="keys-title">{words.say('key.heading')}</h2>
      <p>{words.say('key.intro')}</p>
      {keys.length === 0 && <p class="note">{words.say('key.none')}</p>}
      <ul>
        {keys.map((key) => (
          <KeyItem key={key.fingerprint} shown={key} {...props} />
        ))}
      </ul>
      {isMaking ? (
        <NewPassphrase
          what={words.say(current === undefined ? 'key.protect-first' : 'key.protect-what')}
          onMake={(passphrase) => props.onProtect(passphrase).then(() => setMaking(false))}
          onCancel={() => setMaking(false)}
        />
      ) : (
        <div class="buttons">
          {(guard === undefined || guard === 'bare') && (
            <button type="button" class="protect" onClick={() => setMaking(true)}>
              {words.say('key.protect')}
            </button>
          )}
          {guard === 'open' && (
            <button type="button" class="lock" onClick={props.onLock}>
              {words.say('key.lock')}
            </button>
          )}
          {keys.length > 0 && (
            <>
              <button type="button" class="back-up" onClick={props.onBackUp}>
                {words.say('key.backup')}
              </button>
              <Sure
                label={words.say('key.rotate')}
                question={words.say('key.rotate-sure')}
                yes={words.say('key.rotate-yes')}
                onYes={props.onRotate}
              />
            </>
          )}
          {(guard === 'open' || guard === 'locked') && (
            <Sure
              label={words.say('key.expose')}
              question={words.say('key.expose-sure')}
              yes={words.say('key.rotate-yes')}
              onYes={props.onExpose}
            />
          )}
        </div>
      )}
      {keys.length > 0 && <p class="note">{words.say('key.backup-note')}</p>}
    </section>
  );
}

function KeyItem({ shown, ...props }: SigningKeysProps & { shown: KeyView }) {
  const { words } = useReader();
  const { fingerprint, created, retired, guard, isWithdrawn } = shown;
  const days = {
    created: words.date(created.slice(0, 10)),
    retired: words.date((retired ?? created).slice(0, 10)),
  };
  return (
    <li class={retired === null ? 'current' : 'retired'}>
      <code>{grouped(fingerprint)}</code>
      <CopyButton
        label={words.say('label.copy')}
        title={`${words.say('key.copy')} ${fingerprint.slice(0, 8)}`}
        text={fingerprint}
        words={words}
      />
      <p class="note">
        {words.say(isWithdrawn ? 'key.withdrawn-on' : retired === null ? 'key.current' : 'key.retired', days)}
      </p>
      <p class={`guard ${guard}`}>{words.say(`key.guard.${guard}`)}</p>
      {retired === null && guard === 'locked' && (
        <UnlockKey onUnlock={props.onUnlock} onProtect={props.onProtect} />
      )}
      {isWithdrawn && (
        <button type="button" class="statement" onClick={() => props.onSaveStatement(fingerprint)}>
          {words.say('key.statement')}
        </button>
      )}
      {(guard === 'bare' || guard === 'open') && (
        <Sure
          label={words.say('key.withdraw')}
          title={`${words.say('key.withdraw')} ${fingerprint.slice(0, 8)}`}
          question={words.say('key.withdraw-sure')}
          yes={words.say('key.withdraw-yes')}
          onYes={() => props.onWithdraw(fingerprint)}
        />
      )}
    </li>
  );
}
