import { useState } from 'preact/hooks';
import { useReader } from '../explanation/reader';

interface EraseEverythingProps {
  data: { readonly rows: number; readonly flows: number; readonly captures: number } | null;
  onErase: () => void;
}

/** The press that erases all: it says first what goes, and does it only at a second press. */
export function EraseEverything({ data, onErase }: EraseEverythingProps) {
  const { words } = useReader();
  const [asks, setAsks] = useState(false);
  if (!asks)
    return (
      <button type="button" class="danger-quiet" onClick={() => setAsks(true)}>
        {words.say('erase.ask')}
      </button>
    );
  return (
    <div
      class="erase"
      role="alertdialog"
      aria-labelledby="erase-title"
      aria-describedby="erase-what"
      onKeyDown={({ key }) => key === 'Escape' && setAsks(false)}
    >
      <h3 id="erase-title">{words.say('erase.title')}</h3>
      <ul id="erase-what">
        <li>{words.say('erase.record', { rows: data?.rows ?? 0, flows: data?.flows ?? 0 })}</li>
        <li>{words.say('erase.captures', { count: data?.captures ?? 0 })}</li>
        <li>{words.say('erase.keys')}</li>
        <li>{words.say('erase.settings')}</li>
      </ul>
      <p>{words.say('erase.stays')}</p>
      <p class="actions">
        <button
          type="button"
          class="danger"
          onClick={() => {
            setAsks(false);
            onErase();
          }}
        >
          {words.say('erase.yes')}
        </button>
        {/* The safe one is at hand. */}
        <button type="button" class="cancel" ref={(button) => button?.focus()} onClick={() => setAsks(false)}>
          {words.say('erase.no')}
        </button>
      </p>
    </div>
  );
}
