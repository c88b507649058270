import { useEffect, useState } from 'preact/hooks';
import { useReader } from '../../components/explanation/reader';
import { type KeyGuard, SigningNote } from '../../components/signing/SigningNote';
import { failureOf } from '../../services/browser/browser-errors';
import { onOpened } from '../../services/capture/keep/sealed-key';
import { protect, readGuard, unlock } from '../../services/capture/keep/signing';

interface SigningProps {
  /** Of another key than the current one. */
  fingerprint?: string | null;
}

/** How the key is kept that will sign, and the way to open or protect it, wherever something is signed. */
export function Signing({ fingerprint = null }: SigningProps) {
  const { words } = useReader();
  const [guard, setGuard] = useState<KeyGuard | 'none' | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  const look = async () => setGuard(await readGuard(fingerprint).catch(() => null));
  // biome-ignore lint/correctness/useExhaustiveDependencies: looks anew for another key only
  useEffect(() => {
    void look();
    return onOpened(() => void look());
  }, [fingerprint]);
  const tried = async (work: () => Promise<unknown>) => {
    setFailed(await failureOf(work));
    await look();
  };
  if (guard === null) return null;
  return (
    <div class="signing-place">
      {failed !== null && (
        <p class="stopped" role="alert">
          {words.say('label.failed', { reason: failed })}
        </p>
      )}
      <SigningNote
        guard={guard}
        onUnlock={async (passphrase) => {
          let isOpen = false;
          await tried(async () => {
            isOpen = await unlock(passphrase, fingerprint);
          });
          return isOpen;
        }}
        onProtect={(passphrase) => tried(() => protect(passphrase))}
      />
    </div>
  );
}
