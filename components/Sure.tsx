import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useReader } from './explanation/reader';

interface SureProps {
  label: string;
  title?: string;
  /** What is asked, and the answer that does it; erasing, where they are left out. */
  question?: string;
  yes?: string;
  no?: string;
  onYes: () => void;
}

/** A press that cannot be undone asks once more, in its own place. */
export function Sure({ label, title, question, yes, no, onYes }: SureProps) {
  const { words } = useReader();
  const [asks, setAsks] = useState(false);
  const first = useRef<HTMLButtonElement>(null);
  const harmless = useRef<HTMLButtonElement>(null);
  const wasAsked = useRef(false);
  // Focus follows the question, to the answer that does no harm, and comes back with it.
  useLayoutEffect(() => {
    if (asks) harmless.current?.focus();
    else if (wasAsked.current) first.current?.focus();
    wasAsked.current = asks;
  }, [asks]);
  if (!asks) {
    return (
      <button
        type="button"
        class="quiet"
        ref={first}
        title={title}
        aria-label={title}
        onClick={() => setAsks(true)}
      >
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
      <button type="button" class="quiet" ref={harmless} onClick={() => setAsks(false)}>
        {no ?? words.say('log.no')}
      </button>
    </span>
  );
}
