import { useRef } from 'preact/hooks';
import type { Cover } from '../../core/capture/review/cover';
import type { ReviewAction } from '../../core/capture/review/review';
import type { Rect } from '../../core/personal/personal-place';
import { useReader } from '../explanation/reader';
import { Eye } from './Eye';
import { useDrag } from './use-drag';

interface CoverBoxProps {
  cover: Cover;
  zoom: number;
  isSelected: boolean;
  act: (action: ReviewAction) => void;
}

/** In pixels of the picture: by a key, and by a key with Ctrl. */
const stride = 8;
const smallStride = 1;
const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
const corners = ['nw', 'ne', 'sw', 'se'] as const;
let gestures = 0;

/** The rectangle with one corner pulled; it turns over where it is pulled beyond the other side. */
function pulled({ x, y, w, h }: Rect, corner: string, dx: number, dy: number): Rect {
  const left = corner.endsWith('w') ? x + dx : x;
  const right = corner.endsWith('w') ? x + w : x + w + dx;
  const top = corner.startsWith('n') ? y + dy : y;
  const bottom = corner.startsWith('n') ? y + h : y + h + dy;
  return {
    x: Math.min(left, right),
    y: Math.min(top, bottom),
    w: Math.abs(right - left),
    h: Math.abs(bottom - top),
  };
}

/** What one takes hold of to move and size a cover, by mouse, finger and keys. The cover itself is in the picture. */
export function CoverBox({ cover, zoom, isSelected, act }: CoverBoxProps) {
  const { words } = useReader();
  const { id, kind, state, x, y, w, h } = cover;
  const drag = useRef({ from: cover as Rect, corner: '', gesture: '' });

  const pointer = useDrag({
    begins: ({ target }) => {
      gestures += 1;
      drag.current = {
        from: { x, y, w, h },
        corner: (target as HTMLElement).dataset.corner ?? '',
        gesture: `drag ${gestures}`,
      };
      act({ do: 'select', id });
      return true;
    },
    moves: (dx, dy) => {
      const { from, corner, gesture } = drag.current;
      const [right, down] = [dx / zoom, dy / zoom];
      const rect =
        corner === '' ? { ...from, x: from.x + right, y: from.y + down } : pulled(from, corner, right, down);
      act({ do: 'change', id, rect, gesture });
    },
    ends: () => {},
  });

  const onKeyDown = (event: KeyboardEvent) => {
    const arrow = arrows[event.key];
    if (arrow && !event.altKey && !event.metaKey) {
      const by = event.ctrlKey ? smallStride : stride;
      const [dx, dy] = [arrow[0] * by, arrow[1] * by];
      const rect = event.shiftKey ? { x, y, w: w + dx, h: h + dy } : { x: x + dx, y: y + dy, w, h };
      act({ do: 'change', id, rect, gesture: `keys ${id} ${event.shiftKey}` });
    } else if (event.key === 'Enter' || event.key === ' ') act({ do: 'keep', id });
    // A letter that says so, and no key that elsewhere means to delete: that would show what was to be hidden.
    else if (event.key.toLowerCase() === 'v' && !event.ctrlKey && !event.metaKey) act({ do: 'remove', id });
    else return;
    event.preventDefault();
  };

  const name = words.say('redact.cover-name', {
    id,
    kind: words.say(`redact.kind.${kind}`),
    state: words.say(`redact.state.${state}`),
  });
  return (
    <button
      type="button"
      class={`cover ${state}${isSelected ? ' selected' : ''}`}
      data-cover={id}
      style={{ left: x * zoom, top: y * zoom, width: w * zoom, height: h * zoom }}
      aria-label={`${name}. ${words.say('redact.place', { x, y, w, h })}`}
      aria-describedby="redact-keys"
      onFocus={() => act({ do: 'select', id })}
      onKeyDown={onKeyDown}
      {...pointer}
    >
      <span class="number" aria-hidden="true">
        {state === 'removed' && <Eye />}
        {id}
      </span>
      {isSelected &&
        state !== 'removed' &&
        corners.map((corner) => (
          <span key={corner} class={`corner ${corner}`} data-corner={corner} aria-hidden="true" />
        ))}
    </button>
  );
}
