import type { KeptCapture } from '../../core/capture/kept-capture';
import { useReader } from '../explanation/reader';
import { CaptureCard } from './CaptureCard';

export interface CaptureListProps {
  captures: readonly KeptCapture[];
  /** How many there are, whatever the search. */
  all: number;
  text: string;
  processor: string;
  mayHaveMore: boolean;
  /** A capture's name in addresses, which says nothing once the browser has ended. */
  handleOf: (captureId: string) => string;
  /** What was changed; what was not stays as it is, even if it is not drawn yet. */
  onSearch: (change: { text: string } | { processor: string }) => void;
  onMore: () => void;
}

const processors = ['tokopedia', 'tiktok-shop', 'none', 'unknown', 'conflicting'] as const;

/** Own captures, the newest first, with search and filter. */
export function CaptureList(props: CaptureListProps) {
  const { captures, all, text, processor, mayHaveMore, handleOf, onSearch, onMore } = props;
  const { words } = useReader();
  if (all === 0) return <p class="empty">{words.say('gallery.none')}</p>;
  return (
    <>
      <search class="filters">
        <label class="field">
          {words.say('gallery.search')}
          <input
            type="search"
            name="search"
            value={text}
            onInput={({ currentTarget }) => onSearch({ text: currentTarget.value })}
          />
        </label>
        <label class="field">
          {words.say('gallery.processor')}
          <select
            name="processor"
            value={processor}
            onChange={({ currentTarget }) => onSearch({ processor: currentTarget.value })}
          >
            <option value="">{words.say('gallery.any')}</option>
            {processors.map((name) => (
              <option key={name} value={name}>
                {words.say(`log.processor.${name}`)}
              </option>
            ))}
          </select>
        </label>
      </search>
      <p class="note" role="status">
        {captures.length === 0
          ? words.say('gallery.no-match')
          : words.say('gallery.count', { shown: captures.length })}
      </p>
      <ul class="captures">
        {captures.map((capture) => (
          <CaptureCard key={capture.capture_id} capture={capture} handle={handleOf(capture.capture_id)} />
        ))}
      </ul>
      {mayHaveMore && (
        <button type="button" class="more" onClick={onMore}>
          {words.say('gallery.more')}
        </button>
      )}
    </>
  );
}
