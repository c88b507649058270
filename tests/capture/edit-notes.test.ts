import { describe, expect, test } from 'vitest';
import { lieOn } from '../../core/bundle/notes';
import { draftOf, editNotes, type NotesDraft, type NotesEdit } from '../../core/capture/review/edit-notes';

const size = { w: 400, h: 300 };
const draftAfter = (...edits: readonly NotesEdit[]): NotesDraft =>
  edits.reduce((draft, edit) => editNotes(draft, edit, size), draftOf([]));
const box: NotesEdit = { do: 'draw', kind: 'box', from: { x: 90, y: 80 }, to: { x: 50, y: 20 } };
const arrow: NotesEdit = { do: 'draw', kind: 'arrow', from: { x: 10.4, y: 20.6 }, to: { x: 900, y: -5 } };

describe('editing notes', () => {
  test('draws a box from whichever corner, in whole pixels', () => {
    expect(draftAfter(box).notes).toEqual([{ kind: 'box', x: 50, y: 20, w: 40, h: 60, text: '' }]);
  });

  test('keeps an arrow that is drawn beyond the picture on it', () => {
    expect(draftAfter(arrow).notes).toEqual([{ kind: 'arrow', x1: 10, y1: 21, x2: 400, y2: 0, text: '' }]);
  });

  test('moves a mark whole to the edge, and no further', () => {
    const { notes } = draftAfter(box, { do: 'move', at: 0, by: { x: 9999, y: -9999 } });
    expect(notes).toEqual([{ kind: 'box', x: 360, y: 0, w: 40, h: 60, text: '' }]);
    const pointed = draftAfter(arrow, { do: 'move', at: 0, by: { x: -5, y: 50 } }).notes[0];
    expect(pointed).toMatchObject({ x1: 5, y1: 71, x2: 395, y2: 50 });
  });

  test('changes the size of a box and the head of an arrow; a text has none', () => {
    const by = { x: 5, y: -100 };
    expect(draftAfter(box, { do: 'resize', at: 0, by }).notes[0]).toMatchObject({ w: 45, h: 0 });
    expect(draftAfter(arrow, { do: 'resize', at: 0, by: { x: -50, y: 10 } }).notes[0]).toMatchObject({
      x2: 350,
      y2: 10,
    });
    const text = draftAfter({ do: 'add', kind: 'text' });
    expect(editNotes(text, { do: 'resize', at: 0, by }, size).notes).toEqual(text.notes);
  });

  test('takes words, removes, and undoes every step back to the beginning', () => {
    const steps: NotesEdit[] = [box, { do: 'say', at: 0, text: 'Di sini' }, { do: 'add', kind: 'arrow' }];
    const draft = draftAfter(...steps, { do: 'remove', at: 0 });
    expect(draft.notes.map(({ kind }) => kind)).toEqual(['arrow']);
    const undo: NotesEdit = { do: 'undo' };
    expect(editNotes(draft, undo, size).notes[0]).toMatchObject({ kind: 'box', text: 'Di sini' });
    expect(draftAfter(...steps, undo, undo, undo).notes).toEqual([]);
    expect(draftAfter(undo)).toEqual(draftOf([]));
  });

  test.each([
    [1, 1],
    [7, 3],
    [400, 300],
    [16_384, 200],
  ])('never leaves a picture of %i by %i, whatever is done', (w, h) => {
    let draft = draftOf([]);
    for (let step = 0; step < 300; step += 1) {
      const point = (seed: number) => ({
        x: ((step * seed) % (w * 3)) - w,
        y: ((step * seed * 7) % (h * 3)) - h,
      });
      const kind = (['arrow', 'box', 'text'] as const)[step % 3] as 'box';
      const edits: NotesEdit[] = [
        { do: 'draw', kind, from: point(13), to: point(29) },
        { do: 'add', kind },
        { do: 'move', at: step % 9, by: point(17) },
        { do: 'resize', at: step % 7, by: point(11) },
      ];
      draft = editNotes(draft, edits[step % 4] as NotesEdit, { w, h });
      const notes = { notes: [...draft.notes] } as Parameters<typeof lieOn>[0];
      expect(lieOn(notes, { w, h })).toBe(true);
      for (const note of draft.notes)
        for (const value of Object.values(note))
          if (typeof value === 'number') expect(Number.isInteger(value) && value >= 0).toBe(true);
    }
  });
});
