import type { Review, ReviewAction } from '../../core/capture/review/review';
import { useReader } from '../explanation/reader';

interface ReviewToolbarProps {
  state: Review;
  zoom: number;
  isDrawing: boolean;
  act: (action: ReviewAction) => void;
  /** Null fits the picture's width. */
  onZoom: (zoom: number | null) => void;
  onDrawing: () => void;
  onAdd: () => void;
}

const step = 1.25;

/** Adding, undoing, zooming. */
export function ReviewToolbar({ state, zoom, isDrawing, act, onZoom, onDrawing, onAdd }: ReviewToolbarProps) {
  const { say } = useReader().words;
  return (
    <div class="tools" role="toolbar" aria-label={say('redact.tools')}>
      <span class="group">
        <button type="button" aria-pressed={isDrawing} onClick={onDrawing}>
          {say('redact.draw')}
        </button>
        <button type="button" onClick={onAdd}>
          {say('redact.add')}
        </button>
      </span>
      <span class="group">
        <button type="button" disabled={state.past.length === 0} onClick={() => act({ do: 'undo' })}>
          {say('redact.undo')}
        </button>
        <button type="button" disabled={state.future.length === 0} onClick={() => act({ do: 'redo' })}>
          {say('redact.redo')}
        </button>
      </span>
      <span class="group">
        <button type="button" aria-label={say('redact.smaller')} onClick={() => onZoom(zoom / step)}>
          −
        </button>
        <span class="zoom">{say('redact.zoom', { percent: Math.round(zoom * 100) })}</span>
        <button type="button" aria-label={say('redact.larger')} onClick={() => onZoom(zoom * step)}>
          +
        </button>
        <button type="button" onClick={() => onZoom(null)}>
          {say('redact.fit')}
        </button>
      </span>
    </div>
  );
}
