import type { RefObject } from 'preact';
import type { Cover } from '../../core/capture/cover';
import type { ReviewAction } from '../../core/capture/review';
import { useReader } from '../explanation/reader';

interface CoverListProps {
  covers: readonly Cover[];
  selected: number | null;
  list: RefObject<HTMLOListElement | null>;
  act: (action: ReviewAction) => void;
}

/** Every cover with its kind and what was decided: each is kept or removed here. */
export function CoverList({ covers, selected, list, act }: CoverListProps) {
  const { words } = useReader();
  const { say } = words;
  if (covers.length === 0) return <p class="nothing">{say('redact.nothing')}</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <ol ref={list} class="covers" tabIndex={0} aria-label={say('redact.list')}>
      {covers.map(({ id, kind, by, state }) => {
        const what = { id, kind: say(`redact.kind.${kind}`) };
        return (
          <li key={id} class={`${state}${id === selected ? ' selected' : ''}`} data-row={id}>
            <button
              type="button"
              class="show"
              aria-label={say('redact.show', what)}
              aria-current={id === selected}
              onClick={() => act({ do: 'select', id })}
            >
              <span class="number">{id}</span>
              <span class="kind">{what.kind}</span>
              <span class="state">{say(`redact.state.${state}`)}</span>
            </button>
            <span class="decide">
              {by === 'auto' && (
                <button
                  type="button"
                  aria-label={say('redact.keep-name', what)}
                  aria-pressed={state === 'kept'}
                  onClick={() => act({ do: 'keep', id })}
                >
                  {say('redact.keep')}
                </button>
              )}
              <button
                type="button"
                aria-label={say('redact.remove-name', what)}
                aria-pressed={by === 'auto' ? state === 'removed' : undefined}
                onClick={() => act({ do: 'remove', id })}
              >
                {say('redact.remove')}
              </button>
            </span>
          </li>
        );
      })}
    </ol>
  );
}
