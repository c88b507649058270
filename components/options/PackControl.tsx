import { useState } from 'preact/hooks';
import type { PackRefusal } from '../../core/pack/read-pack';
import { DropZone } from '../DropZone';
import { useReader } from '../explanation/reader';

/** A pack that was read and waits for the person's word. */
interface OfferedPack {
  readonly version: string;
  readonly reviewed: string;
  readonly fingerprint: string;
  readonly isKnown: boolean;
}

export interface PackControlProps {
  /** Fingerprint of the key that signed the rules in use; null for the built-in ones. */
  signedBy: string | null;
  /** A pack is kept that cannot be read any more. */
  isDamaged: boolean;
  offered: OfferedPack | null;
  refused: { readonly why: PackRefusal; readonly detail: string } | null;
  onPackFile: (file: File) => void;
  onTakePack: () => void;
  onBuiltIn: () => void;
}

/** Sixteen digits a line: what a person compares. */
const Fingerprint = ({ digits }: { digits: string }) => (
  <code class="fingerprint">{digits.match(/.{1,16}/g)?.join(' ')}</code>
);

/** Rules from a signed file: chosen, looked at, taken in; and one press back. */
export function PackControl(props: PackControlProps) {
  const { signedBy, offered, refused } = props;
  const { words } = useReader();
  const [compared, setCompared] = useState(false);
  return (
    <div class="pack">
      {signedBy !== null && (
        <>
          <p>{words.say('pack.in-use')}</p>
          <Fingerprint digits={signedBy} />
          <p class="actions">
            <button type="button" class="built-in" onClick={props.onBuiltIn}>
              {words.say('pack.built-in')}
            </button>
          </p>
        </>
      )}
      {props.isDamaged && (
        <>
          <p class="stopped" role="alert">
            {words.say('pack.damaged')}
          </p>
          <p class="actions">
            <button type="button" class="built-in" onClick={props.onBuiltIn}>
              {words.say('pack.let-go')}
            </button>
          </p>
        </>
      )}
      <p class="hint">{words.say('pack.hint')}</p>
      <DropZone
        id="pack-file"
        label={words.say('pack.file')}
        accept=".json,application/json"
        onFile={(file) => {
          setCompared(false);
          props.onPackFile(file);
        }}
      />
      {refused && (
        <p class="notice" role="alert">
          {words.say(`pack.refused.${refused.why}`, { detail: refused.detail })}
        </p>
      )}
      {offered && (
        <div class="offered" role="status">
          <p>
            {words.say('pack.offered', { version: offered.version, date: words.date(offered.reviewed) })}{' '}
            {words.say(offered.isKnown ? 'pack.known' : 'pack.unknown')}
          </p>
          <Fingerprint digits={offered.fingerprint} />
          {!offered.isKnown && (
            <label class="tick">
              <input
                type="checkbox"
                name="compared"
                checked={compared}
                onInput={({ currentTarget }) => setCompared(currentTarget.checked)}
              />
              {words.say('pack.compared')}
            </label>
          )}
          <p class="actions">
            <button
              type="button"
              class="primary take-pack"
              disabled={!(offered.isKnown || compared)}
              onClick={props.onTakePack}
            >
              {words.say('pack.take')}
            </button>
          </p>
        </div>
      )}
    </div>
  );
}
