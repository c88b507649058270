import { useState } from 'preact/hooks';
import { useReader } from '../explanation/reader';

interface SureProps {
  label: string;
  title?: string;
  /** What is asked, and the answer that does it; erasing, where they are left out. */
  question?: string;
  yes?: string;
  onYes: () => void;
}

/** A press that cannot be undone asks once more, in its own place. */
export function Sure({ label, title, question, yes, onYes }: SureProps) {
  const { words } = useReader();
  const [asks, setAsks] = useState(false);
  if (!asks) {
    return (
      <button type="button" class="quiet" title={title} aria-label={title} onClick={() => setAsks(true)}>
        {label}
      </button>
    );
  }
  return (
    <span class="sure" role="alert">
      {question ?? words.say('log.erase-sure')}{' '}
      <button
        type="button"
        class="danger"
        onClick={() => {
          setAsks(false);
          onYes();
        }}
      >
        {yes ?? words.say('log.yes')}
      </button>{' '}
      <button type="button" class="quiet" onClick={() => setAsks(false)}>
        {words.say('log.no')}
      </button>
    </span>
  );
}
