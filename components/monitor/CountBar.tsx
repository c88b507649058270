import { useReader } from '../explanation/reader';

export interface CountBarProps {
  /** Rows of the record. */
  rows: number;
  progress: { readonly done: number; readonly all: number } | null;
  /** The last count, in words; null before the first. */
  counted: string | null;
  onCount: () => void;
  onStop: () => void;
}

/** Starts the count, shows how far it is, and ends it. */
export function CountBar({ rows, progress, counted, onCount, onStop }: CountBarProps) {
  const { words } = useReader();
  return (
    <div class="count-bar">
      {progress ? (
        <>
          <p data-record>{words.say('monitor.counting', progress)}</p>
          <progress
            max={progress.all}
            value={progress.done}
            aria-label={words.say('monitor.counting', progress)}
          />
          <button type="button" key="stop" class="stop" onClick={onStop}>
            {words.say('monitor.stop')}
          </button>
        </>
      ) : (
        <>
          {counted !== null && (
            <p class="note" data-record>
              {counted}
            </p>
          )}
          <button
            type="button"
            key="count"
            class={counted === null ? 'count primary' : 'count'}
            onClick={onCount}
            data-record
          >
            {counted === null ? words.say('monitor.count', { rows }) : words.say('monitor.count-again')}
          </button>
        </>
      )}
    </div>
  );
}
