import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { type Cover, isReviewed } from '../../core/capture/review/cover';
import { coversOfPlaces } from '../../core/capture/review/covers-of-places';
import {
  mustAsk,
  type Review,
  type ReviewAction,
  review,
  startReview,
} from '../../core/capture/review/review';
import type { Words } from '../../core/explanation/words';
import type { PersonalPlace, Rect } from '../../core/personal/personal-place';
import { useReader } from '../explanation/reader';
import { useWidth } from '../history/use-width';
import { Sure } from '../Sure';
import { CoverList } from './CoverList';
import { PictureStage } from './PictureStage';
import type { PictureCanvas } from './PictureTiles';
import { ReviewToolbar } from './ReviewToolbar';
import { reveal } from './reveal';

export interface ReviewEditorProps {
  /** What was taken, unredacted: it is drawn on the screen and goes nowhere else. */
  picture: PictureCanvas;
  /** Pixels of the picture a CSS pixel of the page. */
  scale: number;
  /** The part of the document that the picture shows, in CSS pixels. */
  part: Rect;
  /** In CSS pixels of the document. */
  places: readonly PersonalPlace[];
  /** All covers, each of them kept or removed: only the kept ones are filled. */
  onDone: (covers: readonly Cover[]) => void;
  onDiscard: () => void;
  /** What stands between the picture and the last press. */
  children?: ComponentChildren;
}

const smallestZoom = 0.05;
const largestZoom = 4;
/** A cover that is put in the middle, in CSS pixels of the screen. */
const added = { w: 160, h: 32 };

