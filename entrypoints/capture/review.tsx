import { useEffect, useRef } from 'preact/hooks';
import { useReader } from '../../components/explanation/reader';
import type { FrozenPage } from '../../core/capture/frozen-page';
import type { TabAnswer } from '../../services/messages';

export interface ReviewProps {
  frozen: FrozenPage<HTMLCanvasElement>;
  /** What the page's verdict was when it was taken; null where the background did not answer. */
  answer: TabAnswer | null;
  onDiscard: () => void;
}

/** The frozen picture, before anything is stored. */
export function Review({ frozen, onDiscard }: ReviewProps) {
  const { words } = useReader();
  const place = useRef<HTMLElement>(null);
  useEffect(() => place.current?.append(frozen.picture), [frozen]);
  const { picture, scale, wasCut } = frozen;
  return (
    <section class="review">
      <p class="actions">
        <button type="button" class="discard" onClick={onDiscard}>
          {words.say('capture.discard')}
        </button>
      </p>
      {wasCut && <p class="note">{words.say('capture.was-cut', { pixels: picture.height })}</p>}
      <figure
        class="frozen"
        ref={place}
        role="img"
        aria-label={words.say('capture.frozen')}
        style={{ width: `${picture.width / scale}px` }}
      />
    </section>
  );
}
