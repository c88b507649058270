import type { Note } from '../../bundle/notes';

/** Notes while they are edited, with every state before. */
export interface NotesDraft {
  readonly notes: readonly Note[];
  /** Index of the chosen mark; null for none. */
  readonly chosen: number | null;
  readonly past: readonly (readonly Note[])[];
}

/** A picture's size in its own pixels. */
export interface PictureSize {
  readonly w: number;
  readonly h: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export type NotesEdit =
  | { readonly do: 'draw'; readonly kind: Note['kind']; readonly from: Point; readonly to: Point }
  | { readonly do: 'add'; readonly kind: Note['kind'] }
  | { readonly do: 'choose'; readonly at: number | null }
  | { readonly do: 'move'; readonly at: number; readonly by: Point }
  | { readonly do: 'resize'; readonly at: number; readonly by: Point }
  | { readonly do: 'say'; readonly at: number; readonly text: string }
  | { readonly do: 'remove'; readonly at: number }
  | { readonly do: 'undo' };

export const draftOf = (notes: readonly Note[]): NotesDraft => ({ notes, chosen: null, past: [] });

/** The draft after one edit. No mark ever leaves the picture: a verifier would refuse it. */
export function editNotes(draft: NotesDraft, edit: NotesEdit, size: PictureSize): NotesDraft {
  const { notes, past } = draft;
  const changed = (now: readonly Note[], chosen: number | null): NotesDraft => ({
    notes: now,
    chosen,
    past: [...past, notes],
  });
  switch (edit.do) {
    case 'choose':
      return { ...draft, chosen: edit.at };
    case 'draw':
      return changed(
        [...notes, drawn(edit.kind, onPicture(edit.from, size), onPicture(edit.to, size))],
        notes.length,
      );
    case 'add': {
      const [x, y, reach] = [size.w / 2, size.h / 2, Math.min(size.w, size.h) / 8];
      const note = drawn(
        edit.kind,
        onPicture({ x, y }, size),
        onPicture({ x: x + reach, y: y + reach }, size),
      );
      return changed([...notes, note], notes.length);
    }
    case 'undo': {
      const before = past.at(-1);
      return before === undefined ? draft : { notes: before, chosen: null, past: past.slice(0, -1) };
    }
    case 'remove':
      return changed(
        notes.filter((_, n) => n !== edit.at),
        null,
      );
    case 'say':
      return withNote(draft, edit.at, (note) => ({ ...note, text: edit.text.slice(0, 2000) }));
    case 'move':
      return withNote(draft, edit.at, (note) => moved(note, edit.by, size));
    case 'resize':
      return withNote(draft, edit.at, (note) => resized(note, edit.by, size));
  }
}

function withNote(draft: NotesDraft, at: number, change: (note: Note) => Note): NotesDraft {
  const note = draft.notes[at];
  if (note === undefined) return draft;
  return {
    notes: draft.notes.map((one, n) => (n === at ? change(one) : one)),
    chosen: at,
    past: [...draft.past, draft.notes],
  };
}

const within = (value: number, most: number): number => Math.round(Math.min(Math.max(value, 0), most));
const onPicture = ({ x, y }: Point, { w, h }: PictureSize): Point => ({ x: within(x, w), y: within(y, h) });

function drawn(kind: Note['kind'], from: Point, to: Point): Note {
  if (kind === 'text') return { kind, ...from, text: '' };
  if (kind === 'arrow') return { kind, x1: from.x, y1: from.y, x2: to.x, y2: to.y, text: '' };
  return {
    kind,
    x: Math.min(from.x, to.x),
    y: Math.min(from.y, to.y),
    w: Math.abs(to.x - from.x),
    h: Math.abs(to.y - from.y),
    text: '',
  };
}

/** As far as the picture reaches: a mark at its edge stays whole. */
function moved(note: Note, by: Point, size: PictureSize): Note {
  const { x, y, w, h } = frameOf(note);
  const dx = within(x + by.x, size.w - w) - x;
  const dy = within(y + by.y, size.h - h) - y;
  if (note.kind === 'arrow')
    return { ...note, x1: note.x1 + dx, y1: note.y1 + dy, x2: note.x2 + dx, y2: note.y2 + dy };
  return { ...note, x: note.x + dx, y: note.y + dy };
}

/** Moves an arrow's head, or a box's lower right corner; a text has no size. */
function resized(note: Note, by: Point, size: PictureSize): Note {
  if (note.kind === 'arrow') {
    const { x, y } = onPicture({ x: note.x2 + by.x, y: note.y2 + by.y }, size);
    return { ...note, x2: x, y2: y };
  }
  if (note.kind === 'text') return note;
  return { ...note, w: within(note.w + by.x, size.w - note.x), h: within(note.h + by.y, size.h - note.y) };
}

function frameOf(note: Note): { x: number; y: number; w: number; h: number } {
  if (note.kind === 'text') return { x: note.x, y: note.y, w: 0, h: 0 };
  if (note.kind === 'box') return note;
  const [x, y] = [Math.min(note.x1, note.x2), Math.min(note.y1, note.y2)];
  return { x, y, w: Math.abs(note.x2 - note.x1), h: Math.abs(note.y2 - note.y1) };
}
