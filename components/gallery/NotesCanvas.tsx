import { useEffect, useRef, useState } from 'preact/hooks';
import type { Note } from '../../core/bundle/notes';
import type { NotesDraft, NotesEdit, PictureSize, Point } from '../../core/capture/review/edit-notes';
import { useReader } from '../explanation/reader';

interface NotesCanvasProps {
  picture: Uint8Array;
  size: PictureSize;
  draft: NotesDraft;
  tool: Note['kind'];
  onEdit: (edit: NotesEdit) => void;
}

/** A press of an arrow key moves a mark by that part of the picture's width. */
const step = 1 / 100;
const arrows: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** The picture with its marks over it; each mark can be focused, moved, resized and removed by keyboard. */
export function NotesCanvas({ picture, size, draft, tool, onEdit }: NotesCanvasProps) {
  const { words } = useReader();
  const [address, setAddress] = useState<string | null>(null);
  const [drag, setDrag] = useState<{ from: Point; to: Point; mark: number | null } | null>(null);
  const layer = useRef<SVGSVGElement>(null);
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([picture as BlobPart], { type: 'image/png' }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [picture]);

  /** In pixels of the picture, however large it is shown. */
  const pointAt = ({ clientX, clientY }: MouseEvent): Point => {
    const { left, top, width, height } = (layer.current as SVGSVGElement).getBoundingClientRect();
    return { x: ((clientX - left) / width) * size.w, y: ((clientY - top) / height) * size.h };
  };
  const finish = (event: PointerEvent) => {
    if (drag === null) return;
    const to = pointAt(event);
    setDrag(null);
    const by = { x: to.x - drag.from.x, y: to.y - drag.from.y };
    const isClick = Math.hypot(by.x, by.y) < size.w / 150;
    if (drag.mark !== null)
      onEdit(isClick ? { do: 'choose', at: drag.mark } : { do: 'move', at: drag.mark, by });
    // A press without a drag marks nothing, except for a text, which is a point.
    else if (!isClick || tool === 'text') onEdit({ do: 'draw', kind: tool, from: drag.from, to });
  };
  const onKey = (event: KeyboardEvent, at: number) => {
    const arrow = arrows[event.key];
    if (arrow !== undefined) {
      event.preventDefault();
      const by = { x: arrow.x * size.w * step, y: arrow.y * size.w * step };
      onEdit({ do: event.shiftKey ? 'resize' : 'move', at, by });
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault();
      onEdit({ do: 'remove', at });
    }
  };

  return (
    <div class="frame canvas">
      {address !== null && <img src={address} alt={words.say('note.canvas')} draggable={false} />}
      <svg
        ref={layer}
        viewBox={`0 0 ${size.w} ${size.h}`}
        onPointerDown={(event) => {
          const mark = (event.target as Element).closest('[data-mark]')?.getAttribute('data-mark');
          event.currentTarget.setPointerCapture(event.pointerId);
          const from = pointAt(event);
          setDrag({ from, to: from, mark: mark == null ? null : Number(mark) });
        }}
        onPointerMove={(event) => drag !== null && setDrag({ ...drag, to: pointAt(event) })}
        onPointerUp={finish}
        onPointerCancel={() => setDrag(null)}
      >
        <title>{words.say('note.heading')}</title>
        <defs>
          <marker
            id="mark-head"
            viewBox="0 0 10 10"
            refX="8"
            refY="5"
            markerWidth="5"
            markerHeight="5"
            orient="auto"
          >
            <path d="M0 0l10 5-10 5z" class="head" />
          </marker>
        </defs>
        {draft.notes.map((note, at) => (
          // biome-ignore lint/a11y/useSemanticElements: a button of HTML cannot stand in a drawing
          <g
            // biome-ignore lint/suspicious/noArrayIndexKey: a mark is its place in the list
            key={at}
            data-mark={at}
            role="button"
            // So written in SVG: Firefox takes no other spelling there.
            tabindex={0}
            class={draft.chosen === at ? 'chosen' : ''}
            aria-label={`${words.say('note.mark', { kind: words.say(`note.${note.kind}`), number: at + 1 })} ${note.text}`}
            transform={
              drag?.mark === at
                ? `translate(${drag.to.x - drag.from.x} ${drag.to.y - drag.from.y})`
                : undefined
            }
            onFocus={() => onEdit({ do: 'choose', at })}
            onKeyDown={(event) => onKey(event, at)}
          >
            <Mark note={note} size={size} emptyText={words.say('note.text')} />
          </g>
        ))}
        {drag !== null && drag.mark === null && tool !== 'text' && <Draft {...drag} tool={tool} />}
      </svg>
    </div>
  );
}

function Draft({ from, to, tool }: { from: Point; to: Point; tool: Note['kind'] }) {
  if (tool === 'arrow')
    return <line x1={from.x} y1={from.y} x2={to.x} y2={to.y} marker-end="url(#mark-head)" />;
  return (
    <rect
      x={Math.min(from.x, to.x)}
      y={Math.min(from.y, to.y)}
      width={Math.abs(to.x - from.x)}
      height={Math.abs(to.y - from.y)}
    />
  );
}

function Mark({ note, size, emptyText }: { note: Note; size: PictureSize; emptyText: string }) {
  if (note.kind === 'arrow') {
    const { x1, y1, x2, y2 } = note;
    return (
      <>
        <line class="grip" {...{ x1, y1, x2, y2 }} />
        <line {...{ x1, y1, x2, y2 }} marker-end="url(#mark-head)" />
      </>
    );
  }
  if (note.kind === 'box') return <rect x={note.x} y={note.y} width={note.w} height={note.h} />;
  return (
    <text x={note.x} y={note.y} font-size={Math.max(11, size.w / 50)}>
      {note.text || emptyText}
    </text>
  );
}
