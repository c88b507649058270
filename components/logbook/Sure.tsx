import { useState } from 'preact/hooks';
import { useReader } from '../explanation/reader';

/** A press that cannot be undone asks once more, in its own place. */
export function Sure({ label, title, onYes }: { label: string; title?: string; onYes: () => void }) {
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
      {words.say('log.erase-sure')}{' '}
      <button
        type="button"
        class="danger"
        onClick={() => {
          setAsks(false);
          onYes();
        }}
      >
        {words.say('log.yes')}
      </button>{' '}
      <button type="button" class="quiet" onClick={() => setAsks(false)}>
        {words.say('log.no')}
      </button>
    </span>
  );
}