/** The frozen picture with what may concern a person covered: nothing goes on before each suggestion was decided on. */
export function ReviewEditor({
  picture,
  scale,
  part,
  places,
  onDone,
  onDiscard,
  children,
}: ReviewEditorProps) {
  const { words } = useReader();
  const { say } = words;
  const size = { w: picture.width, h: picture.height };
  const [state, setState] = useState(() => startReview(coversOfPlaces(places, part, scale, size), size));
  const [said, setSaid] = useState('');
  const [wantedZoom, setZoom] = useState<number | null>(null);
  const [isDrawing, setDrawing] = useState(false);
  const [focused, setFocused] = useState<number | null>(null);
  const [asked, setAsked] = useState<number | null>(null);
  /** Where the question came from: the focus goes back there. */
  const asker = useRef<{ id: number; isBox: boolean } | null>(null);
  const stage = useRef<HTMLElement>(null);
  const list = useRef<HTMLOListElement>(null);
  const width = useWidth(stage, 320);
  const zoom = wantedZoom ?? Math.min(1, Math.max(smallestZoom, width / size.w));

  // Several events may come before the next drawing: each goes on from what the one before made.
  const latest = useRef(state);
  const act = (action: ReviewAction, isSure = false) => {
    if (!isSure && action.do === 'remove' && mustAsk(latest.current, action)) {
      asker.current = { id: action.id, isBox: document.activeElement?.classList.contains('cover') ?? false };
      setAsked(action.id);
      act({ do: 'select', id: action.id });
      return;
    }
    // Whatever else is done to a cover, the question about it is over.
    if ('id' in action && action.do !== 'select' && action.id === asked) setAsked(null);
    const next = review(latest.current, action);
    if (next === latest.current) return;
    const line = told(latest.current, next, action, words);
    latest.current = next;
    setState(next);
    if (line !== null) setSaid(line);
    if (action.do === 'draw') setFocused(next.selected);
  };

  const onAnswer = (mayShow: boolean) => {
    if (asked !== null && mayShow) act({ do: 'remove', id: asked }, true);
    setAsked(null);
  };
  useLayoutEffect(() => {
    const { current: from } = asker;
    if (asked !== null || from === null) return;
    asker.current = null;
    if (from.isBox) setFocused(from.id);
    else
      list.current
        ?.querySelector<HTMLElement>(`[data-row="${from.id}"] .decide [aria-pressed=true]`)
        ?.focus();
  }, [asked]);

  const { selected } = state;
  useLayoutEffect(() => {
    if (selected === null) return;
    reveal(stage.current, `[data-cover="${selected}"]`);
    reveal(list.current, `[data-row="${selected}"]`);
  }, [selected]);
  useLayoutEffect(() => {
    if (focused === null) return;
    stage.current?.querySelector<HTMLElement>(`[data-cover="${focused}"]`)?.focus({ preventScroll: true });
    setFocused(null);
  }, [focused]);
  // A drawn cover that is removed takes the focus with it.
  const count = state.covers.length;
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when a cover went or came
  useLayoutEffect(() => {
    if (document.activeElement === document.body && latest.current.past.length > 0) stage.current?.focus();
  }, [count]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      setDrawing(false);
      setAsked(null);
    }
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    const key = event.key.toLowerCase();
    if (key !== 'z' && key !== 'y') return;
    event.preventDefault();
    act({ do: key === 'y' || event.shiftKey ? 'redo' : 'undo' });
  };
  const add = () => {
    const { scrollLeft = 0, scrollTop = 0, clientWidth = 0, clientHeight = 0 } = stage.current ?? {};
    const [w, h] = [added.w / zoom, added.h / zoom];
    const middle = { x: (scrollLeft + clientWidth / 2) / zoom, y: (scrollTop + clientHeight / 2) / zoom };
    act({ do: 'draw', rect: { x: middle.x - w / 2, y: Math.min(middle.y, size.h / 2) - h / 2, w, h } });
  };

  const ordered = useMemo(
    () => state.covers.toSorted((a, b) => Number(a.by === 'user') - Number(b.by === 'user') || a.id - b.id),
    [state.covers],
  );
  const left = ordered.filter((cover) => cover.state === 'unreviewed');
  const goOn = () => {
    const next = left.find(({ id }) => id > (selected ?? 0)) ?? left[0];
    if (next === undefined) return;
    act({ do: 'select', id: next.id });
    setFocused(next.id);
  };
  const covered = state.covers.filter((cover) => cover.state === 'kept').length;
  const isDone = isReviewed(state.covers);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: undo and redo work wherever the focus is
    <div class="review" onKeyDown={onKeyDown}>
      <div class="head">
        <h2>{say('redact.heading')}</h2>
        <p>{say('redact.what')}</p>
        <p class="look">{say('redact.look')}</p>
      </div>
      <ReviewToolbar
        state={state}
        zoom={zoom}
        isDrawing={isDrawing}
        act={act}
        onZoom={(wanted) => setZoom(wanted && Math.min(largestZoom, Math.max(smallestZoom, wanted)))}
        onDrawing={() => setDrawing(!isDrawing)}
        onAdd={add}
      />
      <PictureStage
        picture={picture}
        scale={scale}
        state={state}
        zoom={zoom}
        isDrawing={isDrawing}
        stage={stage}
        act={act}
        onDrawn={() => setDrawing(false)}
      />
      <div class="side">
        <div class="side-head">
          <button type="button" disabled={left.length === 0} onClick={goOn}>
            {say('redact.next')}
          </button>
          <button
            type="button"
            class="keep-all"
            disabled={left.length === 0}
            onClick={() => act({ do: 'keep-all' })}
          >
            {say('redact.keep-all', { n: left.length })}
          </button>
        </div>
        <CoverList
          covers={ordered}
          picture={picture}
          selected={selected}
          asked={asked}
          list={list}
          act={act}
          onAnswer={onAnswer}
        />
        <p class="keys" id="redact-keys">
          {say('redact.keys')}
        </p>
      </div>
      {children}
      <div class="foot">
        <p class={`reason${isDone ? ' done' : ''}`} id="redact-reason">
          {isDone
            ? say('redact.ready', { n: covered, shown: state.covers.length - covered })
            : say('redact.not-ready', { n: left.length })}
        </p>
        <Sure
          label={say('redact.discard')}
          question={say('redact.discard-sure')}
          yes={say('redact.discard-yes')}
          no={say('redact.discard-no')}
          onYes={onDiscard}
        />
        <button
          type="button"
          class="primary continue"
          disabled={!isDone}
          aria-describedby="redact-reason"
          onClick={() => isReviewed(latest.current.covers) && onDone(latest.current.covers)}
        >
          {say('redact.continue')}
        </button>
      </div>
      <p class="unseen" role="status">
        {said}
      </p>
    </div>
  );
}

/** What a screen reader is told of an action; null where there is nothing to tell. */
function told(before: Review, after: Review, action: ReviewAction, { say }: Words): string | null {
  if (action.do === 'select') return null;
  const left = say('redact.left', {
    n: after.covers.filter(({ state }) => state === 'unreviewed').length,
  });
  if (!('id' in action)) {
    const id = after.selected ?? 0;
    return action.do === 'draw'
      ? say('redact.said.draw', { id })
      : `${say(`redact.said.${action.do}`)} ${left}`;
  }
  const cover = [...after.covers, ...before.covers].find(({ id }) => id === action.id);
  if (cover === undefined) return null;
  const { id, x, y, w, h } = cover;
  if (action.do === 'change') return `${id}: ${say('redact.place', { x, y, w, h })}`;
  return `${say(`redact.said.${action.do}`, { id })} ${left}`;
}
