import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useReader } from '../explanation/reader';

/** Throws the capture away, after asking once; the answer that does no harm has the focus. */
export function DiscardButton({ onDiscard }: { onDiscard: () => void }) {
  const { say } = useReader().words;
  const [asks, setAsks] = useState(false);
  const no = useRef<HTMLButtonElement>(null);
  const first = useRef<HTMLButtonElement>(null);
  const wasAsked = useRef(false);
  useLayoutEffect(() => {
    if (asks) no.current?.focus();
    else if (wasAsked.current) first.current?.focus();
    wasAsked.current = asks;
  }, [asks]);
  if (!asks)
    return (
      <button ref={first} type="button" class="quiet discard" onClick={() => setAsks(true)}>
        {say('redact.discard')}
      </button>
    );
  return (
    <span class="sure" role="alert">
      <span>{say('redact.discard-sure')}</span>
      <button type="button" class="danger" onClick={onDiscard}>
        {say('redact.discard-yes')}
      </button>
      <button ref={no} type="button" class="quiet" onClick={() => setAsks(false)}>
        {say('redact.discard-no')}
      </button>
    </span>
  );
}
