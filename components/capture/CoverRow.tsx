import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Cover } from '../../core/capture/review/cover';
import type { ReviewAction } from '../../core/capture/review/review';
import { useReader } from '../explanation/reader';
import { CoverThumbnail } from './CoverThumbnail';
import { Eye } from './Eye';
import type { PictureCanvas } from './PictureTiles';

interface CoverRowProps {
  cover: Cover;
  picture: PictureCanvas;
  isSelected: boolean;
  /** Showing this was asked for, and is not yet confirmed. */
  isAsked: boolean;
  act: (action: ReviewAction) => void;
  /** The answer to the question. */
  onAnswer: (mayShow: boolean) => void;
}

/** One cover: what lies under it, and a switch between covered and visible. */
export function CoverRow({ cover, picture, isSelected, isAsked, act, onAnswer }: CoverRowProps) {
  const { say } = useReader().words;
  const { id, state } = cover;
  const what = { id, kind: say(`redact.kind.${cover.kind}`) };
  const isShown = state === 'removed';
  return (
    <li class={`${state}${isSelected ? ' selected' : ''}`} data-row={id}>
      <button
        type="button"
        class="show"
        aria-label={say('redact.show', what)}
        aria-current={isSelected || undefined}
        onClick={() => act({ do: 'select', id })}
      >
        <span class="number">{id}</span>
        <CoverThumbnail picture={picture} x={cover.x} y={cover.y} w={cover.w} h={cover.h} />
        <span class="kind">{what.kind}</span>
        <span class="state">
          {isShown && <Eye />}
          {say(`redact.state.${state}`)}
        </span>
      </button>
      {isAsked ? (
        <Question id={id} kind={what.kind} onAnswer={onAnswer} />
      ) : (
        <span class="decide">
          <button
            type="button"
            aria-label={say('redact.covered-name', what)}
            aria-pressed={!isShown}
            onClick={() => act({ do: 'keep', id })}
          >
            {say('redact.covered')}
          </button>
          <button
            type="button"
            aria-label={say('redact.visible-name', what)}
            aria-pressed={isShown}
            onClick={() => act({ do: 'remove', id })}
          >
            {say('redact.visible')}
          </button>
        </span>
      )}
    </li>
  );
}

/** Asked once before what names a person is shown; the answer that does no harm has the focus. */
function Question({
  id,
  kind,
  onAnswer,
}: {
  id: number;
  kind: string;
  onAnswer: (mayShow: boolean) => void;
}) {
  const { say } = useReader().words;
  const no = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => no.current?.focus(), []);
  return (
    <span class="ask" role="alert">
      <span>{say('redact.ask', { id, kind })}</span>
      <button ref={no} type="button" class="stay" onClick={() => onAnswer(false)}>
        {say('redact.ask-no')}
      </button>
      <button type="button" class="reveal" onClick={() => onAnswer(true)}>
        {say('redact.ask-yes')}
      </button>
    </span>
  );
}
