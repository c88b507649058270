import { grouped } from '../../core/bundle/words';
import { CopyButton } from '../explanation/CopyButton';
import { useReader } from '../explanation/reader';
import { Sure } from '../logbook/Sure';

/** A key as it is shown. */
export interface KeyView {
  readonly fingerprint: string;
  readonly created: string;
  readonly retired: string | null;
}

interface KeysSectionProps {
  keys: readonly KeyView[];
  onBackUp: () => void;
  onRotate: () => void;
}

/** The keys that sign captures: fingerprints to publish, a file of the public ones, a new one when wished. */
export function KeysSection({ keys, onBackUp, onRotate }: KeysSectionProps) {
  const { words } = useReader();
  return (
    <section class="keys" aria-labelledby="keys-title">
      <h2 id="keys-title">{words.say('key.heading')}</h2>
      <p>{words.say('key.intro')}</p>
      {keys.length === 0 && <p class="note">{words.say('key.none')}</p>}
      <ul>
        {keys.map(({ fingerprint, created, retired }) => (
          <li key={fingerprint} class={retired === null ? 'current' : 'retired'}>
            <code>{grouped(fingerprint)}</code>
            <CopyButton
              label={words.say('label.copy')}
              title={`${words.say('key.copy')} ${fingerprint.slice(0, 8)}`}
              text={fingerprint}
              words={words}
            />
            <p class="note">
              {retired === null
                ? words.say('key.current', { created: words.date(created.slice(0, 10)) })
                : words.say('key.retired', {
                    created: words.date(created.slice(0, 10)),
                    retired: words.date(retired.slice(0, 10)),
                  })}
            </p>
          </li>
        ))}
      </ul>
      {keys.length > 0 && (
        <>
          <div class="buttons">
            <button type="button" class="back-up" onClick={onBackUp}>
              {words.say('key.backup')}
            </button>
            <Sure
              label={words.say('key.rotate')}
              question={words.say('key.rotate-sure')}
              yes={words.say('key.rotate-yes')}
              onYes={onRotate}
            />
          </div>
          <p class="note">{words.say('key.backup-note')}</p>
        </>
      )}
    </section>
  );
}
