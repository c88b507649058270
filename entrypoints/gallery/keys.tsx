import { SigningKeys } from '../../components/signing/SigningKeys';
import { nowAsIso } from '../../services/browser/clock';
import { saveParts } from '../../services/browser/save-file';
import {
  exposeKey,
  type Guard,
  guardOf,
  NoKey,
  protectKey,
  readKeys,
  rotateKey,
  withdrawKey,
} from '../../services/capture/keep/capture-key';
import type { CaptureDatabase, CaptureKey } from '../../services/capture/keep/capture-store';
import { lockKeys } from '../../services/capture/keep/sealed-key';
import { unlock } from '../../services/capture/keep/signing';
import { type Done, giveOut } from './work';

/** A key, and how its private half is kept now. */
export type GuardedKey = CaptureKey & { readonly guard: Guard };

export const readGuardedKeys = async (db: CaptureDatabase): Promise<GuardedKey[]> =>
  Promise.all((await readKeys(db)).map(async (key) => ({ ...key, guard: await guardOf(key) })));

/** The gallery's keys. `then` does what was pressed and says what came of it. */
export function keysSection(
  db: CaptureDatabase,
  keys: readonly GuardedKey[],
  then: (work: () => Promise<Done | null>, changes?: boolean) => Promise<void>,
) {
  const keyOf = (fingerprint: string): GuardedKey => {
    const key = keys.find((one) => one.fingerprint === fingerprint);
    if (key === undefined) throw new NoKey('the key is not in this browser');
    return key;
  };
  return (
    <SigningKeys
      keys={keys.map((key) => ({ ...key, isWithdrawn: key.withdrawal !== undefined }))}
      onBackUp={() => void then(() => giveOut(keys), false)}
      onRotate={() => void then(async () => rotateKey(db, nowAsIso()).then(() => ({ key: 'key.rotated' })))}
      onExpose={() => void then(async () => exposeKey(db, nowAsIso()).then(() => ({ key: 'key.rotated' })))}
      onProtect={(passphrase) =>
        then(async () => protectKey(db, passphrase, nowAsIso()).then(() => ({ key: 'key.protected' })))
      }
      onUnlock={async (passphrase) => {
        let isOpen = false;
        await then(async () => {
          isOpen = await unlock(passphrase);
          return isOpen ? { key: 'key.unlocked' } : null;
        });
        return isOpen;
      }}
      onLock={() => void then(async () => lockKeys().then(() => ({ key: 'key.locked' })))}
      onWithdraw={(fingerprint) =>
        void then(async () => withdrawKey(db, fingerprint, nowAsIso()).then(() => ({ key: 'key.withdrawn' })))
      }
      onSaveStatement={(fingerprint) =>
        void then(async () => {
          const name = `di-balik-keranjang_withdrawal_${fingerprint.slice(0, 8)}.txt`;
          saveParts([keyOf(fingerprint).withdrawal ?? new Uint8Array()], name, 'text/plain');
          return { key: 'gallery.saved', values: { name } };
        }, false)
      }
    />
  );
}
