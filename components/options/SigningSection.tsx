import { useReader } from '../explanation/reader';
import type { KeyGuard } from '../signing/SigningNote';
import { Section } from './Section';

export interface SigningSectionProps {
  /** How the key of captures is kept; null while it is looked for, or where the store does not open. */
  guard: KeyGuard | 'none' | null;
}

/** The two kinds of keys, how the one of captures is kept, and the way to it. */
export function SigningSection({ guard }: SigningSectionProps) {
  const { words } = useReader();
  return (
    <Section name="signing">
      <p class="hint">{words.say('key.both')}</p>
      {guard !== null && <p>{words.say(guard === 'none' ? 'key.none' : `key.guard.${guard}`)}</p>}
      <p class="actions">
        <a href="/gallery.html#keys">{words.say('key.manage')}</a>
      </p>
    </Section>
  );
}
